import fc from 'fast-check';

import { readName } from '../../src/forms/read-name';
import { answer, knows, readCommand } from './a-form';
import { isQuestion } from '../../src/forms/is-question';

const nameIn = (text: string): string | undefined => {
  const reading = answer(text, 'name');
  return reading.kind === 'answered' ? reading.facts['name'] : undefined;
};

describe('a name that was asked for', () => {
  it.each([
    ['dave', 'Dave'],
    ['Dave', 'Dave'],
    ['dave pringle', 'Dave Pringle'],
    ['its dave', 'Dave'],
    ["it's dave", 'Dave'],
    ['it’s Dave', 'Dave'],
    ["it's me dave", 'Dave'],
    ['im dave pringle', 'Dave Pringle'],
    ['I am Dave Pringle', 'Dave Pringle'],
    ['my name is dave pringle', 'Dave Pringle'],
    ['My names Dave', 'Dave'],
    ["my name's Siân", 'Siân'],
    ['my name is actually dave smith', 'Dave Smith'],
    ['the name is bond', 'Bond'],
    ['dave here', 'Dave'],
    ['this is dave', 'Dave'],
    ['call me d', 'D'],
    ['just call me Al', 'Al'],
    ['they call me Tiny', 'Tiny'],
    ['im called bob', 'Bob'],
    ['name: Jo', 'Jo'],
    ['Full name: Jo Bloggs', 'Jo Bloggs'],
    ['Name - Jo Bloggs', 'Jo Bloggs'],
    ['hi its dave', 'Dave'],
    ['hi there my names steve thanks', 'Steve'],
    ['sorry, dave pringle', 'Dave Pringle'],
    ['its steve mate', 'Steve'],
    ['yes its dave', 'Dave'],
    ['dave pringle please', 'Dave Pringle'],
    ['dave?', 'Dave'],
    ['Dave!!!', 'Dave'],
    ['"Dave"', 'Dave'],
    ["'dave'", 'Dave'],
    ['(Dave)', 'Dave'],
    ['dave.', 'Dave'],
    ['  dave   pringle ', 'Dave Pringle'],
    ['dave 😀', 'Dave'],
    ['👨‍👩‍👧 dave 👍🏽', 'Dave'],
    ['will', 'Will'],
    ['mark', 'Mark'],
    ['im will young', 'Will Young'],
    ['my name is hope', 'Hope'],
    ["I'm Christian", 'Christian'],
    ['patel', 'Patel'],
    ['Mr Patel', 'Mr Patel'],
    ['mrs j smith', 'Mrs J Smith'],
    ['Dr. Priya Patel', 'Dr. Priya Patel'],
    ['Ms A. B. Okonkwo', 'Ms A. B. Okonkwo'],
    ['John Smith but everyone calls me Jack', 'John Smith'],
    ['my name is dave but on the tenancy its david', 'Dave'],
    ['dave pringle. i want everything', 'Dave Pringle'],
    ['Dave & Sue Pringle', 'Dave & Sue Pringle'],
    ['dave and sue pringle', 'Dave and Sue Pringle'],
    ['Smith, Dave', 'Smith, Dave'],
    ['DAVE PRINGLE', 'DAVE PRINGLE'],
  ])('"%s" is %s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  describe('(edge case 56) is never refused for its letters', () => {
    it.each([
      ['D', 'D'],
      ['o', 'O'],
      ['Y', 'Y'],
      ['Ye', 'Ye'],
      ['Ng', 'Ng'],
      ["O'Brien", "O'Brien"],
      ['O’Connor', 'O’Connor'],
      ["mary-jane o'neill", "Mary-Jane O'Neill"],
      ["'t Hooft", "'t Hooft"],
      ["d'Arcy", "d'Arcy"],
      ["anne marie d'arcy", "Anne Marie D'Arcy"],
      ['van der Berg', 'van der Berg'],
      ['jan van der berg', 'Jan van der Berg'],
      ['van morrison', 'Van Morrison'],
      ['McDonald', 'McDonald'],
      ['mcdonald', 'McDonald'],
      ['Mohammed Al-Fayed', 'Mohammed Al-Fayed'],
      ['Okonkwo-Williams', 'Okonkwo-Williams'],
      ['محمد علي', 'محمد علي'],
      ['שרה כהן', 'שרה כהן'],
      ['نرگس می‌رزا', 'نرگس می‌رزا'],
      ['王小明', '王小明'],
      ['अनिल कुमार', 'अनिल कुमार'],
      ['ഗംഗാ', 'ഗംഗാ'],
      ['นภา', 'นภา'],
      ['ოთარ', 'ოთარ'],
      ['Ἀλέξανδρος', 'Ἀλέξανδρος'],
      ['ольга', 'Ольга'],
      ['Nguyễn Thị Minh Khai', 'Nguyễn Thị Minh Khai'],
      ['Do Thi My', 'Do Thi My'],
      ['Oh Se-hun', 'Oh Se-hun'],
      ['Park In Hwan', 'Park In Hwan'],
      ['so young kim', 'So Young Kim'],
      ['Björk Guðmundsdóttir', 'Björk Guðmundsdóttir'],
      ['ólafur', 'Ólafur'],
      ['ßen', 'ßen'],
      ['X Æ A-12', 'X Æ A-12'],
      ['Jennifer 8 Lee', 'Jennifer 8 Lee'],
      ['Dave Pringle Jr.', 'Dave Pringle Jr'],
      ['dave pringle iii', 'Dave Pringle III'],
      ['Jane Smith (formerly Jones)', 'Jane Smith (formerly Jones)'],
      ['Kate / Katie Brown', 'Kate / Katie Brown'],
      ['Maria del Carmen Fernández de la Cruz y García', 'Maria del Carmen Fernández de la Cruz y García'],
      ['pedro de alcantara francisco antonio joao carlos', 'Pedro de Alcantara Francisco Antonio Joao Carlos'],
      ['Jane Sovereign', 'Jane Sovereign'],
    ])('%s', (text, name) => {
      expect(nameIn(text)).toBe(name);
    });

    it('nor for its length, or any letters of any script', () => {
      const letters = fc.string({ unit: letter, minLength: 1, maxLength: 40 });
      fc.assert(
        fc.property(letters, (name) => {
          const isCommand = readCommand(name, { questions: [], told: {} }) !== undefined;
          fc.pre(!isCommand && !isQuestion(name, knows));

          expect(readName(name, knows)?.toLowerCase()).toBe(name.toLowerCase());
        }),
        { seed: 56, numRuns: 500 },
      );
    });
  });

  it.each([
    'its wrong',
    'its complicated',
    'its private',
    'its on my account',
    'my name is wrong',
    'my name is on the tenancy',
    'im deaf',
    'im tired',
    'im so tired of this',
    'im not comfortable with that',
    'fed up with this',
    'i want my data',
    'i want to see my file',
    'you should know my name',
    'same as my email',
    'the same as before',
    'the tenant',
    'I already told you',
    'what data do you hold',
    'how long do you keep calls?',
    'who are you',
    'who wants to know',
    'is this a robot',
    'what?',
    'hello',
    'yes',
    'No',
    'thanks',
    'fuck off',
    'go away',
    'i dont have a name',
    'whats it matter',
    'flat 3',
    'why',
    'no idea',
    'none of your business',
    'skip',
    '',
  ])('is not "%s"', (text) => {
    expect(answer(text, 'name').kind).toBe(text === '' ? 'problem' : 'nothing');
  });

  it.each(['12345', '😀', '???', '...', '07'])('has letters: "%s" is a problem', (text) => {
    expect(answer(text, 'name')).toEqual({ kind: 'problem', problem: 'name', facts: {} });
  });

  it('may be that of somebody else', () => {
    expect(answer('her name is jean smith', 'for-whom', { subject: 'other' })).toEqual({
      kind: 'answered',
      facts: { 'for-whom': 'Jean Smith' },
    });
    expect(answer('its Jean', 'for-whom', { subject: 'other' })).toMatchObject({ facts: { 'for-whom': 'Jean' } });
    expect(answer('my name is Dave', 'for-whom', { subject: 'other' })).toEqual({
      kind: 'also',
      facts: { name: 'Dave' },
    });
  });
});

