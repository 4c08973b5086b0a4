import { createUnderstand, type Learnt } from '../../src/search/create-understand';
import { loadLearnt } from '../../src/search/load-learnt';
import type { Understand, Understanding } from '../../src/search/understanding';
import { CONTENT_DIR, MODEL_DIR, realNotice, realSearchContent } from './real-content';

const context = { notice: realNotice() };
let learnt: Learnt;
let understand: Understand;
beforeAll(async () => {
  learnt = await loadLearnt({ contentDir: CONTENT_DIR, modelDir: MODEL_DIR, encoder: 'on' });
  understand = createUnderstand(realSearchContent(), learnt);
});
afterAll(() => learnt.vectors?.encoder.close());

const CALLS = 'how-long/recordings-of-telephone-calls-for-6';
const told = (one: Understanding): string =>
  one.kind === 'answer' ? (one.passages[0]?.passage.id ?? '') : one.kind === 'flow' ? one.flow : one.kind;
const matters = async (text: string): Promise<readonly string[]> => {
  const first = await understand(text, context);
  return [first, ...(first.also ?? [])].map(told);
};

describe('a message with several matters', () => {
  it('has them dealt with in its order', async () => {
    expect(await matters('how long do you keep my calls? And stop sending me surveys')).toEqual([
      CALLS,
      'opt_out_surveys',
    ]);
  });

  it('has two requests both shown', async () => {
    expect(await matters('Delete my file and send me a copy first')).toEqual(['erasure', 'access']);
  });

  it('has three of them dealt with at most', async () => {
    const text =
      'how long do you keep my calls? stop sending me surveys. do you sell my data? how do I complain about you?';

    expect(await matters(text)).toHaveLength(3);
  });

  it('has what can be answered first, and that the other matter is none of ours after it', async () => {
    const [first, ...others] = await matters('When will you fix my boiler, and do you sell my data?');

    expect(first).toMatch(/^introduction\//);
    expect(others).toEqual(['decline']);
  });

  it('is danger and nothing else where there is danger', async () => {
    expect(await matters('how long do you keep my calls? and i can smell gas')).toEqual(['urgent']);
  });

  it.each([
    'You keep my calls, I was told. How long do you keep my calls?',
    'Hi there. My name is Jo Bloggs and my reference is 20871. How long are my calls kept? Thanks',
    'how long are my calls kept, how long do you keep the recordings of my calls',
  ])('is one where its sentences are about one: "%s"', async (text) => {
    expect(await matters(text)).toEqual([CALLS]);
  });

  it('finds the question in a story', async () => {
    const story =
      'I rang you in March about the damp in the back bedroom and then again about the extractor fan, a young man came ' +
      'and wrote everything down and nobody came back to us, my wife is at the end of her tether. What I would like to ' +
      'is this: how long do you keep the recordings of the phone calls that I made?';

    expect((await matters(story))[0]).toBe(CALLS);
  });

  it('does not change with the names and numbers in it', async () => {
    const said = (name: string, number: string) =>
      understand(`My name is ${name}, ref ${number}. Mr ${name} has my file. Can I see what you hold?`, context);

    const [one, other] = await Promise.all([said('Okonkwo', '4471920'), said('Fairweather', '88213')]);

    expect(one).toEqual(other);
  });
});
