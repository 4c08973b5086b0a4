import { checkNotTold, createDetailFinder } from '../../src/search/find-details';

const DETAILS = [
  { detail: 'which-company', askedAs: ['which company', 'who supplies'], sentence: 'It does not name the company.' },
  { detail: 'how-many-days', askedAs: ['how many days', 'what day'], sentence: 'It does not give a number of days.' },
];
const findDetails = createDetailFinder(DETAILS);

describe('the details that a message asks for', () => {
  it.each([
    ['which company has the recordings', ['which-company']],
    ['WHICH COMPANIES have them', ['which-company']],
    ['how many days have I got and which company do I write to', ['which-company', 'how-many-days']],
    ['which of your companies has them', []],
    ['how long do you keep calls', []],
    ['', []],
  ])('in "%s" are %j', (text, details) => {
    expect(findDetails(text)).toEqual(details);
  });
});

describe('the check of the details that topics do not tell', () => {
  it('names a detail that is not defined', () => {
    const topic = { id: 'calls', title: 'Calls', passages: [], file: 'questions/calls.yaml', line: 3 };
    const problems = checkNotTold({ topics: [{ ...topic, notTold: ['which-company', 'which-colour'] }] }, DETAILS);

    expect(problems).toEqual([
      {
        file: 'questions/calls.yaml',
        line: 3,
        problem: 'calls: details.yaml has no "which-colour"',
        rule: 'detail-exists',
      },
    ]);
  });
});
