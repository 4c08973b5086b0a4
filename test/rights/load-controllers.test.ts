import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { controllerOf, type Controllers } from '../../src/rights/controllers';
import { loadControllers } from '../../src/rights/load-controllers';
import { describeProblem } from '../../src/shared/content-problem';
import { CONTENT_DIR, realNotice } from '../search/real-content';

const shipped = (): Controllers => {
  const { value } = loadControllers(CONTENT_DIR);
  if (!value) throw new Error('content/controllers.yaml has a problem');
  return value;
};

/** The notice keeps some words together with spaces of another kind. */
const withPlainSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

const section = (id: string): string => {
  const passages = realNotice().sections.find((one) => one.id === id)?.passages ?? [];
  return withPlainSpaces(passages.map(({ text }) => text).join('\n'));
};

describe('the companies and the regulator', () => {
  it.each(['sng', 'snh'] as const)('stand in the notice as they do in the content: %s', (company) => {
    const { name, formerly, mailbox, post, icoNumber } = shipped().companies[company];

    expect(section('who-we-are')).toContain(`${name} (formerly ${formerly})`);
    expect(section('who-we-are')).toContain(`${icoNumber} for ${name}`);
    expect(section('contacting-us')).toContain(`${mailbox} for ${name}`);
    expect(section('contacting-us')).toContain(`writing to the ${post[0] ?? ''} at:`);
    expect(section('contacting-us')).toContain(post.slice(1).join(' '));
  });

  it('edge case 40: never has one company with what belongs to the other', () => {
    const { sng, snh } = shipped().companies;

    expect(sng).toMatchObject({ name: 'Sovereign Network Group', mailbox: 'data.protection@sovereign.org.uk' });
    expect(sng.post).toContain('RG21 4FA');
    expect(snh).toMatchObject({ name: 'Sovereign Network Homes', mailbox: 'dpo@networkhomes.org.uk' });
    expect(snh.post).toContain('HA9 0HP');
  });

  it('has the regulator as the notice prints it', () => {
    const { name, shortName, phone, email, website, post } = shipped().regulator;

    expect(section('complaints')).toContain(`${name} (${shortName})`);
    expect(section('complaints')).toContain(`By calling ${phone} or by email ${email}`);
    expect(section('complaints')).toContain(`Their website is ${website}`);
    expect(section('complaints')).toContain(post.join(' '));
  });

  it('edge case 41: sends what comes from somebody who is not sure to the company that is named for that', () => {
    const controllers = shipped();

    expect(controllerOf('unsure', controllers).name).toBe('Sovereign Network Group');
    expect(controllerOf('unsure', { ...controllers, whenUnsure: 'snh' }).name).toBe('Sovereign Network Homes');
    expect(controllerOf('snh', controllers).name).toBe('Sovereign Network Homes');
    expect(controllerOf('sng', controllers).name).toBe('Sovereign Network Group');
  });

  it.each([
    ['mailbox: dpo@', 'mailbox: dpo at ', 'companies.snh.mailbox: is no e-mail address  (shape)'],
    ['ico-number: ZA22', 'ico-number: A22', 'companies.sng.ico-number: is no number of the register, like ZA123456'],
    ['when-unsure: sng', 'when-unsure: both', 'when-unsure: Invalid option'],
    ['formerly: Net', 'former: Net', 'companies.snh.former: Unrecognized key: "former"  (known-keys)'],
    ['phone: 0303', 'phone: O3O3', 'regulator.phone: is no telephone number'],
  ])('tells the line of what is wrong: %s', (from, to, problem) => {
    const folder = mkdtempSync(join(tmpdir(), 'controllers-'));
    const file = join(folder, 'controllers.yaml');
    cpSync(join(CONTENT_DIR, 'controllers.yaml'), file);
    const [before = '', after = ''] = readFileSync(file, 'utf8').split(from);
    writeFileSync(file, before + to + after);

    const problems = loadControllers(folder).problems.map(describeProblem);

    rmSync(folder, { recursive: true });
    expect(problems).toContainEqual(
      expect.stringContaining(`controllers.yaml:${before.split('\n').length}  ${problem}`),
    );
  });
});
