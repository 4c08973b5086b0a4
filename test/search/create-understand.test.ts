import fc from 'fast-check';

import { createUnderstand, type Learnt } from '../../src/search/create-understand';
import { loadLearnt } from '../../src/search/load-learnt';
import type { Understand, Understanding } from '../../src/search/understanding';
import { aNotice } from './a-notice';
import { CONTENT_DIR, MODEL_DIR, realNotice, realSearchContent, realWords } from './real-content';

const content = realSearchContent();
const context = { notice: realNotice() };
const parrots = aNotice({ Parrots: ['We keep the names of parrots for 9 years.'], Cats: ['We like cats.'] });
const firstId = (understanding: Understanding): string | undefined =>
  understanding.kind === 'answer' ? understanding.passages[0]?.passage.id : undefined;

let learnt: Learnt;
let understand: Understand;
beforeAll(async () => {
  learnt = await loadLearnt({ contentDir: CONTENT_DIR, modelDir: MODEL_DIR, encoder: 'on' });
  understand = createUnderstand(content, learnt);
});
afterAll(() => learnt.vectors?.encoder.close());

describe('understanding a message', () => {
  it('finds how long calls are kept', async () => {
    const understanding = await understand('how long are my phone calls kept', context);

    expect(firstId(understanding)).toBe('how-long/recordings-of-telephone-calls-for-6');
  });

  it.each([
    ['delete my data. also i can smell gas', 'urgent'],
    ['hello', 'smalltalk'],
    ['hi, how long are phone calls kept', 'answer'],
    ['hello, delete my data', 'flow'],
    ['will it rain in Lisbon tomorrow', 'decline'],
    ['the tap in my kitchen drips', 'decline'],
    ['', 'decline'],
  ])('reads "%s" as %s', async (text, kind) => {
    expect((await understand(text, context)).kind).toBe(kind);
  });

  it('says of another matter that it is one', async () => {
    expect(await understand('when are the bins emptied', context)).toMatchObject({ kind: 'decline', why: 'off_topic' });
  });

  it.each([
    'how long are my phone calls kept',
    'who do you give my address to',
    'do you sell what you know about me',
    'stop ringing me about surveys',
    'I want a copy of my file',
    'somebody opened my letter from you and read it',
    'what is your favourite colour',
    'how many people work in your data team',
  ])('does not change its mind for politeness or anger: %s', async (question) => {
    const plain = await understand(question, context);

    for (const message of [
      `Good morning, could you please tell me ${question}`,
      `hi. ${question}, thank you very much`,
      `for fuck's sake ${question} you useless bastards`,
    ]) {
      expect(await understand(message, context)).toEqual(plain);
    }
  });

  it('answers from a notice that no questions were written for', async () => {
    expect(firstId(await understand('names of parrots', { notice: parrots }))).toBe('section-1/passage-1');
    expect((await understand('who repairs the lift', { notice: parrots })).kind).toBe('decline');
    expect((await understand('please delete all my data', { notice: parrots })).kind).toBe('flow');
  });

  it('understands every choice that small talk offers', async () => {
    const choices = content.smalltalk.flatMap((topic) => topic.choices);

    const understood = await Promise.all(choices.map((choice) => understand(choice, context)));

    const missed = choices.filter((_, at) => ['decline', 'clarify', 'urgent'].includes(understood[at]?.kind ?? ''));
    expect(missed).toEqual([]);
  });

  it('answers every title of a topic with the passage of the topic', async () => {
    const { topics } = learnt.words;

    const understood = await Promise.all(topics.map(({ title }) => understand(title, context)));

    const missed = topics.filter(({ passages }, at) => passages[0] !== firstId(understood[at] as Understanding));
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['How long do you keep my tenancy file?', /tenancy file for 6 years/],
    ['How long are my phone calls kept?', /telephone calls for 6 months/],
    ['When is CCTV viewed?', /CCTV will only be viewed when necessary/],
    ['Do you sell my personal data?', /never sell your personal data/],
  ])('answers the example "%s" rightly', async (example, answer) => {
    const understanding = await understand(example, context);

    expect(content.smalltalk.flatMap((topic) => topic.choices)).toContain(example);
    expect(understanding.kind === 'answer' && understanding.passages[0]?.passage.text).toMatch(answer);
  });

  it('reads each message by itself, whatever is read before it or beside it', async () => {
    const messages = ['how long are calls kept', 'hello', 'stop the surveys', 'who do you share my data with', 'zebra'];
    const shape = (all: readonly Understanding[]) => all.map((one) => ({ kind: one.kind, first: firstId(one) }));
    const one = createUnderstand(content, learnt);
    const other = createUnderstand(content, learnt);

    const forwards: Understanding[] = [];
    for (const message of messages) forwards.push(await one(message, context));
    const together = await Promise.all([...messages].reverse().map((message) => other(message, context)));

    expect(shape(together.reverse())).toEqual(shape(forwards));
  });
});

describe('any text', () => {
  it('never throws, is sure between 0 and 1 and says the same twice, by words alone', async () => {
    const byWords = createUnderstand(content, { words: realWords() });
    const words = 'delete my data gas fire hello keep call constructor __proto__ toString 6 months please'.split(' ');
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc.array(fc.constantFrom(...words), { maxLength: 300 }).map((list) => list.join(' ').slice(0, 2_000)),
    );
    await fc.assert(
      fc.asyncProperty(text, async (message) => {
        const understanding = await byWords(message, context);

        expect(understanding.confidence).toBeGreaterThanOrEqual(0);
        expect(understanding.confidence).toBeLessThanOrEqual(1);
        expect(await byWords(message, context)).toEqual(understanding);
      }),
    );
  });

  it('does not throw with the encoder either', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(text, async (message) => {
        expect((await understand(message, context)).confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});
