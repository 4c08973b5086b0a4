import { createUnderstand } from '../../src/search/create-understand';
import { loadQuestions } from '../../src/search/load-questions';
import { createUnderstandInContext } from '../../src/search/understand-in-context';
import type { RecentAnswer, Understand, Understanding } from '../../src/search/understanding';
import { CALLS, CAMERAS, noticeOf, options, ranked } from '../support/scripted-desk';
import { CONTENT_DIR, realNotice, realSearchContent, realWords } from './real-content';

const content = realSearchContent();
const notice = realNotice();
const words = realWords();

const HOW_LONG_CALLS: RecentAnswer = {
  aspect: 'how-long',
  shown: { passageId: 'how-long/recordings-of-telephone-calls-for-6' },
  others: [],
};
const WHY_COOKIES: RecentAnswer = {
  aspect: 'why',
  shown: { passageId: 'what-we-hold-visitors/for-further-information-please-also-see' },
  others: [],
};

describe('a message that is complete by itself', () => {
  const understand = createUnderstandInContext(createUnderstand(content, { words }), content, { words });

  it('is understood the same whatever was answered before', async () => {
    const { phrasings } = loadQuestions(CONTENT_DIR).value;
    const messages = phrasings.map(({ text }) => text).filter((_, at) => at % 20 === 0);

    const changed: string[] = [];
    for (const message of messages) {
      const alone = await understand(message, { notice });
      for (const recent of [HOW_LONG_CALLS, WHY_COOKIES]) {
        const after = await understand(message, { notice, recent });
        if (JSON.stringify(after) !== JSON.stringify(alone)) changed.push(message);
      }
    }

    // A few lines are no question without the one before: "who else sees this", "and photos".
    expect(messages.length).toBeGreaterThan(350);
    expect(changed.length <= 4 ? [] : changed).toEqual([]);
  });

  it('is understood the same as the title of anything that can be chosen', async () => {
    const choices = content.smalltalk.flatMap((topic) => topic.choices);
    const titles = [...words.topics, ...content.flows].map(({ title }) => title);

    for (const title of [...choices, ...titles]) {
      expect(await understand(title, { notice, recent: HOW_LONG_CALLS })).toEqual(await understand(title, { notice }));
    }
  });
});

/** Reads messages as a script says, and declines any other. */
function understandScripted(script: Readonly<Record<string, Understanding>>): Understand {
  const understand: Understand = (text) => {
    return Promise.resolve(script[text] ?? { kind: 'decline', why: 'not_in_notice', nearest: [], confidence: 0.4 });
  };
  const topic = { id: 'calls', title: 'How long calls are kept', about: 'calls', passages: [CALLS.id] };
  const cameras = { id: 'cameras', title: 'Where there are cameras', passages: [CAMERAS.id] };
  return createUnderstandInContext(understand, content, { words: { ...words, topics: [topic, cameras] } });
}

const scripted = noticeOf('2023-09', CALLS, CAMERAS);
const recent: RecentAnswer = { aspect: 'how-long', shown: { passageId: CALLS.id }, others: [] };
const answer = (passage: typeof CALLS, confidence: number): Understanding => {
  return { kind: 'answer', passages: ranked(passage), confidence };
};

