import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadContent } from '../../src/content';
import { AppError } from '../../src/shared/app-error';
import { CONTENT_DIR } from '../search/real-content';

const NOW = new Date('2026-11-25T12:00:00Z');
const SECTION = 'notice/2023-09/160-how-long.md';

/** What is promised and what is done must be the same, or nothing starts. */
describe('the schedule of retention', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'privacy-desk-content-'));
    cpSync(CONTENT_DIR, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function change(file: string, from: string | RegExp, to: string): void {
    const source = readFileSync(join(folder, file), 'utf8');
    const changed = source.replace(from, to);
    if (changed === source) throw new Error(`nothing to change in ${file}`);
    writeFileSync(join(folder, file), changed);
  }

  /** A copy of the notice that is listed as a draft. */
  function addDraft(version: string): void {
    cpSync(join(folder, 'notice/2023-09'), join(folder, 'notice', version), { recursive: true });
    const entry = `- version: ${version}\n  published-as: Next\n  in-force-from: ${version}-01\n  status: draft\n`;
    const file = join(folder, 'notice/versions.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}${entry}`);
  }

  function problems(): string {
    try {
      loadContent(folder, NOW);
      return '';
    } catch (error) {
      return error instanceof AppError ? error.message : String(error);
    }
  }

  it('that is shipped agrees with the notice', () => {
    const { timed } = loadContent(folder, NOW).retention;

    expect([timed.bot_conversation.period, timed.staff_part_of_tenancy.period]).toEqual(['P2Y', 'P6Y']);
  });

  it.each([
    ['P2Y', 'P3Y', 'retention.yaml keeps this for 3 years'],
    ['P2Y', 'P24M', 'retention.yaml keeps this for 24 months'],
    ['P6Y', 'P7Y', 'retention.yaml keeps this for 7 years'],
  ])('stops the start when %s becomes %s, and names both files', (from, to, said) => {
    change('retention.yaml', `period: ${from}`, `period: ${to}`);

    expect(problems()).toMatch(
      new RegExp(`^retention\\.yaml:\\d+ .*${said}, and ${SECTION} promises .*\\(promise\\)$`, 'm'),
    );
  });

  it.each(['2025-02', '2027-02'])('stops the start when a draft for %s promises something else', (version) => {
    addDraft(version);
    expect(problems()).toBe('');

    change(
      `notice/${version}/160-how-long.md`,
      'virtual agent interactions for 2 years',
      'virtual agent interactions for 3 years',
    );

    expect(problems()).toContain(`notice/${version}/160-how-long.md does not say that`);
    expect(problems()).toContain(
      'retention.yaml says that the notice promises "chatbot and virtual agent interactions for 2 years"',
    );
  });

  it('does not care for a version that has been replaced', () => {
    addDraft('2023-02');
    change(
      'notice/2023-02/160-how-long.md',
      'virtual agent interactions for 2 years',
      'virtual agent interactions for 5 years',
    );

    expect(problems()).toBe('');
  });

  it.each([
    [
      'a longer promise',
      'virtual agent interactions for 2 years',
      'virtual agent interactions for 2 years and 6 months',
    ],
    ['a larger number', 'virtual agent interactions for 2 years', 'virtual agent interactions for 12 years'],
    ['no such promise', /- chatbot and virtual agent.*\n/, ''],
  ])('takes %s for another promise', (_case, from, to) => {
    addDraft('2027-02');
    change('notice/2027-02/160-how-long.md', from, to);

    expect(problems()).toContain('does not say that');
  });

  it('does not care for kinds of spaces, nor for what parts the items of a list', () => {
    addDraft('2027-02');
    const section = 'notice/2027-02/160-how-long.md';
    change(section, 'virtual agent interactions for 2 years', 'virtual agent interactions\u00a0for 2\u00a0 years;');
    change(section, 'tenancy with us; and', 'tenancy with us.');

    expect(problems()).toBe('');
  });

  it('stops the start when the section of a promise is gone', () => {
    addDraft('2027-02');
    change('notice/2027-02/160-how-long.md', 'id: how-long', 'id: how-very-long');

    expect(problems()).toContain('notice/2027-02 has no section "how-long" to hold this promise');
  });

  it.each([
    ['another beginning', 'from: last_message', 'from: closed', 'this class counts from last_message'],
    ['another end', 'then: delete', 'then: keep', 'this class can only be: delete'],
    ['a period of no form', 'period: P2Y', 'period: 2 years', 'write a period like P2Y'],
    ['neither a promise nor a reason', / +why: They are made.*\n/, '', "give the notice's own words"],
    ['a class that nobody knows', '  mail:', '  males:', 'males'],
    ['another time for codes', 'period: P1D', 'period: P9D', 'count for a day'],
  ])('refuses %s', (_case, from, to, said) => {
    change('retention.yaml', from, to);

    expect(problems()).toContain(said);
    expect(problems()).toMatch(/^retention\.yaml:\d+ /m);
  });
});
