import { CASES } from '../../src/rights/case';
import { withdrawn } from '../../src/rights/case-changes';
import { doCaseWork } from '../../src/rights/case-work';
import { OUTBOX } from '../../src/outbox/outbox-message';
import type { Collection, DocumentStore } from '../../src/shared/document-store';
import { realNotice } from '../search/real-content';
import { openCases, PERSON, type CaseStore } from '../support/a-case-store';
import { scriptedDesk } from '../support/scripted-desk';
import { testRights } from '../support/test-rights';

let desk: CaseStore | undefined;
afterEach(() => desk?.close());

function open(around?: (store: DocumentStore) => DocumentStore): CaseStore {
  desk = openCases(around);
  return desk;
}

const SAFE = { email: PERSON, safe: 'yes' };

describe('the team', () => {
  it('is told of a form that nobody has sent after 24 hours, and not before', async () => {
    const { record, clock, work, toTeam } = open();
    const { reference } = await record();
    clock.advance({ minutes: 24 * 60 - 1 });
    await work();
    expect(await toTeam()).toEqual([]);

    clock.advance({ minutes: 1 });
    await work();
    expect(await toTeam()).toMatchObject([{ subject: `${reference}: case without a finished form` }]);
  });

  it('is told at once of a breach, also where its form is left', async () => {
    const { record, work, toTeam } = open();
    const { reference } = await record({ matters: ['breach'] });
    await work();

    expect(await toTeam()).toMatchObject([{ subject: `${reference}: please look at it now` }]);
  });

  it('is told at once of what is sent, and of what is withdrawn', async () => {
    const { send, cases, work, toTeam } = open();
    const { reference } = await send({}, {});
    await work();
    expect(await toTeam()).toMatchObject([{ subject: `${reference}: new case` }]);

    await cases.change(reference, withdrawn);
    await work();
    expect((await toTeam()).map(({ subject }) => subject).sort()).toEqual([
      `${reference}: case withdrawn`,
      `${reference}: new case`,
    ]);
  });

  it.each([
    [{ company: 'sng' }, 'data.protection@sovereign.org.uk'],
    [{ company: 'snh' }, 'dpo@networkhomes.org.uk'],
    [{ company: 'unsure' }, 'data.protection@sovereign.org.uk'],
    [{}, 'data.protection@sovereign.org.uk'],
  ])('is that of the company which was named: %j', async (facts, mailbox) => {
    const { send, work, toTeam } = open();
    await send({}, facts);
    await work();

    expect((await toTeam()).map(({ to }) => to)).toEqual([mailbox]);
  });

  it('gets no word of the person by mail', async () => {
    const { send, work, toTeam } = open();
    const facts = {
      name: 'Zora Quill',
      place: '12 Mill Lane',
      phone: '07700 900123',
      which: 'my cancer letters',
      help: 'braille',
    };
    await send({ text: 'my ex must not know of this' }, facts);
    await work();

    const [mail] = await toTeam();
    const said = JSON.stringify(mail);
    for (const word of ['Zora', 'Mill', '900123', 'cancer', 'braille', 'ex must']) expect(said).not.toContain(word);
  });
});

describe('the person', () => {
  it('gets the acknowledgement by e-mail when they have said that it is safe', async () => {
    const { send, work, toPerson } = open();
    const { reference } = await send({}, SAFE);
    await work();

    const [mail, ...others] = await toPerson();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('We have your request');
    expect(mail?.text).toContain(reference);
  });

  it.each([[{ email: PERSON, safe: 'no' }], [{ email: PERSON }], [{ phone: '07700 900123', safe: 'yes' }]])(
    'gets no mail otherwise: %j',
    async (facts) => {
      const { send, work, outgoing } = open();
      await send({}, facts);
      await work();

      expect(await outgoing()).toHaveLength(1);
    },
  );

  it('gets one mail for all that was asked for together', async () => {
    const { send, work, toPerson } = open();
    const first = await send({}, SAFE);
    const second = await send({ matters: ['erasure'], family: first.family }, SAFE);
    await work();

    const [mail, ...others] = await toPerson();
    expect(others).toEqual([]);
    expect(mail?.text).toContain(first.reference);
    expect(mail?.text).toContain(second.reference);
  });

  it('has their address suppressed once they opt out, and others are told', async () => {
    const { send, work, outgoing } = open();
    const { reference } = await send({ matters: ['opt_out_contact'] }, { email: PERSON });
    await work();

    const told = (await outgoing()).filter((one) => one.kind === 'webhook');
    expect(told).not.toEqual([]);
    expect(JSON.stringify(told)).toContain(reference);
  });
});

