import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import type { Controllers } from './controllers';

const words = z.string().trim().min(1, 'write some words');
const post = z.array(words).min(2, 'write the lines of the address');

const controller = z
  .strictObject({
    name: words,
    formerly: words,
    mailbox: z.email('is no e-mail address'),
    post,
    'ico-number': z.string().regex(/^Z[A-Z]?\d{6,7}$/, 'is no number of the register, like ZA123456'),
  })
  .transform(({ 'ico-number': icoNumber, ...rest }) => ({ ...rest, icoNumber }));

const regulator = z
  .strictObject({
    name: words,
    'short-name': words,
    phone: z.string().regex(/^\d[\d ]*\d$/, 'is no telephone number: figures and spaces'),
    email: z.email('is no e-mail address'),
    website: words,
    post,
    'checked-on': z.iso.date(),
  })
  .transform(({ 'short-name': shortName, 'checked-on': checkedOn, ...rest }) => ({ ...rest, shortName, checkedOn }));

const schema: z.ZodType<Controllers> = z
  .strictObject({
    companies: z.strictObject({ sng: controller, snh: controller }),
    'when-unsure': z.enum(['sng', 'snh']),
    regulator,
  })
  .transform(({ 'when-unsure': whenUnsure, ...rest }) => ({ ...rest, whenUnsure }));

/** Reads controllers.yaml of the content folder. */
export function loadControllers(contentDir: string): Loaded<Controllers | undefined> {
  return readYaml(contentDir, 'controllers.yaml', schema);
}