describe('a message that leans on the last answer', () => {
  const understood = (script: Readonly<Record<string, Understanding>>, text: string, before: RecentAnswer = recent) =>
    understandScripted(script)(text, { notice: scripted, recent: before });

  it('is understood as the whole question, and says so', async () => {
    const script = { 'Who can see calls?': answer(CALLS, 0.7), 'who sees it': answer(CAMERAS, 0.9) };

    expect(await understood(script, 'who sees it')).toEqual({
      ...answer(CALLS, 0.7),
      aspect: 'who-sees',
      completed: 'Who can see calls?',
    });
  });

  it('is understood by itself where the whole question is not answered', async () => {
    const script = { 'who sees it': answer(CAMERAS, 0.3) };

    expect(await understood(script, 'who sees it')).toEqual({ ...answer(CAMERAS, 0.3), aspect: 'who-sees' });
  });

  it('is declined as the whole question where neither is answered', async () => {
    expect(await understood({}, 'who sees it')).toMatchObject({ kind: 'decline', completed: 'Who can see calls?' });
  });

  it('gets what holds for all information where its own matter is not answered, or as it was just read', async () => {
    const general = { 'Who can see my information?': answer(CAMERAS, 0.6) };

    for (const script of [general, { ...general, 'Who can see calls?': answer(CALLS, 0.9) }]) {
      expect(await understood(script, 'who sees it')).toEqual({
        ...answer(CAMERAS, 0.6),
        aspect: 'who-sees',
        completed: 'Who can see my information?',
      });
    }
  });

  it('gets what holds for all information only where the notice tells that, and no subject was named', async () => {
    const script = {
      'Why do you need my information?': answer(CAMERAS, 1),
      'Who can see my information?': answer(CALLS, 1),
    };

    expect(await understood(script, 'why')).toMatchObject({ kind: 'decline', completed: 'Why do you need calls?' });
    expect(await understood(script, 'and parking permits?', { ...recent, aspect: 'who-sees' })).toMatchObject({
      kind: 'decline',
      completed: 'Who can see parking permits?',
    });
  });

  it('is answered at once where both readings lead to the same, with nothing to explain', async () => {
    const choice: Understanding = { kind: 'clarify', options: options(CALLS, CAMERAS), confidence: 0.5 };

    for (const whole of [answer(CAMERAS, 0.9), choice]) {
      const script = { 'Who can see calls?': whole, 'who sees it': answer(CAMERAS, 0.4) };
      expect(await understood(script, 'who sees it')).toEqual({ ...answer(CAMERAS, 0.4), aspect: 'who-sees' });
    }
  });

  it('takes the wording that is understood best', async () => {
    const script = {
      'Who do you share cameras with?': answer(CAMERAS, 0.4),
      'Do you share my information with cameras?': answer(CALLS, 0.6),
    };

    const understanding = await understood(script, 'and cameras?', { ...recent, aspect: 'shared-with' });

    expect(understanding).toMatchObject({ completed: 'Do you share my information with cameras?' });
  });

  it('leans on the title where it is not told what a topic is about, and on what that asks', async () => {
    const before: RecentAnswer = { shown: { passageId: CAMERAS.id }, others: [] };

    expect(await understood({}, 'why', before)).toMatchObject({
      completed: 'Why do you need Where there are cameras?',
    });
    expect(await understood({}, 'and the bins?', before)).toMatchObject({ completed: 'Where do you store the bins?' });
  });

  it.each([
    ['danger', { kind: 'urgent', sign: 'gas', confidence: 0.7 }],
    ['small talk', { kind: 'smalltalk', topic: 'thanks', confidence: 1 }],
  ] as const)('stays %s where it is that by itself', async (_, understanding) => {
    const script = { why: understanding, 'Why do you need calls?': answer(CALLS, 1) };

    expect(await understood(script, 'why')).toMatchObject(understanding);
  });

  it('is more than small talk that says nothing', async () => {
    const unclear: Understanding = { kind: 'smalltalk', topic: 'unclear', confidence: 1 };
    const script = { why: unclear, 'Why do you need calls?': answer(CALLS, 1) };

    expect(await understood(script, 'why')).toMatchObject({ kind: 'answer' });
  });

  it('leans on nothing that another notice or other content does not have', async () => {
    for (const shown of [{ passageId: 'gone/for-ever' }, { flow: 'access' } as const, undefined]) {
      const understanding = await understood({}, 'who sees it', { shown, others: [{ passageId: 'gone/too' }] });
      expect(understanding.completed).toBeUndefined();
    }
  });
});
