import { withdrawn } from '../../src/rights/case-changes';
import { openCases, PERSON, type CaseStore } from '../support/a-case-store';

let desk: CaseStore;
beforeEach(() => {
  desk = openCases();
});
afterEach(() => desk.close());

const SAFE = { email: PERSON, safe: 'yes' };

describe('edge case 51, the same person asks twice', () => {
  it('links the second to the first; both stay, and the first day stands', async () => {
    const first = await desk.send({}, SAFE);
    desk.clock.advance({ days: 3 });
    const second = await desk.send({}, SAFE);
    await desk.work();

    expect(await desk.cases.byReference(second.reference)).toMatchObject({
      repeats: first.reference,
      state: { name: 'sent' },
    });
    const kept = await desk.cases.byReference(first.reference);
    expect(kept).toMatchObject({ receivedAt: first.receivedAt, state: { name: 'sent' } });
    expect(kept).not.toHaveProperty('repeats');
  });

  it('links a third to the first, too', async () => {
    const first = await desk.send({}, SAFE);
    await desk.work();
    for (let count = 0; count < 2; count++) {
      desk.clock.advance({ days: 1 });
      const later = await desk.send({}, SAFE);
      await desk.work();
      expect(await desk.cases.byReference(later.reference)).toMatchObject({ repeats: first.reference });
    }
  });

  it('tells it by mail, to whoever reads that mailbox, with the day of the first', async () => {
    await desk.send({}, SAFE);
    await desk.work();
    desk.clock.advance({ days: 3 });
    await desk.send({}, SAFE);
    await desk.work();

    const texts = (await desk.toPerson()).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('You asked for this before, on Monday 23 November 2026'))).toHaveLength(
      1,
    );
  });

  it('links nothing to what was withdrawn, what asks for something else, and other people', async () => {
    const taken = await desk.send({}, SAFE);
    await desk.cases.change(taken.reference, withdrawn);
    await desk.send({ matters: ['erasure'] }, SAFE);
    await desk.send({}, { email: 'somebody@example.org', safe: 'yes' });
    desk.clock.advance({ days: 1 });
    const one = await desk.send({}, SAFE);
    await desk.work();

    expect(await desk.cases.byReference(one.reference)).not.toHaveProperty('repeats');
  });

  it('links none of one message to each other', async () => {
    const first = await desk.send({}, SAFE);
    const second = await desk.send({ matters: ['erasure'], family: first.family }, SAFE);
    await desk.work();

    for (const { reference } of [first, second])
      expect(await desk.cases.byReference(reference)).not.toHaveProperty('repeats');
  });
});

describe('edge case 52, two people with one mailbox', () => {
  it('have two cases, each with its own facts', async () => {
    const first = await desk.send({}, { ...SAFE, name: 'Ann' });
    desk.clock.advance({ days: 1 });
    const second = await desk.send({}, { ...SAFE, name: 'Bob' });
    await desk.work();

    const [one, other] = await Promise.all([first, second].map(({ reference }) => desk.cases.byReference(reference)));
    expect([one?.facts.name?.value, other?.facts.name?.value]).toEqual(['Ann', 'Bob']);
    expect(one?.family).not.toBe(other?.family);
    expect([one?.state.name, other?.state.name]).toEqual(['sent', 'sent']);
  });
});
