import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Manifest } from '../../src/subject-access/manifest';
import { ChatApi, type StartedSession } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { DATABASES, type newDatabase } from '../support/engines';
import { FormWindow } from '../support/form-window';
import { PageVisitor } from '../support/page-visitor';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const SAYS = [
  'I want a copy of my file about the damp. My neighbour Karen Bracegirdle complained, her number is 07700 900999',
  'Me',
  'everything',
  'send',
  'Jo.Quibell@Example.org',
];

describe.each(DATABASES)('the person command on %s', (engine, makeDatabase) => {
  let database: ReturnType<typeof newDatabase>;
  let dataDir: string;
  let work: string;
  let desk: TestDesk;
  let session: StartedSession;
  let onPage: string;

  /** Runs the built command with whom it is about on its input, as `npm run person` does, beside the service. */
  const person = (args: readonly string[], about = ''): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, DATA_DIR: dataDir, MONGODB_URI: database.uri };
      const child = spawn(process.execPath, ['dist/src/commands/person.js', ...args], { env });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
      child.on('error', reject).on('close', (status) => resolve({ status, out, err }));
      child.stdin.end(about);
    });
  const folder = (name: string): string => join(work, name);
  const read = (...names: readonly string[]): string => readFileSync(join(work, ...names), 'utf8');
  /** Exports and suggests into a new folder, and decides in its passages file. */
  const prepared = async (name: string, decide: (passages: string) => string): Promise<string> => {
    await person(['export', folder(name)], 'jo.quibell@example.org');
    await person(['redact', folder(name)]);
    writeFileSync(folder(`${name}/passages.yaml`), decide(read(name, 'passages.yaml')));
    return folder(name);
  };
  const hideAll = (passages: string): string =>
    passages.replaceAll('hide: undecided', 'hide: yes').replace('checked-by: null', 'checked-by: Ada Operator');

  beforeAll(async () => {
    database = makeDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    work = mkdtempSync(join(tmpdir(), 'privacy-desk-exports-'));
    desk = await startDesk({ dataDir, settings: { MONGODB_URI: database.uri } });
    const api = new ChatApi(desk.url);
    session = await api.start();
    const window = new FormWindow(api, session);
    for (const [at, line] of SAYS.entries()) await window.say(line, `line ${at}`);
    await api.say(await api.start(), 'my name is Al Thistlewood and I want a copy of my data');

    const page = await new PageVisitor(desk.url).open('/request');
    await page.send({ want: 'opt_out_surveys', words: 'No more surveys' });
    await page.send(answersTo(page, { email: 'jo.quibell@example.org', safe: 'yes', name: 'Jo Quibell' }), 'send');
    expect(page.problems).toEqual([]);
    onPage = page.references[0] ?? '';
    const other = await new PageVisitor(desk.url).open('/request');
    await other.send({ want: 'access', words: 'This is Al Thistlewood' });
    await other.send(answersTo(other, { email: 'al@example.org', safe: 'yes' }), 'send');
  });
  afterAll(async () => {
    await desk.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true });
    rmSync(work, { recursive: true });
  });

  describe('find', () => {
    it.each(['jo.quibell@example.org', ' JO.Quibell@EXAMPLE.org\n', 'mailto:jo.quibell@example.org'])(
      'finds cases in the chat and on pages by an address, however it is written: "%s"',
      async (address) => {
        const { status, out } = await person(['find'], address);

        expect(status).toBe(0);
        expect(out).toMatch(/^chats: 1 \(\d+ entries\)\nrequests: 2\n/);
        expect(out).toContain(`  ${onPage}  opt_out_surveys  sent\n`);
        expect(out).not.toMatch(/quibell|karen|damp/i);
      },
    );

    it('finds by a reference, and by the id of a chat', async () => {
      expect((await person(['find'], onPage.toLowerCase().replace('-', ' '))).out).toMatch(
        /^chats: 0 .*\nrequests: 1\n/,
      );
      expect((await person(['find'], session.conversationId)).out).toMatch(/^chats: 1 .*\nrequests: 1\n/);
      expect((await person(['find'], `${onPage}\r\n${session.conversationId}`)).out).toMatch(
        /^chats: 1 .*\nrequests: 2\n/,
      );
    });

    it('finds nothing of somebody who was never here', async () => {
      expect((await person(['find'], 'nobody@example.org')).out).toMatch(/^chats: 0 \(0 entries\)\nrequests: 0\n/);
    });

    it.each([
      [
        'a name',
        'jo.quibell@example.org\nQuibell',
        'line 2 is no e-mail address, telephone number, reference or id of a chat\n',
      ],
      ['nothing', '\n\n', 'nobody was named: give an address, number, reference or id of a chat\n'],
    ])('takes nobody for somebody by %s, and repeats no word of it', async (_what, about, err) => {
      expect(await person(['find'], about)).toEqual({ status: 1, out: '', err });
    });

    it.each([[], ['seek'], ['find', 'jo@example.org'], ['export'], ['release']])(
      'says that it is not clear what to do: %s',
      async (...args) => {
        expect((await person(args)).status).toBe(2);
      },
    );
  });

  describe('export', () => {
    it('writes what is kept of this person, and of nobody else, as a draft that only its owner can read', async () => {
      const { status, out } = await person(['export', folder('one')], 'jo.quibell@example.org');

      expect([status, out]).toEqual([0, expect.stringContaining('a draft, not for release')]);
      const [html, json] = [read('one', 'draft.html'), read('one', 'draft.json')];
      for (const text of [html, json]) {
        expect(text).toContain('Karen Bracegirdle');
        expect(text).toContain(onPage);
        expect(text).not.toMatch(/Thistlewood|al@example/);
      }
      expect(html).toContain('Draft. Not for release.');
      expect(html).toContain('A copy of the information that you hold');
      for (const name of ['', 'draft.html', 'draft.json', 'manifest.json']) {
        expect(statSync(folder(`one/${name}`)).mode & 0o077).toBe(0);
      }
    });

    it('has a manifest with counts, hashes and what is left out, and without addresses', async () => {
      await person(['export', folder('two')], 'jo.quibell@example.org');

      const manifest = JSON.parse(read('two', 'manifest.json')) as Manifest;
      expect(manifest).toMatchObject({
        state: 'draft',
        madeBy: 'privacy-desk 0.1.0',
        searchedBy: { email: 1 },
        counts: { chats: 1, cases: 2, optOuts: 1 },
      });
      for (const { name, bytes, sha256 } of manifest.files) {
        const text = read('two', name);
        expect([bytes, sha256]).toEqual([Buffer.byteLength(text), createHash('sha256').update(text).digest('hex')]);
      }
      expect(manifest.files.map(({ name }) => name).sort()).toEqual(['draft.html', 'draft.json']);
      expect(manifest.leftOut.length).toBeGreaterThan(3);
      expect(JSON.stringify(manifest)).not.toMatch(/quibell/i);
    });

    it('is one page that loads nothing, has its language and one main heading, and no script', async () => {
      await person(['export', folder('three')], session.conversationId);

      const html = read('three', 'draft.html');
      expect(html).toMatch(/<html lang="en-GB">/);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).not.toMatch(/<script|src=|href=|url\(|@import/);
    });

    it('writes over nothing', async () => {
      await person(['export', folder('four')], onPage);

      const again = await person(['export', folder('four')], onPage);

      expect([again.status, again.err]).toEqual([
        1,
        `${folder('four')} is there already, and nothing is written over it\n`,
      ]);
    });
  });

  // They read the folder of an export, and no database.
  if (engine !== 'SQLite') return;

  describe('redact', () => {
    it("suggests other people's names and numbers, and not the person's own", async () => {
      const passages = await prepared('redacted', (text) => text).then(() => read('redacted', 'passages.yaml'));

      const texts = [...passages.matchAll(/^ {2}- text: (.*)$/gm)].map(([, text]) => text);
      expect(texts).toEqual(expect.arrayContaining(['Karen Bracegirdle', '07700 900999']));
      expect(texts.join()).not.toMatch(/quibell/i);
      expect(passages).toContain('My neighbour Karen Bracegirdle complained');
      expect(passages.match(/hide: undecided/g)).toHaveLength(texts.length);
    });

    it('does not undo what somebody has decided', async () => {
      const made = await prepared('twice', hideAll);

      expect((await person(['redact', made])).status).toBe(1);
      expect(read('twice', 'passages.yaml')).toContain('Ada Operator');
    });
  });

  describe('release', () => {
    it.each<[string, (passages: string) => string, RegExp]>([
      [
        'that nobody has read',
        (text) => text.replaceAll('undecided', 'no'),
        /passages.yaml:\d+.*checked-by: write your name/,
      ],
      [
        'with a passage that is not decided',
        (text) => hideAll(text).replace(/^ {4}hide: yes/m, '    hide: undecided'),
        /decide: yes or no/,
      ],
      [
        'with a passage that is spelt otherwise',
        (text) => hideAll(text).replace('Karen Br', 'Karin Br'),
        /stand nowhere in the draft/,
      ],
      ['of another draft', (text) => hideAll(text).replace(/draft: \w/, 'draft: x'), /is about another draft/],
    ])('refuses a draft %s', async (what, decide, said) => {
      const made = await prepared(`refused ${what}`, decide);

      const { status, err } = await person(['release', made]);

      expect(status).toBe(1);
      expect(err).toMatch(/^Nothing was released\./);
      expect(err).toMatch(said);
      expect(existsSync(join(made, 'release'))).toBe(false);
    });

    it('refuses without any list of passages, and a draft that was changed by hand', async () => {
      await person(['export', folder('bare')], onPage);
      expect((await person(['release', folder('bare')])).err).toContain('redact makes it');

      const made = await prepared('changed', hideAll);
      writeFileSync(join(made, 'draft.json'), read('changed', 'draft.json').replace('Karen', 'A lady'));
      expect((await person(['release', made])).err).toContain('was changed: export again');
    });

    it('hides what was decided in every file, shows the rest, and says who has checked it', async () => {
      const own = '\n  - text: the   DAMP\n    hide: yes\n';
      const made = await prepared('released', (text) => hideAll(text).trimEnd() + own);

      const { status, out } = await person(['release', made]);

      expect([status, out]).toEqual([0, expect.stringMatching(/^hidden: \d+ passages in \d+ places\n/)]);
      const names = readdirSync(join(made, 'release')).sort();
      expect(names).toEqual(['manifest.json', 'your-information.html', 'your-information.json']);
      for (const name of names) {
        expect(read('released', 'release', name)).not.toMatch(/Karen|Bracegirdle|900999|the damp/i);
      }
      const html = read('released', 'release', 'your-information.html');
      expect(html).toContain('My neighbour (about somebody else) complained');
      expect(html).not.toContain('Not for release');
      expect(html).toContain('jo.quibell@example.org');
      const manifest = JSON.parse(read('released', 'release', 'manifest.json')) as Manifest;
      expect(manifest).toMatchObject({ state: 'released', checkedBy: 'Ada Operator' });
      const passages = read('released', 'passages.yaml').match(/^ {4}hide: yes/gm)?.length;
      expect(manifest.hidden?.passages).toBe(passages);
      expect(manifest.hidden?.places).toBeGreaterThanOrEqual(passages ?? 0);
    });
  });
});

/** Answers by the ends of the names of fields. */
function answersTo({ fields }: PageVisitor, answers: Readonly<Record<string, string>>): Record<string, string> {
  const named = fields.map(({ name }) => [name, answers[name.split('.').at(-1) ?? '']] as const);
  return Object.fromEntries(named.flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])));
}
