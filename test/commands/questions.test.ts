import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { ManualClock } from '../support/manual-clock';
import { ASKED, CALLS, CCTV, scriptedConversation } from '../support/scripted-understanding';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command, as `npm run questions` does. */
function questions(dataDir: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATA_DIR: dataDir };
    const child = spawn(process.execPath, ['dist/src/commands/questions.js', ...args], { env });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject).on('close', (status) => resolve({ status, out, err }));
  });
}

describe('the questions to review', () => {
  const clock = new ManualClock();
  const conversations: string[] = [];
  let dataDir: string;
  let desk: TestDesk;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    desk = await startDesk({ clock, dataDir, rootDialog: scriptedConversation() });
    const api = new ChatApi(desk.url);
    /** What somebody asked on a day, and what they said of the reply. */
    const ask = async (at: string, question: string, helpful?: boolean): Promise<void> => {
      clock.set(at);
      const session = await api.start();
      conversations.push(session.conversationId);
      await api.say(session, question);
      if (helpful !== undefined) await api.rate(session, (await api.transcript(session)).at(-1)?.id, helpful);
    };
    await ask('2026-11-01T09:00:00Z', ASKED.answer, false);
    await ask('2026-11-02T09:00:00Z', ASKED.personal, true);
    await ask('2026-11-03T09:00:00Z', ASKED.silent);
    await ask('2026-11-04T00:00:00Z', ASKED.answer, true);
    await ask('2026-11-05T09:00:00Z', ASKED.offTopic, false);
  });
  afterAll(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('are printed by what was shown, newest first, while the service is running', async () => {
    const { status, out, err } = await questions(dataDir);

    expect([status, err]).toEqual([0, '']);
    const [head = '', care = '', ...groups] = out.trim().split('\n\n');
    expect(head).toBe('5 questions to review');
    expect(care).toContain('Treat them as personal data');
    expect(groups.map((group) => group.split('\n'))).toEqual([
      [
        'DECLINED as another matter',
        '2: 1 did not help, 1 helped, 0 unrated',
        `  2026-11-05  no   ${ASKED.offTopic}`,
        '  2026-11-02  yes  my boiler is broken, call [hidden] or mail [hidden]',
      ],
      [
        `ANSWERED from the notice of 2023-09: ${CALLS}`,
        '2: 1 did not help, 1 helped, 0 unrated',
        `  2026-11-04  yes  ${ASKED.answer}`,
        `  2026-11-01  no   ${ASKED.answer}`,
      ],
      [
        `DECLINED, not in the notice of 2023-09; nearest: ${CCTV}`,
        '1: 0 did not help, 0 helped, 1 unrated',
        `  2026-11-03   -   ${ASKED.silent}`,
      ],
    ]);
  });

  it('tell nothing of the chats that they come from', async () => {
    const { out } = await questions(dataDir, '--json');

    expect(conversations.filter((id) => out.includes(id))).toEqual([]);
    expect(conversations).toHaveLength(5);
  });

  it('are printed for a program, from a day on, beginning with its midnight', async () => {
    const { status, out } = await questions(dataDir, '--since', '2026-11-04', '--json');

    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      note: expect.stringContaining('personal data') as string,
      isAll: true,
      groups: [
        {
          shown: { kind: 'off_topic', version: '2023-09' },
          helped: 0,
          didNotHelp: 1,
          unrated: 0,
          questions: [{ at: '2026-11-05T09:00:00.000Z', question: ASKED.offTopic, helpful: false }],
        },
        {
          shown: { kind: 'answer', passageId: CALLS, version: '2023-09' },
          helped: 1,
          didNotHelp: 0,
          unrated: 0,
          questions: [{ at: '2026-11-04T00:00:00.000Z', question: ASKED.answer, helpful: true }],
        },
      ],
    });
  });

  it('are none where nothing was kept', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    const other = await startDesk({ dataDir: fresh });

    const { status, out } = await questions(fresh);

    expect([status, out.split('\n')[0]]).toEqual([0, '0 questions to review']);
    await other.stop();
    rmSync(fresh, { recursive: true });
  });

  it('cannot be read where the service has never been', async () => {
    const nowhere = join(dataDir, 'nowhere');

    expect(await questions(nowhere)).toEqual({ status: 1, out: '', err: `there is no database in ${nowhere}\n` });
  });

  it.each([['--since', 'yesterday'], ['--since'], ['--until', '2026-11-01'], ['words']])(
    'are not printed for "%s %s"',
    async (...args) => {
      const { status, out, err } = await questions(dataDir, ...args);

      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('--help shows how to ask.');
    },
  );

  it('are explained on request', async () => {
    const { status, out } = await questions(dataDir, '--help');

    expect(status).toBe(0);
    expect(out).toContain('--since DAY');
  });
});
