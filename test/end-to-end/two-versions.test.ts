import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { versionChecksums } from '../../src/notice/load-notice';
import { ChatApi, isFromBot } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { ManualClock } from '../support/manual-clock';
import { RecordingLogger } from '../support/recording-logger';

/** Made up as well: one that is the law, and one that is not yet. */
const LAW_NOTES = `show-unapproved: true
notes:
  decisions:
    since: 2026-02-05
    for-notice: [2023-09]
    beside: [your-rights/not-to-be-subject-to-decisions]
    says: [You may ask why.]
    source: An Act, section 1
    approval: awaited
  parrots:
    since: 2027-01-02
    for-notice: [2023-09]
    beside: [your-rights/not-to-be-subject-to-decisions]
    says: [You may ask a parrot.]
    source: An Act, section 2
    approval: { by: Data Protection Officer, on: 2026-12-01 }
`;

const PROMISE = '    promise: chatbot and virtual agent interactions for 2 years\n';
const LATER = `    later:
      - notice: 2027-01
        period: P1Y
        promise: chatbot and virtual agent interactions for 1 year
`;

/** A made-up notice of January 2027, which keeps chats for one year, beside the real one. */
function contentOfTwoVersions(): string {
  const content = join(mkdtempSync(join(tmpdir(), 'privacy-desk-versions-')), 'content');
  cpSync('content', content, { recursive: true });
  cpSync(join(content, 'notice', '2023-09'), join(content, 'notice', '2027-01'), { recursive: true });
  const section = join(content, 'notice', '2027-01', '160-how-long.md');
  const now = readFileSync(section, 'utf8');
  writeFileSync(
    section,
    now.replace('virtual agent interactions for 2 years', 'virtual agent interactions for 1 year'),
  );
  const schedule = readFileSync(join(content, 'retention.yaml'), 'utf8');
  writeFileSync(join(content, 'retention.yaml'), schedule.replace(PROMISE, PROMISE + LATER));
  writeFileSync(join(content, 'law-notes.yaml'), LAW_NOTES);
  const checksums = Object.entries(versionChecksums(content, '2027-01'));
  appendFileSync(
    join(content, 'notice', 'versions.yaml'),
    [
      '- version: 2027-01',
      '  published-as: January 2027',
      '  in-force-from: 2027-01-01',
      '  status: published',
      '  checksums:',
      ...checksums.map(([file, checksum]) => `    ${file}: ${checksum}`),
      '',
    ].join('\n'),
  );
  return content;
}

/** What the passage is called on a button. */
const DECISIONS = 'Decisions made by a computer alone';

describe('a new version of the notice', () => {
  const clock = new ManualClock('2026-12-31T23:59:00Z');
  const logger = new RecordingLogger();
  let folders: { readonly CONTENT_DIR: string; readonly MODEL_DIR: string };
  let desk: TestDesk;
  let api: ChatApi;

  beforeAll(async () => {
    const content = contentOfTwoVersions();
    folders = { CONTENT_DIR: content, MODEL_DIR: join(content, '..', 'model') };
    const env = { ...process.env, ...folders, ENCODER: 'off' };
    const trained = spawnSync(process.execPath, ['dist/src/commands/train.js'], { env, encoding: 'utf8' });
    expect(trained.status).toBe(0);
    desk = await startDesk({ clock, logger, settings: { ...folders, ENCODER: 'off' } });
    api = new ChatApi(desk.url);
  }, 120_000);
  afterAll(async () => {
    await desk.stop();
    rmSync(join(folders.CONTENT_DIR, '..'), { recursive: true });
  });

  const ask = async (question = 'how long do you keep chatbot interactions'): Promise<string> => {
    const session = await api.start();
    await api.say(session, question);
    return (await api.transcript(session)).filter(isFromBot).at(-1)?.text ?? '';
  };

  it('has the law of the day beside the old one in the chat, and in its download', async () => {
    const session = await api.start();
    await api.say(session, DECISIONS);

    const { text } = await api.call('GET', '/chat/transcript', { token: session.token });

    expect(text).toContain('This is not from the notice: You may ask why.');
    expect(text).not.toContain('parrot');
  });

  it('warns at the start of notes on the law that nobody has approved', () => {
    const { lines } = logger;

    expect(lines).toContainEqual({
      level: 'warn',
      message: 'notes on the law are shown that nobody has approved',
      fields: { notes: 1 },
    });
  });

  it('does without what the law says beside the old one, until somebody finds that it is silent, too', async () => {
    const LAW = 'This is not from the notice: You may ask why.';
    clock.set('2026-12-31T23:59:00Z');
    expect(await ask(DECISIONS)).toContain(LAW);
    clock.advance({ minutes: 1 });

    const after = await ask(DECISIONS);
    expect(after).toContain('not to be subject to decisions made automatically');
    expect(after).not.toContain('not from the notice');
    const [current, old] = await Promise.all(
      ['/notice', '/notice/2023-09'].map(async (path) => (await fetch(desk.url + path)).text()),
    );
    expect(current).not.toContain('law-note');
    expect(old).toContain('<aside class="law-note"');
    clock.set('2026-12-31T23:59:00Z');
  });

  it('is answered from, and shown, and no sentence of ours tells the old figure, from the first minute of its day in London on', async () => {
    expect(await ask()).toContain(
      'interactions for 2 years\nFrom: How long do we keep your information?, privacy notice of September 2023.',
    );
    clock.advance({ minutes: 1 });

    expect(await ask()).toContain(
      'interactions for 1 year\nFrom: How long do we keep your information?, privacy notice of January 2027.',
    );
    expect(await ask()).not.toContain('2 years');
    const [current, old] = await Promise.all(
      ['/notice', '/notice/2023-09'].map(async (path) => (await fetch(desk.url + path)).text()),
    );
    expect(current).toContain('virtual agent interactions for 1 year');
    expect(old).toContain('virtual agent interactions for 2 years');
    expect(old).toContain('does not apply any more');
  });
});
