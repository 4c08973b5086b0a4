import type { Collection } from '../../../src/shared/document-store';
import { SealedDocumentStore } from '../../../src/storage/sealed/sealed-document-store';
import { ENGINES, type OpenEngine } from '../../support/engines';
import { testSeals } from '../../support/test-seals';

interface Letter {
  readonly to: string;
  readonly from?: string;
  readonly text: string;
  readonly at: string;
}

const LETTERS: Collection<Letter> = {
  name: 'letters',
  indexes: [
    { name: 'by-to', fields: ['to', 'at'] },
    { name: 'by-from', fields: ['from'] },
  ],
  personal: ['to', 'from', 'text'],
};

const LETTER: Letter = { to: 'jo@example.org', from: 'Ann', text: 'Come back, Jo', at: '2026-11-25' };

describe.each(ENGINES)('what is personal, sealed on %s', (_name, open) => {
  let engine: OpenEngine;
  const storeBy = (...keys: readonly string[]) => new SealedDocumentStore(engine.store, testSeals(...keys));
  const stored = async (): Promise<readonly { readonly id: string; readonly body: Stored }[]> =>
    (await engine.raw.page(LETTERS, undefined, 100)).map(({ id, body }) => ({ id, body: body as Stored }));
  /** Writes a body as somebody would who has the database and no key. */
  const tamper = async (id: string, change: (body: Stored) => object): Promise<void> => {
    const [found] = (await engine.raw.page(LETTERS, undefined, 100)).filter((document) => document.id === id);
    if (found) await engine.raw.rewrite(LETTERS, { ...found, body: change(found.body as Stored) });
  };

  beforeEach(async () => {
    engine = await open();
  });
  afterEach(() => engine.close());

  it('stands in the database only so, each field by itself and with the id of its key', async () => {
    await storeBy('k1').insert(LETTERS, 'a', LETTER);

    const [{ body } = { body: undefined }] = await stored();
    expect(JSON.stringify(body)).not.toMatch(/jo@|Ann|Come/);
    expect(body?.at).toBe('2026-11-25');
    expect(Object.keys(body?.sealed ?? {}).sort()).toEqual(['from', 'text', 'to']);
    expect(Object.values(body?.sealed ?? {})).toEqual(Array(3).fill(expect.stringMatching(/^k1\.[\w-]{38,}$/)));
  });

  it('is not the same twice, but for what it is found by', async () => {
    const store = storeBy('k1');
    await store.insert(LETTERS, 'a', LETTER);
    await store.insert(LETTERS, 'b', LETTER);

    const [one, other] = (await stored()).map(({ body }) => body);
    expect(one?.sealed.text).not.toBe(other?.sealed.text);
    expect(one?.to).toBe(other?.to);
    expect(one?.to).not.toBe(one?.from);
  });

  it('is found by equality, and by no range', async () => {
    const store = storeBy('k1');
    await store.insert(LETTERS, 'a', LETTER);
    await store.insert(LETTERS, 'b', { ...LETTER, to: 'al@example.org' });

    const found = await store.find(LETTERS, { index: 'by-to', equals: { to: LETTER.to }, limit: 10 });
    expect(found).toEqual([{ id: 'a', version: 1, body: LETTER }]);
    const range = store.find(LETTERS, { index: 'by-from', range: { above: 'A' }, limit: 10 });
    await expect(range).rejects.toMatchObject({ code: 'not_supported' });
  });

  it('opens in no other document, field or collection than its own', async () => {
    const store = storeBy('k1');
    await store.insert(LETTERS, 'a', LETTER);
    await store.insert(LETTERS, 'b', { ...LETTER, text: 'Stay away, Jo' });
    const [a, b] = (await stored()).map(({ body }) => body.sealed);

    await tamper('a', (body) => ({ ...body, sealed: { ...body.sealed, text: b?.text } }));
    await tamper('b', (body) => ({ ...body, sealed: { ...body.sealed, text: body.sealed.from } }));
    await engine.store.insert({ ...LETTERS, name: 'others' }, 'a', { sealed: { text: a?.text } } as never);

    for (const id of ['a', 'b']) {
      await expect(store.get(LETTERS, id)).rejects.toMatchObject({ code: 'store_unavailable' });
    }
    await expect(store.get({ ...LETTERS, name: 'others' }, 'a')).rejects.toThrow(/does not open/);
  });

  it.each([
    ['changed', (value: string) => `${value.slice(0, -4)}AAAA`],
    ['cut off', (value: string) => value.slice(0, 20)],
    ['emptied', () => 'k1.'],
  ])('gives an error, and never something else, where it was %s', async (_how, change) => {
    const store = storeBy('k1');
    await store.insert(LETTERS, 'a', LETTER);
    await tamper('a', ({ sealed, ...body }) => ({ ...body, sealed: { ...sealed, text: change(sealed.text ?? '') } }));

    const failure = await store.get(LETTERS, 'a').catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'store_unavailable' });
    expect(String(failure)).not.toMatch(/Jo|jo@/);
  });

  it('names the key that is missing', async () => {
    await storeBy('k1').insert(LETTERS, 'a', LETTER);

    await expect(storeBy('k2').get(LETTERS, 'a')).rejects.toMatchObject({
      code: 'key_missing',
      message: 'a document of letters is sealed with the key k1, which is missing',
    });
  });

  it('opens with older keys, and is sealed with the first when it is replaced', async () => {
    await storeBy('k1').insert(LETTERS, 'a', LETTER);
    const store = storeBy('k2', 'k1');

    expect((await store.get(LETTERS, 'a'))?.body).toEqual(LETTER);
    await store.replace(LETTERS, 'a', 1, LETTER);

    expect((await storeBy('k2').get(LETTERS, 'a'))?.body).toEqual(LETTER);
    expect(await store.find(LETTERS, { index: 'by-from', equals: { from: 'Ann' }, limit: 2 })).toHaveLength(1);
  });

  it('is read as it is where it was stored before, and sealed when it is replaced', async () => {
    await engine.store.insert(LETTERS, 'a', LETTER);
    const store = storeBy('k1');

    expect(await store.get(LETTERS, 'a')).toEqual({ id: 'a', version: 1, body: LETTER });
    await store.replace(LETTERS, 'a', 1, LETTER);

    expect(JSON.stringify(await stored())).not.toMatch(/jo@|Ann|Come/);
  });

  it('is not sealed again where it has not changed', async () => {
    const store = storeBy('k1');
    await store.insert(LETTERS, 'a', LETTER);
    const [before] = await stored();

    await store.replace(LETTERS, 'a', 1, { ...LETTER, text: 'Never mind' });

    const [after] = await stored();
    expect(after?.body.sealed.from).toBe(before?.body.sealed.from);
    expect(after?.body.sealed.text).not.toBe(before?.body.sealed.text);
    expect((await storeBy('k1').get(LETTERS, 'a'))?.body.text).toBe('Never mind');
  });

  it('opens also when there are more values than are remembered', async () => {
    const store = storeBy('k1');
    const letters = Array.from({ length: 400 }, (_, n) => ({
      ...LETTER,
      from: `writer ${n}`,
      text: 'long '.repeat(n * 4),
    }));
    await Promise.all(letters.map((letter, n) => store.insert(LETTERS, `l${n}`, letter)));

    const opened = await Promise.all(letters.map((_, n) => store.get(LETTERS, `l${n}`)));

    expect(opened.map((document) => document?.body)).toEqual(letters);
  });

  it('leaves a collection alone that declares nothing personal', async () => {
    const plain: Collection<object> = { name: 'plain', indexes: [] };
    const body = { sealed: { text: 'k1.of its own' } };

    await storeBy('k1').insert(plain, 'a', body);

    expect((await storeBy('k1').get(plain, 'a'))?.body).toEqual(body);
  });
});

interface Stored {
  readonly [field: string]: unknown;
  readonly sealed: Readonly<Record<string, string>>;
}
