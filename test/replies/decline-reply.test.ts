import type { Passage } from '../../src/notice/notice';
import type { RankedPassage, Understanding } from '../../src/search/understanding';
import { realNotice } from '../search/real-content';
import { realDesk } from './real-desk';

const notice = realNotice();
const desk = realDesk();
const passages = notice.sections.flatMap((section) => section.passages);
const reply = (understanding: Understanding) => desk.reply(understanding, { notice });

function ranked(id: string): RankedPassage {
  const passage = passages.find((candidate): candidate is Passage => candidate.id === id);
  if (!passage) throw new Error(`the notice has no passage ${id}`);
  return { passage, score: 1 };
}
const CALLS = ranked('how-long/recordings-of-telephone-calls-for-6');
const CHATS = ranked('how-long/chatbot-and-virtual-agent-interactions-for');
const CCTV = ranked('cctv-and-photographs/some-of-our-locations-and-offices');

describe('where the notice is silent', () => {
  it('says so, where we looked, and offers a person and both mailboxes', () => {
    const { paragraphs, after, choices, quotes } = reply({
      kind: 'decline',
      why: 'not_in_notice',
      nearest: [CALLS, CHATS, CCTV],
      confidence: 0.9,
    });

    expect(paragraphs[0]).toBe(
      'The notice does not say. I looked in “How long do we keep your information?” and “CCTV and photographs”.',
    );
    expect(after.join(' ')).toMatch(/data\.protection@sovereign\.org\.uk .* dpo@networkhomes\.org\.uk/);
    expect(choices).toEqual([{ title: 'Talk to a person' }]);
    expect(quotes).toEqual([]);
  });

  it('says no more than that it found nothing where it is not sure', () => {
    const { paragraphs } = reply({
      kind: 'decline',
      why: 'not_in_notice',
      nearest: [CALLS],
      confidence: 0.8,
    });

    expect(paragraphs[0]).toBe(
      'I did not find that in the notice. I looked in “How long do we keep your information?”.',
    );
  });

  it.each([
    [0.9, 'The notice does not say.'],
    [0.4, 'I did not find that in the notice.'],
  ])('names no section where nothing came near; %d sure it says "%s"', (confidence, said) => {
    const { paragraphs } = reply({ kind: 'decline', why: 'not_in_notice', nearest: [], confidence });

    expect(paragraphs[0]).toBe(said);
  });

  it('offers the nearest matters that have a title', () => {
    const nearest = [{ ...CALLS, title: 'How long calls are kept' }, CCTV];
    const { choices, quotes } = reply({ kind: 'decline', why: 'not_in_notice', nearest, confidence: 0.6 });

    expect(choices).toEqual([
      { title: 'How long calls are kept', note: 'How long do we keep your information?' },
      { title: 'Talk to a person' },
    ]);
    expect(quotes).toEqual([]);
  });

  it('says which detail is not told, and quotes what the notice does say of the matter', () => {
    const covered = { passage: CALLS, untold: 'which-company' };
    const { paragraphs, quotes, after } = reply({
      kind: 'decline',
      why: 'not_in_notice',
      nearest: [CALLS],
      covered,
      confidence: 0.7,
    });

    expect(paragraphs).toEqual(['The notice does not name the company. What the notice does say:']);
    expect(quotes.map(({ passageId }) => passageId)).toEqual([CALLS.passage.id]);
    expect(after.join(' ')).toMatch(/data\.protection@sovereign\.org\.uk/);
  });

  it('quotes the nearest that it says as no more than that, where the detail is not known', () => {
    const { paragraphs } = reply({
      kind: 'decline',
      why: 'not_in_notice',
      nearest: [CALLS],
      covered: { passage: CALLS },
      confidence: 0.7,
    });

    expect(paragraphs).toEqual(['I did not find exactly that in the notice. The nearest it says is:']);
  });

  it('tells whoever has another matter what it is for, and offers a person', () => {
    const { paragraphs, after, choices } = reply({ kind: 'decline', why: 'off_topic', nearest: [], confidence: 1 });

    expect(paragraphs.join(' ')).toMatch(/only help with the information/);
    expect(after).toEqual([]);
    expect(choices).toEqual([{ title: 'Talk to a person' }]);
  });
});
