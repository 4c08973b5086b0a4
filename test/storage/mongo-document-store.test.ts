import { createConnection, type Connection } from 'mongoose';

import type { Collection } from '../../src/shared/document-store';
import { MongoDocumentStore } from '../../src/storage/mongo/mongo-document-store';
import { describeDocumentStore } from '../contracts/document-store.contract';
import { describeLostConnection } from '../contracts/lost-connection.contract';
import { describeOddContent } from '../contracts/odd-content.contract';
import { MONGODB_URI, newDatabase, openMongo, sealed } from '../support/engines';

interface Ticket {
  readonly owner: string;
  readonly number?: number;
  readonly until: string;
}

const TICKETS: Collection<Ticket> = {
  name: 'tickets',
  indexes: [
    { name: 'by-owner', fields: ['owner', 'number'], unique: true },
    { name: 'by-expiry', fields: ['until'] },
  ],
  expiry: 'until',
};

const TICKET: Ticket = { owner: 'Annabel', number: 1, until: '2090-01-01T00:00:00.000Z' };

if (MONGODB_URI === '') {
  it.skip('NOTHING WAS TESTED ON MONGODB: set MONGODB_URI to a server that speaks its protocol', () => undefined);
} else {
  describeDocumentStore('a server that speaks the protocol of MongoDB', openMongo);
  describeOddContent('a server that speaks the protocol of MongoDB', openMongo);
  describeLostConnection('a server that speaks the protocol of MongoDB', openMongo);
  describeDocumentStore('a server that speaks the protocol of MongoDB, sealed', sealed(openMongo), ['owner', 'text']);
  describeOddContent('a server that speaks the protocol of MongoDB, sealed', sealed(openMongo), [
    'key',
    'text',
    'more',
  ]);
  describeLostConnection('a server that speaks the protocol of MongoDB, sealed', sealed(openMongo), ['owner']);
  describe('the MongoDB document store', describeMongo);
}