/** A store that fails where it is told to, so often. */
function failing(
  store: DocumentStore,
  fails: (operation: 'insert' | 'replace', collection: Collection<never>, body: unknown) => boolean,
): DocumentStore {
  const guard = (operation: 'insert' | 'replace', collection: Collection<never>, body: unknown) => {
    if (fails(operation, collection, body)) throw new Error('the process died here');
  };
  return {
    get: (collection, id) => store.get(collection, id),
    find: (collection, query) => store.find(collection, query),
    delete: (collection, id) => store.delete(collection, id),
    insert: async (collection, id, body) => {
      guard('insert', collection, body);
      return store.insert(collection, id, body);
    },
    replace: async (collection, id, version, body) => {
      guard('replace', collection, body);
      return store.replace(collection, id, version, body);
    },
  };
}

describe('work that is cut off', () => {
  it('between doing and marking is done again, and nobody hears of it twice (63)', async () => {
    let deaths = 3;
    const { send, work, outgoing, cases } = open((store) =>
      failing(store, (operation, { name }, body) => {
        const isMark = operation === 'replace' && name === CASES.name && JSON.stringify(body).includes('"done"');
        return isMark && deaths-- > 0;
      }),
    );
    const { reference } = await send({ matters: ['opt_out_surveys'] }, SAFE);
    for (let count = 0; count < 4; count++) await work();

    expect((await cases.byReference(reference))?.toDo).toEqual([]);
    expect((await outgoing()).map(({ kind }) => kind).sort()).toEqual(['mail', 'mail', 'webhook']);
  });

  it('while mail cannot be stored is done later, with the day of the message (63)', async () => {
    let isDown = true;
    const { send, work, toTeam, cases } = open((store) =>
      failing(store, (_, { name }) => isDown && name === OUTBOX.name),
    );
    const { reference, receivedAt } = await send({}, {});
    await work();
    expect(await toTeam()).toEqual([]);
    expect(await cases.byReference(reference)).toMatchObject({ receivedAt, state: { name: 'sent' } });

    isDown = false;
    await work();
    expect(await toTeam()).toHaveLength(1);
  });

  it('of one case holds up no other, and is told in the end', async () => {
    const { send, cases, clock } = open();
    const bad = await send({}, {});
    const others: string[] = [];
    for (let count = 0; count < 60; count++) others.push((await send({}, {})).reference);
    const done = new Set<string>();
    const tell = ({ reference }: { readonly reference: string }): Promise<void> => {
      if (reference === bad.reference) return Promise.reject(new Error('bad'));
      done.add(reference);
      return Promise.resolve();
    };
    const nothing = () => Promise.resolve();
    const ways = {
      tell_team: tell,
      tell_addition: nothing,
      link: nothing,
      acknowledge: nothing,
      suppress: nothing,
      lift: nothing,
    };

    await expect(doCaseWork(cases, ways, clock.now())).rejects.toThrow('bad');
    expect(done).toEqual(new Set(others));
    expect((await cases.byReference(bad.reference))?.toDo.map(({ what }) => what)).toEqual(['tell_team']);
  });
});

describe('the work on cases', () => {
  it('is done once, though several processes are at it at the same time', async () => {
    const { send, toTeam, toPerson, store, clock } = open();
    const contextNow = () => ({ notice: realNotice() });
    const processes = [1, 2, 3].map(() => testRights({ desk: scriptedDesk({}), contextNow, clock, store }));
    await Promise.all([send({}, SAFE), send({}, SAFE), send({}, SAFE)]);

    await Promise.all(processes.map(({ work }) => work.run()));

    const told = (await toTeam()).map(({ subject }) => subject);
    expect([told.length, new Set(told).size]).toEqual([3, 3]);
    expect(await toPerson()).toHaveLength(3);
  });
});
