import { done, passedOver, said, sent, told, withdrawn } from '../../src/rights/case-changes';
import { Cases } from '../../src/rights/cases';
import { openCases, type CaseStore } from '../support/a-case-store';

let desk: CaseStore;
beforeEach(() => {
  desk = openCases();
});
afterEach(() => desk.close());

const inOrder = <T>(items: readonly T[]): T[] => [...items].sort();

describe('what is recorded', () => {
  it('is there once, however often the same message comes', async () => {
    const raised = { matters: ['access', 'erasure'] as const, key: 'the same' };
    const first = await desk.record(raised);
    desk.clock.advance({ minutes: 5 });
    await Promise.all([desk.record(raised), desk.record(raised), desk.record(raised)]);

    const family = await desk.cases.family(first.reference);
    expect(family.map(({ matter }) => matter)).toEqual(['access', 'erasure']);
    expect(family[0]).toEqual(expect.objectContaining({ ...first }));
  });

  it('is another case when another message says the same', async () => {
    const [first, second] = [await desk.record(), await desk.record()];

    expect(second.reference).not.toBe(first.reference);
    expect(second.family).toBe(second.reference);
  });

  it('counts from when the message came, and not from its turn (6)', async () => {
    desk.clock.set('2026-11-24T00:00:05Z');
    const one = await desk.record({ at: new Date('2026-11-23T23:59:58Z') });

    expect(one.receivedAt).toBe('2026-11-23T23:59:58.000Z');
  });

  it('can join what is being filled in', async () => {
    const first = await desk.record();
    await desk.record({ matters: ['erasure'], family: first.family });

    expect((await desk.cases.family(first.family)).map(({ matter }) => matter)).toEqual(['access', 'erasure']);
  });

  it('is found by its conversation, the newest first', async () => {
    await desk.record({ conversationId: 'a' });
    desk.clock.advance({ minutes: 1 });
    const later = await desk.record({ conversationId: 'a', text: 'I want my file, too' });
    await desk.record({ conversationId: 'b' });

    const found = await desk.cases.inConversation('a', 10);
    expect(found).toHaveLength(2);
    expect(found[0]?.reference).toBe(later.reference);
  });

  it('gets another reference when one is taken', async () => {
    const references = ['2222-222', '2222-222', '3333-333'];
    const { store, clock } = desk;
    const cases = new Cases({ store, clock, newReference: () => references.shift() ?? 'none left' });
    const message = { matters: ['access'], text: 'x', channel: 'chat', at: clock.now(), told: {} } as const;
    await cases.record({ ...message, key: 'one' });
    const [second] = await cases.record({ ...message, key: 'other' });

    expect(second?.reference).toBe('3333-333');
  });
});

describe('what is told', () => {
  it('stays of two writers at once (edge case 74)', async () => {
    const { reference } = await desk.record();
    const fields = Array.from({ length: 12 }, (_, at) => `field-${at}`);
    await Promise.all(fields.map((field) => desk.cases.change(reference, told({ [field]: 'x' }))));

    const one = await desk.cases.byReference(reference);
    expect(inOrder(Object.keys(one?.facts ?? {}))).toEqual(inOrder(fields));
    expect(one?.timeline.filter(({ what }) => what === 'told')).toHaveLength(12);
  });

  it('is told once when two tabs say the same at once', async () => {
    const { reference } = await desk.record();
    await Promise.all([1, 2, 3].map(() => desk.cases.change(reference, told({ name: 'Jo' }))));

    const one = await desk.cases.byReference(reference);
    expect(one?.timeline.filter(({ what }) => what === 'told')).toHaveLength(1);
  });

  it('replaces what was told before, and what was passed over', async () => {
    const { reference } = await desk.record();
    await desk.cases.change(reference, told({ email: 'jo@exmaple.org' }));
    await desk.cases.change(reference, passedOver('name', 'refused'));
    await desk.cases.change(reference, told({ email: 'jo@example.org', name: 'Jo' }));

    const one = await desk.cases.byReference(reference);
    expect(one?.facts).toMatchObject({ email: { value: 'jo@example.org' }, name: { value: 'Jo' } });
    expect(one?.passedOver).toEqual({});
  });

  it('adds the words of a message once', async () => {
    const { reference } = await desk.record();
    await desk.cases.change(reference, said('and the calls', 'message-9'));
    await desk.cases.change(reference, said('and the calls', 'message-9'));

    expect((await desk.cases.byReference(reference))?.words.map(({ text }) => text)).toEqual([
      'I want my file',
      'and the calls',
    ]);
  });

  it('is refused for a case that is not there', async () => {
    await expect(desk.cases.change('2222-222', told({ name: 'Jo' }))).rejects.toMatchObject({
      code: 'store_unavailable',
    });
  });
});

describe('two who decide at once (edge case 74)', () => {
  it('send a case once', async () => {
    const { reference } = await desk.record();
    await Promise.all([1, 2, 3].map(() => desk.cases.change(reference, sent([], undefined))));

    const one = await desk.cases.byReference(reference);
    expect(one?.timeline.filter(({ what }) => what === 'sent')).toHaveLength(1);
    expect(one?.toDo.map(({ what }) => what)).toEqual(['link', 'tell_team']);
  });

  it('end with one state and a timeline that tells both', async () => {
    const { reference } = await desk.record();
    await Promise.all([
      desk.cases.change(reference, sent([], undefined)),
      desk.cases.change(reference, withdrawn),
      desk.cases.change(reference, told({ name: 'Jo' })),
    ]);

    const one = await desk.cases.byReference(reference);
    expect(one?.state.name).toBe('withdrawn');
    expect(one?.facts.name?.value).toBe('Jo');
    expect(one?.timeline.map(({ what }) => what)).toEqual(expect.arrayContaining(['recorded', 'withdrawn', 'told']));
  });
});

describe('two copies of the service that decide at once (edge case 74)', () => {
  it('lose nothing of either', async () => {
    const { reference } = await desk.record();
    const other = new Cases({ store: desk.store, clock: desk.clock, newReference: () => 'never' });
    const fields = Array.from({ length: 10 }, (_, at) => `field-${at}`);
    await Promise.all(
      fields.map((field, at) => (at % 2 === 0 ? desk.cases : other).change(reference, told({ [field]: 'x' }))),
    );
    await Promise.all([desk.cases, other].map((cases) => cases.change(reference, sent([], undefined))));

    const one = await other.byReference(reference);
    expect(inOrder(Object.keys(one?.facts ?? {}))).toEqual(inOrder(fields));
    expect(one?.timeline.filter(({ what }) => what === 'sent')).toHaveLength(1);
  });
});

describe('what is to be done', () => {
  it('is found when it is due, and not before', async () => {
    const { reference } = await desk.record();
    expect(await desk.cases.withToDo(desk.clock.now(), 10)).toEqual([]);
    desk.clock.advance({ days: 1 });

    expect((await desk.cases.withToDo(desk.clock.now(), 10)).map((one) => one.reference)).toEqual([reference]);
  });

  it('is found no more when it is done', async () => {
    const { reference, toDo } = await desk.record();
    desk.clock.advance({ days: 1 });
    for (const item of toDo) await desk.cases.change(reference, done(item));

    expect(await desk.cases.withToDo(desk.clock.now(), 10)).toEqual([]);
    expect((await desk.cases.byReference(reference))?.timeline.at(-1)).toMatchObject({
      what: 'done',
      about: 'tell_team',
    });
  });
});
