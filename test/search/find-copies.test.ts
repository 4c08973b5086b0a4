import { findCopies } from '../../src/search/find-copies';
import { describeProblem } from '../../src/shared/content-problem';

/** What is told when this is taught and that is tested. */
function toldOf(taught: string, tested: string): readonly string[] {
  const phrasing = {
    text: taught,
    meaning: 'topic:calls',
    batch: 'first',
    file: 'questions/calls.yaml',
    line: 7,
  } as const;
  return findCopies([phrasing], [{ q: tested, file: 'tested.jsonl', line: 3 }]).map(describeProblem);
}

describe('a phrasing that is tested', () => {
  it('is told with both places and both texts', () => {
    expect(toldOf('How long, then, are calls kept', 'how long then are calls kept?')).toEqual([
      'questions/calls.yaml:7  "How long, then, are calls kept" is what tested.jsonl:3 tests ("how long then are calls kept?"); take one of them out  (not-tested)',
    ]);
  });

  it.each([
    ['in other capitals and punctuation', 'delete my data', 'Delete my data!!'],
    ['with the words in another order', 'are calls kept long', 'long are calls kept'],
    ['with a word changed', 'for how long are calls kept', 'for how long are recordings kept'],
    ['with a word added', 'how long are calls kept', 'how long are calls kept please'],
    ['with a word left out', 'so how long are calls kept', 'how long are calls kept'],
  ])('is found %s', (_, taught, tested) => {
    expect(toldOf(taught, tested)).toHaveLength(1);
  });

  it.each([
    ['everybody says it', 'thank you', 'thank you'],
    ['one word of few is another matter', 'who hears calls', 'who hears chats'],
    ['two words are others', 'for how long are calls kept', 'for how many years are calls kept'],
    ['a word is another and the order, too', 'long for how are calls kept', 'for how long are recordings kept'],
  ])('is not found where %s', (_, taught, tested) => {
    expect(toldOf(taught, tested)).toEqual([]);
  });
});
