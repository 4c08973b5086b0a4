import { nearOf } from '../../src/replies/lead-on-reply';
import { realNotice } from '../search/real-content';
import { realDesk } from './real-desk';

const notice = realNotice();
const desk = realDesk();
const ranked = notice.sections
  .flatMap(({ passages }) => passages.slice(0, 1))
  .map((passage) => ({ passage, score: 1 }));
const [first, second, third] = ranked;
if (!first || !second || !third) throw new Error('the notice has fewer than three sections');

describe('a person whom a reply did not help', () => {
  it('is offered what the answer had offered, and a person last', () => {
    const answer = desk.reply({ kind: 'answer', passages: [first, second, third], confidence: 1 }, { notice });

    const { kind, choices } = desk.leadOn(nearOf(answer));

    expect(kind).toBe('lead-on');
    expect(choices).toEqual([...answer.choices, { title: 'Talk to a person' }]);
    expect(choices).toHaveLength(3);
  });

  it('is offered what came near when nothing was found, and a person once', () => {
    const declined = desk.reply(
      { kind: 'decline', why: 'not_in_notice', nearest: [first, second], confidence: 1 },
      { notice },
    );

    const { choices } = desk.leadOn(nearOf(declined));

    expect(choices.map(({ note }) => note)).toEqual([
      first.passage.sectionTitle,
      second.passage.sectionTitle,
      undefined,
    ]);
    expect(choices.at(-1)).toEqual({ title: 'Talk to a person' });
  });

  it('is not asked to choose where nothing came near', () => {
    const { paragraphs, choices } = desk.leadOn([]);

    expect(paragraphs).toEqual(['Sorry that this did not help. Put it in other words, or talk to a person.']);
    expect(choices).toEqual([{ title: 'Talk to a person' }]);
  });
});
