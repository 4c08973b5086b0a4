import type { NoticeVersion, Passage } from '../../src/notice/notice';
import type { Desk } from '../../src/replies/create-desk';
import type { Reply } from '../../src/replies/reply';
import type { MeantOption, RankedPassage, Understanding } from '../../src/search/understanding';

/** A notice of two sections with one passage each. */
export const CALLS = passage('how-long/calls', 'How long', 'Calls are kept for 6 months.');
export const CAMERAS = passage('cctv/cameras', 'Cameras', 'We have cameras in some places.');

export function noticeOf(version: string, ...passages: readonly Passage[]): NoticeVersion {
  const sections = passages.map((one) => ({ id: one.sectionId, title: one.sectionTitle, passages: [one] }));
  return { version, publishedAs: 'a month', inForceFrom: '2023-09-01', title: 'Notice', sections };
}

const NONE = { title: 'None of these', isNone: true };

/** A desk that understands what its script says, and answers in [brackets], so that no wording matters. */
export function scriptedDesk(script: Readonly<Record<string, Understanding>>): Desk {
  const say = (kind: Reply['kind'], text: string, choices: Reply['choices'] = []): Reply => ({
    kind,
    paragraphs: [text],
    quotes: [],
    after: [],
    facts: [],
    choices,
  });
  const reply = (understanding: Understanding): Reply => {
    if (understanding.kind === 'answer')
      return say('answer', `[answer ${understanding.passages[0]?.passage.id ?? ''}]`);
    if (understanding.kind !== 'clarify') return say(understanding.kind, `[${understanding.kind}]`);
    const choices = understanding.options.map((option) => ({
      title: option.kind === 'flow' ? option.flow : option.passage.sectionTitle,
    }));
    return say('clarify', '[clarify]', [...choices, NONE]);
  };
  return {
    understand: (text) =>
      Promise.resolve(script[text] ?? { kind: 'decline', why: 'not_in_notice', nearest: [], confidence: 1 }),
    reply,
    replies: (understanding) => [reply(understanding), ...(understanding.also ?? []).map(reply)],
    notIt: () => ({ kind: 'smalltalk', topic: 'not-it', confidence: 1 }),
    answerPassage: ({ id }) => say('answer', `[answer ${id}]`),
    withOffer: (one, flow) => ({ ...one, choices: [{ title: flow }, ...one.choices] }),
    whatWeAre: () => undefined,
    handover: () => undefined,
    offerAgain: (titles) => say('clarify', '[clarify again]', [...titles.map((title) => ({ title })), NONE]),
    lawAtStart: () => undefined,
    welcome: () => say('welcome', '[welcome]'),
    notKept: (notKept, isAll) => say('not-kept', `[not kept: ${notKept.join()}${isAll ? ', ways on' : ''}]`),
    failure: () => say('failure', '[failure]'),
    plainText: ({ paragraphs }) => paragraphs.join('\n'),
  };
}

export const ranked = (...passages: readonly Passage[]): readonly RankedPassage[] =>
  passages.map((one, index) => ({ passage: one, score: 1 / (index + 1) }));

/** The same, to choose from. */
export const options = (...passages: readonly Passage[]): readonly MeantOption[] =>
  ranked(...passages).map((one) => ({ kind: 'passage', ...one }));

function passage(id: string, sectionTitle: string, text: string): Passage {
  const sectionId = id.split('/')[0] ?? id;
  const anchor = id.replace('/', '.');
  return { id, anchor, version: '2023-09', sectionId, sectionTitle, form: 'paragraph', text, cut: false };
}
