import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, isFromBot, textsOf, type StartedSession, type WireActivity } from '../support/chat-api';
import { integrityOf } from '../support/database-file';
import { freePort } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { createRandom } from '../support/random';
import { startRealServer, type RealServer } from '../support/real-server';

const SEED = 20260105;
const ROUNDS = 5;
const CHATS = 6;
/** Messages that have to be acknowledged in one round before the service is killed, at least and at most. */
const PER_ROUND = { least: 10, most: 60 };

/** A client that says one message after the other, and each again with the same id until it is acknowledged. */
class Talker {
  readonly acknowledged = new Map<string, string>();
  repeated = 0;
  private isQuiet = false;

  constructor(
    private readonly api: ChatApi,
    readonly session: StartedSession,
    private readonly isUp: () => Promise<boolean>,
  ) {}

  async talk(): Promise<void> {
    for (let number = 1; !this.isQuiet; number++) await this.say(`hello ${number}`);
  }

  stop(): void {
    this.isQuiet = true;
  }

  private async say(text: string): Promise<void> {
    for (;;) {
      const answer = await this.api.say(this.session, text, `id of ${text}`).catch(() => undefined);
      if (answer?.status === 200) {
        this.acknowledged.set(text, answer.body.id ?? '');
        return;
      }
      this.repeated += 1;
      await eventually('the service is up', this.isUp);
    }
  }
}

describe('a service that is killed again and again', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  let server: RealServer;
  let talkers: Talker[];
  let transcripts: WireActivity[][];

  beforeAll(async () => {
    const random = createRandom(SEED);
    const port = await freePort();
    server = await startRealServer({ dataDir, port });
    const api = new ChatApi(server.url);
    const isUp = () =>
      api.call('GET', '/healthz').then(
        ({ status }) => status === 200,
        () => false,
      );
    const sessions = await Promise.all(Array.from({ length: CHATS }, () => api.start()));
    talkers = sessions.map((session) => new Talker(api, session, isUp));
    const talks = talkers.map((talker) => talker.talk());

    for (let round = 0; round < ROUNDS; round++) {
      const goal = total(talkers) + PER_ROUND.least + Math.floor(random() * (PER_ROUND.most - PER_ROUND.least));
      await eventually('enough was said', () => total(talkers) >= goal);
      // Somewhere in the work on one message.
      await new Promise((resolve) => setTimeout(resolve, random() * 12));
      await server.end('SIGKILL');
      server = await startRealServer({ dataDir, port });
    }
    talkers.forEach((talker) => talker.stop());
    await Promise.all(talks);
    transcripts = await Promise.all(sessions.map((session) => api.transcript(session)));
  }, 60_000);
  afterAll(async () => {
    await server.end('SIGTERM');
    rmSync(dataDir, { recursive: true });
  });

  it('was interrupted in the middle of its work', () => {
    expect(talkers.reduce((sum, { repeated }) => sum + repeated, 0)).toBeGreaterThanOrEqual(ROUNDS);
    expect(total(talkers)).toBeGreaterThan(ROUNDS * PER_ROUND.least);
  });

  it('has every message once, in order, under the id that was acknowledged', () => {
    const stored = transcripts.map((transcript) =>
      transcript.filter((activity) => !isFromBot(activity)).map(({ text, id }) => [text, id]),
    );

    expect(stored).toEqual(talkers.map(({ acknowledged }) => [...acknowledged]));
  });

  it('has answered every message once, right after it', () => {
    for (const [welcome, ...said] of transcripts) {
      expect(welcome?.channelData?.reply?.kind).toBe('welcome');
      expect(said.map(isFromBot)).toEqual(said.map((_activity, index) => index % 2 === 1));
      expect(textsOf(said.filter(isFromBot))).not.toContain(undefined);
    }
  });

  it('has numbered everything without a gap', () => {
    for (const transcript of transcripts) {
      expect(transcript.map(({ id }) => Number(id?.split('|')[1]))).toEqual(
        transcript.map((_activity, index) => index + 1),
      );
    }
  });

  it('has a database without a fault', () => {
    expect(integrityOf(dataDir)).toBe('ok');
  });
});

const total = (talkers: readonly Talker[]): number =>
  talkers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
