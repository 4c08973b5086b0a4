import { z } from 'zod';

import type { Loaded } from '../../shared/content-problem';
import { readYaml } from '../../shared/read-yaml';
import { MATTERS } from '../matter';
import { isDay } from './calendar-day';
import type { ClockRules, MatterClock } from './clock-rules';

const count = z.int('write a whole number').min(1, 'write 1 or more');
const day = z.string().refine(isDay, 'write a day that there is, like "2026-02-05"');

const yesOrNo = z.boolean('write true or false');

const matterClock = z
  .discriminatedUnion('clock', [
    z.strictObject({ clock: z.literal('reply'), 'clarification-pauses': yesOrNo }),
    z.strictObject({ clock: z.literal('opt-out'), 'answer-within-month': yesOrNo }),
    z.strictObject({ clock: z.literal('complaint') }),
    z.strictObject({ clock: z.literal('breach') }),
    z.strictObject({ clock: z.literal('none') }),
  ])
  .transform((one): MatterClock => {
    if (one.clock === 'reply') return { clock: 'reply', clarificationPauses: one['clarification-pauses'] };
    if (one.clock === 'opt-out') return { clock: 'opt_out', answerWithinMonth: one['answer-within-month'] };
    return one;
  });

const schema = z
  .strictObject({
    reply: z
      .strictObject({
        months: count,
        'extended-months': count,
        'rules-from': day,
        'target-days': count,
        'ask-within-working-days': count,
      })
      .refine((reply) => reply['extended-months'] > reply.months, {
        path: ['extended-months'],
        message: 'is counted from the start, so it must be more than "months"',
      }),
    'opt-out': z.strictObject({ 'working-days': count }),
    complaint: z.strictObject({ 'acknowledge-days': count, 'rules-from': day }),
    breach: z.strictObject({ hours: count }),
    matters: z.record(z.enum(MATTERS), matterClock),
  })
  .transform(({ reply, 'opt-out': optOut, complaint, breach, matters }): ClockRules => {
    return {
      reply: {
        months: reply.months,
        extendedMonths: reply['extended-months'],
        rulesFrom: reply['rules-from'],
        targetDays: reply['target-days'],
        askWithinWorkingDays: reply['ask-within-working-days'],
      },
      optOut: { workingDays: optOut['working-days'] },
      complaint: { acknowledgeDays: complaint['acknowledge-days'], rulesFrom: complaint['rules-from'] },
      breach,
      matters,
    };
  });

/** Reads the rules of the statutory clocks from the content folder. */
export function loadClockRules(contentDir: string): Loaded<ClockRules | undefined> {
  return readYaml(contentDir, 'clocks.yaml', schema);
}
