import { activityId, sequenceOf } from '../../src/transcript/entry';
import { Transcripts } from '../../src/transcript/transcripts';
import { ENGINES, type OpenEngine } from '../support/engines';

const clock = { now: () => new Date('2026-11-25T10:00:00Z') };

const said = (key: string) => ({ key, author: 'tenant' as const, activity: { type: 'message', text: key } });

describe.each(ENGINES)('a transcript on %s', (_name, open) => {
  let engine: OpenEngine;
  let transcripts: Transcripts;
  beforeEach(async () => {
    engine = await open();
    transcripts = new Transcripts(engine.store, clock);
  });
  afterEach(() => engine.close());

  it('numbers what is said without gaps, also when much is said at once', async () => {
    await transcripts.start('chat', 'test', 'somebody');

    const keys = Array.from({ length: 20 }, (_, n) => `message ${n}`);
    await Promise.all(keys.map((key) => transcripts.append('chat', said(key))));

    const entries = await transcripts.entriesAfter('chat', 0, 100);
    expect(entries.map(({ sequence }) => sequence)).toEqual(keys.map((_, index) => index + 1));
    expect(new Set(entries.map(({ key }) => key)).size).toBe(20);
  });

  it('stores the same key once, and gives the same entry to all who bring it', async () => {
    await transcripts.start('chat', 'test', 'somebody');

    const appended = await Promise.all(Array.from({ length: 10 }, () => transcripts.append('chat', said('once'))));

    expect(appended.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(appended.map(({ entry }) => entry.sequence))).toEqual(new Set([1]));
    expect(await transcripts.entriesAfter('chat', 0, 100)).toHaveLength(1);
  });

  it('keeps conversations apart', async () => {
    for (const id of ['a', 'b']) {
      await transcripts.start(id, 'test', 'somebody');
      await transcripts.append(id, said('same key'));
    }

    expect((await transcripts.lastEntry('a'))?.sequence).toBe(1);
    expect((await transcripts.lastEntry('b'))?.sequence).toBe(1);
  });

  it('starts once', async () => {
    expect(await transcripts.start('chat', 'test', 'somebody')).toBe('started');
    expect(await transcripts.start('chat', 'test', 'somebody else')).toBe('exists');
    expect((await transcripts.conversation('chat'))?.userId).toBe('somebody');
  });

  it('takes nothing for a conversation that was never started', async () => {
    await expect(transcripts.append('nobody', said('lost'))).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await transcripts.entriesAfter('nobody', 0, 10)).toEqual([]);
  });

  it('remembers when it was first ended', async () => {
    await transcripts.start('chat', 'test', 'somebody');
    await transcripts.end('chat');

    expect((await transcripts.conversation('chat'))?.endedAt).toBe('2026-11-25T10:00:00.000Z');
  });
});

describe('an activity id', () => {
  it('tells the place in its conversation', () => {
    expect(activityId('chat', 7)).toBe('chat|0000007');
    expect(sequenceOf('chat|0000007')).toBe(7);
    expect(sequenceOf(activityId('chat', 12_345_678))).toBe(12_345_678);
  });

  it.each(['', 'chat', 'chat|7', 'chat|typing', `chat|${'9'.repeat(15)}9`])(
    'of another form tells none: "%s"',
    (id) => {
      expect(sequenceOf(id)).toBe(0);
    },
  );
});
