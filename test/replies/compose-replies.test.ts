import type { Understanding } from '../../src/search/understanding';
import { realNotice } from '../search/real-content';
import { realDesk } from './real-desk';

const notice = realNotice();
const desk = realDesk();
const passages = notice.sections.flatMap((section) => section.passages);
const answer = (id: string): Understanding => ({
  kind: 'answer',
  passages: passages.filter((passage) => passage.id === id).map((passage) => ({ passage, score: 1 })),
  confidence: 1,
});
const CALLS = 'how-long/recordings-of-telephone-calls-for-6';
const CCTV = 'cctv-and-photographs/some-of-our-locations-and-offices';

describe('replies to several matters', () => {
  it('are one for each, with its own quote, and buttons under the last only', () => {
    const also: Understanding[] = [answer(CCTV), { kind: 'flow', flow: 'erasure', confidence: 1 }];
    const replies = desk.replies({ ...answer(CALLS), also }, { notice });

    expect(replies.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'flow']);
    expect(replies[0].quotes.map(({ passageId }) => passageId)).toEqual([CALLS]);
    expect(replies.slice(0, -1).flatMap(({ choices }) => choices)).toEqual([]);
  });

  it('keep the buttons of every matter, each once and four at most', () => {
    const decline: Understanding = { kind: 'decline', why: 'off_topic', nearest: [], confidence: 1 };
    const replies = desk.replies(
      { ...answer('your-rights/to-ask-us-for-access-to'), also: [decline, decline] },
      { notice },
    );

    expect(replies.at(-1)?.choices.map(({ title }) => title)).toEqual([
      'See what you hold about me',
      'Talk to a person',
    ]);
  });

  it('are one to one matter', () => {
    expect(desk.replies(answer(CALLS), { notice })).toEqual([desk.reply(answer(CALLS), { notice })]);
  });
});