function describeMongo(): void {
  let database: ReturnType<typeof newDatabase>;
  let connection: Connection;
  let repaired: string[];
  const stores: MongoDocumentStore[] = [];

  const start = async (collection: Collection<never> = TICKETS): Promise<MongoDocumentStore> => {
    repaired = [];
    const onRepaired = (index: string) => repaired.push(index);
    const store = await MongoDocumentStore.open({ uri: database.uri, makesIndexes: true, onRepaired });
    stores.push(store);
    await store.prepare([collection]);
    return store;
  };
  const indexes = async () => connection.collection('tickets').indexes();
  const index = async (name: string) => (await indexes()).find((found) => found.name === name);

  beforeAll(async () => {
    database = newDatabase();
    connection = await createConnection(database.uri).asPromise();
  });
  beforeEach(async () => {
    await connection.dropDatabase();
  });
  afterEach(() => Promise.all(stores.splice(0).map((store) => store.close())));
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  it('makes the same indexes in processes that start at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => start()));

    const names = (await indexes()).map(({ name }) => name).sort();
    expect(names).toEqual(['_id_', 'by-expiry', 'by-owner', 'expires']);
    expect(repaired).toEqual([]);
  });

  it('makes what is declared at the start, before there is any document', async () => {
    await start();

    const exists = { $exists: true };
    expect(await index('by-owner')).toMatchObject({
      key: { 'body.owner': 1, 'body.number': 1 },
      unique: true,
      partialFilterExpression: { 'body.owner': exists, 'body.number': exists },
    });
    expect(await index('by-expiry')).toMatchObject({ key: { 'body.until': 1 } });
    expect(await index('by-expiry')).not.toHaveProperty('unique');
    expect(await index('expires')).toMatchObject({ key: { expires: 1 }, expireAfterSeconds: 0 });
    expect(repaired).toEqual([]);
  });

  it('leaves everything as it is at the next start', async () => {
    await start();
    const before = await indexes();

    await start();

    expect(await indexes()).toEqual(before);
    expect(repaired).toEqual([]);
  });

  it.each([3600, 63_072_000])('repairs an index that expires %i seconds after the time', async (expireAfterSeconds) => {
    await connection.collection('tickets').createIndexes([{ key: { expires: 1 }, name: 'mine', expireAfterSeconds }]);

    await start();

    expect((await indexes()).filter(({ key }) => 'expires' in (key as object))).toMatchObject([
      { name: 'expires', expireAfterSeconds: 0 },
    ]);
    expect(repaired).toEqual(['expires of tickets']);
  });

  it('repairs an index of the same name that is of other fields, or not unique', async () => {
    await connection.collection('tickets').createIndexes([{ key: { 'body.until': 1 }, name: 'by-owner' }]);
    const store = await start();
    await store.insert(TICKETS, 'a', TICKET);

    expect(await store.insert(TICKETS, 'b', TICKET)).toBe('exists');
    expect(repaired).toContain('by-owner of tickets');
  });

  it('leaves alone indexes that somebody has added', async () => {
    await connection.collection('tickets').createIndexes([{ key: { version: 1 }, name: 'of-an-operator' }]);

    await start();

    expect(await index('of-an-operator')).toBeDefined();
    expect(repaired).toEqual([]);
  });

  it('does not start on documents that a unique index does not allow, and quotes none of them', async () => {
    const store = await start({ ...TICKETS, indexes: [] });
    await store.insert({ ...TICKETS, indexes: [] }, 'a', TICKET);
    await store.insert({ ...TICKETS, indexes: [] }, 'b', TICKET);

    const failure = await start().catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'store_unavailable' });
    expect(String(failure)).toMatch(/the indexes of tickets are not as they have to be/);
    expect(String(failure)).not.toContain('Annabel');
  });

  it('keeps the time of expiry as a date too, for the database to delete by', async () => {
    const store = await start();
    await store.insert(TICKETS, 'a', TICKET);
    await store.insert(TICKETS, 'b', { owner: 'bob', until: 'never' });
    await store.replace(TICKETS, 'a', 1, { ...TICKET, until: '2091-01-01T00:00:00.000Z' });
    const expires = async (id: string): Promise<unknown> =>
      (await connection.collection<{ _id: string; expires?: Date }>('tickets').findOne({ _id: id }))?.expires;

    expect(await expires('a')).toEqual(new Date('2091-01-01'));
    expect(await expires('b')).toBeUndefined();
    await store.replace(TICKETS, 'a', 2, { ...TICKET, until: 'never' });
    expect(await expires('a')).toBeUndefined();
  });

  it('shows every process what another one has written', async () => {
    const [one, other] = [await start(), await start()];
    await one.insert(TICKETS, 'a', TICKET);

    const outcomes = await Promise.all([one, other].map((store) => store.replace(TICKETS, 'a', 1, TICKET)));

    expect(outcomes.sort()).toEqual(['conflict', 'replaced']);
    expect(await other.get(TICKETS, 'a')).toEqual(await one.get(TICKETS, 'a'));
  });

  it('does not run on a unique value that is asked for as an operator', async () => {
    const store = await start();
    await store.insert(TICKETS, 'a', TICKET);
    const injected = { $ne: 'x' } as unknown as string;

    const query = { index: 'by-owner', equals: { owner: injected }, limit: 1 } as const;

    expect(await store.find(TICKETS, query).catch(() => [])).toEqual([]);
    expect(await store.get(TICKETS, injected).catch(() => undefined)).toBeUndefined();
  });

  it('fails without telling anything while the database is away, and goes on when it is back', async () => {
    const engine = await openMongo();
    const { store, network } = engine;
    await store.insert(TICKETS, 'a', TICKET);
    network.break();

    const failures = await Promise.all([
      store.insert(TICKETS, 'b', { ...TICKET, number: 2 }).catch((error: unknown) => error),
      store.replace(TICKETS, 'a', 1, TICKET).catch((error: unknown) => error),
      store.get(TICKETS, 'a').catch((error: unknown) => error),
      store.find(TICKETS, { index: 'by-expiry', limit: 1 }).catch((error: unknown) => error),
      store.delete(TICKETS, 'a').catch((error: unknown) => error),
    ]);
    network.mend();

    for (const failure of failures) {
      expect(failure).toMatchObject({ code: 'store_unavailable' });
      expect(String(failure)).not.toMatch(/Annabel|127\.0\.0\.1|2090/);
    }
    expect(await store.get(TICKETS, 'a')).toEqual({ id: 'a', version: 1, body: TICKET });
    expect(await store.insert(TICKETS, 'b', { ...TICKET, number: 2 })).toBe('inserted');
    await engine.close();
  });

  it('says that it cannot be reached, and nothing of the address', async () => {
    const uri = 'mongodb://desk:hunter2@127.0.0.1:9/secret-name?serverSelectionTimeoutMS=100';

    const failure = await MongoDocumentStore.open({ uri, makesIndexes: true }).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'store_unavailable' });
    expect(String(failure)).toMatch(/the database of MONGODB_URI cannot be used/);
    expect(String(failure)).not.toMatch(/hunter2|desk|127|secret-name/);
    expect((failure as Error).cause).toBeUndefined();
  });

  it('says the same of an address that MongoDB does not understand', async () => {
    const uri = 'mongodb://desk:hunter2@mongo.example.org/desk?directConnection=perhaps&hunter2=1';

    const failure = await MongoDocumentStore.open({ uri, makesIndexes: true }).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'store_unavailable' });
    expect(String(failure)).not.toContain('hunter2');
  });
}
