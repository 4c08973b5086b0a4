import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { realNotice } from '../search/real-content';

const COMMAND = 'dist/src/commands/ask.js';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command, as `npm run ask` does. */
function ask(args: readonly string[], input = '', environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { env: { ...process.env, ...environment } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject).on('close', (status) => {
      resolve({ status, out, err });
    });
    child.stdin.end(input);
  });
}

interface Line {
  readonly id: string;
  readonly kind?: string;
  readonly flow?: string | null;
  readonly matters?: readonly string[];
  readonly mentioned?: { readonly matter: string; readonly why: string } | null;
  readonly text?: string;
  readonly citations?: readonly { readonly section: string; readonly version: string; readonly text: string }[];
  readonly suggestions?: readonly string[];
  readonly confidence?: number;
  readonly ms?: number;
  readonly error?: string;
}
const linesOf = (out: string): Line[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('ask', () => {
  it('prints for a person what the notice says, and nothing else', async () => {
    const { status, out, err } = await ask(['how long', 'are my phone calls kept']);

    expect(status).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(
      /^The notice says 6 months\.\n\nWe will usually keep:\n\[…\]\n- recordings of telephone calls for 6 months\.\nFrom: /,
    );
  });

  it('prints what the law says where the notice does not, and says that it is not from there', async () => {
    const { out } = await ask(['is there a fee to see my file']);

    expect(out).toMatch(
      /^The notice does not mention a fee\. The law does\.\n\nThis is not from the notice: You do not have to pay/,
    );
  });

  it('answers one line with one line, in order, and goes on after a bad one', async () => {
    const questions = ['{"id":"A","q":"how long are my phone calls kept"}', '{"id":', 'hello', '', 'delete my data'];

    const { status, out, err } = await ask(['--json'], `${questions.join('\n')}\n`);

    expect({ status, err }).toEqual({ status: 0, err: '' });
    const lines = linesOf(out);
    expect(lines.map(({ id }) => id)).toEqual(['A', '2', '3', '4', '5']);
    expect(lines.map(({ kind }) => kind)).toEqual(['answer', undefined, 'smalltalk', undefined, 'flow']);
    expect(lines[1]?.error).toMatch(/not JSON/);
    expect(lines[3]?.error).toMatch(/empty/);
    expect(lines[4]?.flow).toBe('erasure');
  });

  it('tells which matters would be recorded, and what is only spoken of', async () => {
    const questions = [
      'fix my tap. and send me my file and delete my data',
      'can you fix my tap',
      'how do I get a copy of my file',
    ];

    const { out } = await ask(['--json'], questions.join('\n'));

    expect(linesOf(out).map(({ matters, mentioned }) => ({ matters, mentioned }))).toEqual([
      { matters: ['access', 'erasure'], mentioned: null },
      { matters: [], mentioned: null },
      { matters: [], mentioned: { matter: 'access', why: 'hypothetical' } },
    ]);
  });

  it('cites the passage word for word and shows it', async () => {
    const { out } = await ask(['--json'], 'how long are my phone calls kept\n');

    const [line] = linesOf(out);
    expect(line?.citations?.[0]).toEqual({
      section: 'How long do we keep your information?',
      version: '2023-09',
      text: 'recordings of telephone calls for 6 months.',
    });
    expect(line?.text).toContain(line?.citations?.[0]?.text);
    expect(line?.flow).toBeNull();
    expect(line?.confidence).toBeGreaterThan(0);
    expect(line?.ms).toBeGreaterThan(0);
  });

  it('cites only what the notice has, for every kind of question', async () => {
    const known = new Set(realNotice().sections.flatMap((section) => section.passages.map(({ text }) => text)));
    const questions = [
      'who sees my information',
      'data',
      'stop surveys',
      'talk to a person',
      'i smell gas',
      'rent',
      'zebra',
    ];

    const { out } = await ask(['--json'], questions.join('\n'));

    const cited = linesOf(out).flatMap(({ citations = [] }) => citations.map(({ text }) => text));
    expect(cited.length).toBeGreaterThan(3);
    expect(cited.filter((text) => !known.has(text))).toEqual([]);
  });

  it('does not let one question change the next', async () => {
    const questions = ['how long are my phone calls kept', 'hello', 'stop surveys', 'do you use cookies'];
    const withoutTime = (line: Line): Line => ({ ...line, id: '', ms: 0 });

    const [forwards, backwards] = await Promise.all([
      ask(['--json'], questions.join('\n')),
      ask(['--json'], [...questions].reverse().join('\n')),
    ]);

    expect(linesOf(backwards.out).reverse().map(withoutTime)).toEqual(linesOf(forwards.out).map(withoutTime));
  });

  it('answers from another notice when it is given one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ask-'));
    const file = join(folder, 'parrots.md');
    writeFileSync(
      file,
      '# Parrots\n\n## Keeping\n\nWe keep the names of parrots for nine years.\n\nCats go free.\n\n## Feeding\n\nSeeds.\n',
    );

    const { out } = await ask(['--json', '--notice', file], 'how long do you keep names of parrots\n');

    rmSync(folder, { recursive: true });
    expect(linesOf(out)[0]?.citations?.[0]).toEqual({
      section: 'Keeping',
      version: 'parrots',
      text: 'We keep the names of parrots for nine years.',
    });
  });

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [COMMAND, '--json']);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.stdin.on('error', () => undefined);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdout.once('data', () => child.stdout.destroy());

    child.stdin.end('how long are my phone calls kept\n'.repeat(2_000));

    expect(await ended).toBe(0);
    expect(err).toBe('');
  });

  it.each([[['--json', 'and a question']], [[]], [['--loud', 'hello']], [['x'.repeat(2_001)]]])(
    'refuses wrong usage with status 2: %j',
    async (args) => {
      const { status, out, err } = await ask(args);

      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(/--help shows how to ask/);
    },
  );

  it('shows help', async () => {
    const { status, out } = await ask(['--help']);

    expect(status).toBe(0);
    expect(out).toMatch(/--json/);
  });

  it('tells what is wrong with the content, with status 1', async () => {
    const { status, out, err } = await ask(['hello'], '', { CONTENT_DIR: join(tmpdir(), 'no-such-folder') });

    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/flows\.yaml:1 {2}the file is missing {2}\(file-exists\)/);
    expect(err).not.toMatch(/ at /);
  });
});
