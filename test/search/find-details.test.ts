import { checkNotTold, createDetailFinder } from '../../src/search/find-details';
import { realSearchContent } from './real-content';

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

describe('a detail that needs more words than those it is asked by', () => {
  const find = createDetailFinder([
    {
      detail: 'time-to-answer',
      askedAs: ['how long'],
      with: ['my file', 'answer'],
      without: ['keep'],
      sentence: 'None.',
    },
  ]);

  it.each([
    ['how long until you answer me', true],
    ['how long till my file comes', true],
    ['how long', false],
    ['will you answer me', false],
    ['how long do you keep my file', false],
    ['how long do you keep what you answered', false],
  ])('is asked for by "%s": %j', (text, isFound) => {
    expect(find(text)).toEqual(isFound ? ['time-to-answer'] : []);
  });
});

describe('the details that the law tells', () => {
  const find = createDetailFinder(realSearchContent().details);
  const TOLD = ['time-to-answer', 'time-for-complaint', 'fee-for-request', 'proof-for-request', 'acting-for-me'];

  it.each([
    ['how many days do you have to answer my request', 'time-to-answer'],
    ['How soon after I ask must you give me what you have?', 'time-to-answer'],
    ['how long will it take to get my file', 'time-to-answer'],
    ['how long do you have to reply to a subject access request', 'time-to-answer'],
    ['how long are you supposed to take over a data complaint', 'time-for-complaint'],
    ['is there a fee to see my file', 'fee-for-request'],
    ['what does it cost to get a copy', 'fee-for-request'],
    ['what proof do you want if I ask for my file', 'proof-for-request'],
    ['can my daughter ask for my file', 'acting-for-me'],
    ['power of attorney for mum', 'acting-for-me'],
  ])('are found in "%s": %s', (text, detail) => {
    expect(find(text).filter((one) => TOLD.includes(one))).toEqual([detail]);
  });

  it.each([
    'how long do you keep my request',
    'how long does the ICO take to answer',
    'how long does the council take to answer my complaint',
    'how long till someone fixes my boiler',
    'how much does it cost you when somebody makes a data request',
    'is there a fee for parking',
    'I’d like to ask what you hold',
    'can my husband find out my new address',
    'do you keep a copy of my passport',
  ])('are not found in "%s"', (text) => {
    expect(find(text).filter((one) => TOLD.includes(one))).toEqual([]);
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