describe('a name in passing', () => {
  it.each([
    ['its dave', 'Dave'],
    ["I'm Dave Pringle", 'Dave Pringle'],
    ['im dave pringle', 'Dave Pringle'],
    ["I'm Priya", 'Priya'],
    ['dave here', 'Dave'],
    ['my name is dave', 'Dave'],
    ['my name is mark', 'Mark'],
    ['call me Mo', 'Mo'],
    ['name: Jo', 'Jo'],
    ['This is Okonkwo', 'Okonkwo'],
    ['my name is actually Dave Smith', 'Dave Smith'],
  ])('"%s" tells %s', (text, name) => {
    expect(answer(text, 'company')).toEqual({ kind: 'also', facts: { name } });
  });

  it.each([
    'its wrong',
    'its mouldy',
    'its ridiculous',
    'im tired',
    'im knackered',
    "I'm Deaf",
    'Im disabled',
    "I'm Polish",
    'ITS WRONG',
    'its private',
    'this is stupid',
    'this is about my rent',
    'my name is wrong',
    'my name is spelt wrong',
    'call me back',
    'nothing here',
    'dave',
  ])('is not told by "%s"', (text) => {
    expect(answer(text, 'company').kind).toBe('nothing');
  });
});

/** A letter of any script. */
const letter = fc
  .oneof(fc.integer({ min: 0x41, max: 0x24f }), fc.integer({ min: 0x250, max: 0x323af }))
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /^\p{L}$/u.test(character));
