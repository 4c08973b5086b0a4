import fc from 'fast-check';

import { loadCommands } from '../../src/forms/command-content';
import type { Told } from '../../src/forms/form';
import { CONTENT_DIR } from '../search/real-content';
import { QUESTIONS, question, readCommand } from './a-form';

const TOLD: Told = { company: 'snh', what: 'my file', email: 'sam@example.org', name: 'Sam', place: 'WR1 2AB' };

const SUMMARY = 'the summary';

/** What a message is read as: the name of the command, or "change <question>", or nothing. */
function commandIn(text: string, asked = 'what', told: Told = TOLD): string | undefined {
  const questions = QUESTIONS.filter(({ when }) => Object.keys(when).length === 0);
  const command = readCommand(text, { asked: asked === SUMMARY ? undefined : question(asked), questions, told });
  return command?.name === 'change' ? `change ${command.question}` : command?.name;
}

describe('what is a command', () => {
  it.each([
    ['back', 'back'],
    ['go back', 'back'],
    ['Can I go back please?', 'back'],
    ['oh no wait go back', undefined],
    ['previous question', 'back'],
    ['sorry i made a mistake', 'back'],
    ['i pressed the wrong one', 'back'],
    ['wait, go back', 'back'],
    ['skip', 'skip'],
    ['SKIP', 'skip'],
    ['skip this one pls', 'skip'],
    ['ok skip it', 'skip'],
    ['skiiiip', 'skip'],
    ['next', 'skip'],
    ['pass', 'skip'],
    ['leave it blank', 'skip'],
    ['N/A', 'skip'],
    ['do I have to answer that', undefined],
    ['do I have to answer this?', 'skip'],
    ["I don't know", 'unknown'],
    ['i dont know sorry', 'unknown'],
    ['dunno', 'unknown'],
    ['dunno mate', 'unknown'],
    ['no idea', 'unknown'],
    ['idk', 'unknown'],
    ['i dont no', 'unknown'],
    ['havent a clue', 'unknown'],
    ["I can't remember", 'unknown'],
    ['cant remeber', 'unknown'],
    ['how should i know', 'unknown'],
    ['why', 'why'],
    ['why?', 'why'],
    ['why do you need that', 'why'],
    ['Why do you need to know that??', 'why'],
    ['why do u want to know', 'why'],
    ['what for', 'why'],
    ["what's that for", 'why'],
    ['why the hell', undefined],
    ['why do you bloody need that', 'why'],
    ['whats that got to do with it', 'why'],
    ['none of your business', 'refuse'],
    ['none of your buisness', 'refuse'],
    ['none of your fucking business', 'refuse'],
    ["I'd rather not say", 'refuse'],
    ['rather not say thanks', 'refuse'],
    ['prefer not to say', 'refuse'],
    ['not telling you', 'refuse'],
    ['mind your own business', 'refuse'],
    ['thats private', 'refuse'],
    ['i want to stay anonymous', 'refuse'],
    ['cancel', 'cancel'],
    ['cancle', 'cancel'],
    ['Cancel it please', 'cancel'],
    ['please cancel my request', 'cancel'],
    ['forget it', 'cancel'],
    ['oh just forget it', 'cancel'],
    ['stop', 'cancel'],
    ['STOP!!!', 'cancel'],
    ['stoppp', 'cancel'],
    ['ok stop now', 'cancel'],
    ['nvm', 'cancel'],
    ['never mind', 'cancel'],
    ["I've changed my mind", 'cancel'],
    ['sod it', 'cancel'],
    ['for fucks sake stop', 'cancel'],
    ['i cant be bothered with this', undefined],
    ['i cant be bothered', 'cancel'],
    ['carry on', 'carry_on'],
    ['no, carry on', 'carry_on'],
    ['carryon', 'carry_on'],
    ['go on', 'carry_on'],
    ['go on then', 'carry_on'],
    ['continue', 'carry_on'],
    ['contiune', 'carry_on'],
    ['keep going', 'carry_on'],
    ['lets carry on please', 'carry_on'],
    ["no don't cancel", 'carry_on'],
    ['start again', 'start_again'],
    ['can we start again', 'start_again'],
    ['start over', 'start_again'],
    ['back to the start', 'start_again'],
    ['restart', 'start_again'],
    ['speak to someone', 'person'],
    ['can i speak to someone', 'person'],
    ['I want to talk to a real person', 'person'],
    ['let me talk to a human', 'person'],
    ['human', 'person'],
    ['put me through to a person please', 'person'],
    ['can a person do this', 'person'],
    ['send', 'send'],
    ['send it', 'send'],
    ['yes send it', 'send'],
    ['yes please send it', 'send'],
    ['submit', 'send'],
    ['sumbit', 'send'],
    ['ok send it off then', 'send'],
    ['keep it', 'keep'],
    ['stop here but keep it', 'keep'],
    ['Stop here, but keep my request', 'keep'],
    ['use what you have', 'keep'],
    ['withdraw my request', 'withdraw'],
    ['i want to withdraw my request', 'withdraw'],
    ['withdrawl my request', 'withdraw'],
    ["I don't want it anymore", 'withdraw'],
    ['drop it', 'withdraw'],
    ['later', 'later'],
    ['save and come back', 'later'],
    ['ill come back later', 'later'],
    ['can i finish this later', 'later'],
    ['gotta go', 'later'],
    ['yes', 'yes'],
    ['yeah', 'yes'],
    ['yesss', 'yes'],
    ['yes please', 'yes'],
    ["that's right", 'yes'],
    ['👍🏽', 'yes'],
    ['no', 'no'],
    ['nope', 'no'],
    ['no thanks', 'no'],
    ['not really', 'no'],
    ['nooo', 'no'],
  ])('"%s" is %s', (text, expected) => {
    expect(commandIn(text)).toBe(expected);
  });
});

describe('what is an answer, and no command', () => {
  it.each([
    'I want to stop the newsletter',
    'stop the surveys',
    'stop sending me texts',
    'stop sharing my details with my ex',
    'stop my rent statements going to the old address',
    'skip the rent letters, I want calls only',
    'skip hire complaint from last year',
    'back in 2019 you sent it to the wrong house',
    'back rent',
    'the back door repair',
    'go back to using my old number',
    'send me my file',
    'send everything',
    'send it to my mum',
    'send the recordings of my calls',
    'cancel my direct debit',
    'cancel the insurance letters',
    'you cancelled my repair',
    'forget everything about me',
    'forget my phone number',
    'delete it all',
    'I want you to continue paying',
    'carry on sending the newsletter but not the surveys',
    'the person who called me',
    'the person in the office said no',
    'someone spoke to my neighbour',
    'who spoke to someone about me',
    'why was I refused a flat',
    'why you gave my number to the contractor',
    'all emails about why I was evicted',
    'no idea was given of who would read it',
    'I know nothing about this letter',
    'I dont know how my ex got my address',
    'I dont know who told them',
    'not sure of the date but around May',
    'private letters sent to next door',
    'private and confidential papers left on the bus',
    'none of your staff called back',
    'none of my letters arrive',
    'later letters, from 2022 on',
    'keep my data but stop using it',
    'keep the photos, delete the rest',
    'withdraw my consent for photos',
    'I withdraw permission to share',
    'change my name on the tenancy',
    'change my name',
    'my name is wrong',
    'my email is wrong',
    'the address is wrong',
    'wrong postcode',
    'update my phone number',
    'correct my date of birth',
    'yes the file and the calls',
    'yes but only from last year',
    'no letters to my old flat',
    'no more texts',
    'no surveys',
    'nothing but my medical notes',
    'right to buy papers',
    'fine letters',
    'start again in January please',
    'save energy visits',
    'human resources file',
    'a human being should decide',
    'the manager',
    'staff notes',
    'submit forms I filled in',
    'next of kin details',
    'next door neighbour complaint',
    'pass on my details to nobody',
    'hold on file notes',
    'end of tenancy papers',
    'close family details',
    'out of date phone number',
    'everything',
    'my file',
    'stop smoking service letters',
    'please stop ringing my mum',
    'the bus stop photo',
    'i asked them to stop and they did not',
    'skip bins complaint',
    'why my rent went up',
    'back payments',
    'the back of the house is on your website',
    'call recordings from when I was told to forget it',
    'a note that says "cancel"',
    'yes to surveys, no to newsletters',
    'not a person, the computer decided',
    'speak to someone in repairs about my records',
    'keep it away from my ex',
    'save the cctv from friday',
    'wait list notes',
    'no carry on letters',
    'send back my photos',
    'refuse collection letters',
    'continue to hold my medical notes but delete the rest',
    'start of my tenancy until now',
    'restart of my housing benefit',
    'later ones only',
    'i never signed it, someone else did',
    'people at the office',
    'business rates',
    'ok so the thing is you sent it to my neighbour',
    'unknown caller notes',
    'water',
    'parsons street',
    'the lot mate',
    '🙂',
    '',
    '   ',
    '?',
  ])('"%s"', (text) => {
    expect(commandIn(text)).toBeUndefined();
  });

  it('such as a name, however near to a command or a yes it is', () => {
    expect(['Parson', 'Ye', 'Ya', 'Sure', 'Cance'].map((name) => commandIn(name, 'name'))).toEqual(
      Array<undefined>(5).fill(undefined),
    );
  });

  it('such as what names an option of the question', () => {
    expect(commandIn('not sure', 'company')).toBeUndefined();
    expect(commandIn('not sure', 'name')).toBe('unknown');
    expect(commandIn('Just me', 'subject')).toBeUndefined();
  });
});

describe('what shall be changed', () => {
  it.each([
    ['change my name', 'change name'],
    ['can i change my name please', 'change name'],
    ['change the email', 'change reply'],
    ['change my e-mail address', 'change reply'],
    ['the company is wrong', 'change company'],
    ['wrong company', 'change company'],
    ['my postcode is wrong', 'change place'],
    ['change how you contact me', 'change reply'],
    ['my name is spelt wrong', 'change name'],
    ["that's the wrong number", 'change reply'],
    ['no the company is wrong', 'change company'],
    ['go back to the company', 'change company'],
    ['i put the wrong email', 'change reply'],
    ['edit who it is about', undefined],
    ['typo in my name', 'change name'],
    ['change my name to Dave', undefined],
    ['change everything', undefined],
    ['change my landlord', undefined],
    ['the company is rubbish', undefined],
  ])('on the summary: "%s" is %s', (text, expected) => {
    expect(commandIn(text, SUMMARY)).toBe(expected);
  });

  it('is read in the middle of a form, of what was told', () => {
    expect(commandIn('change my name', 'company')).toBe('change name');
    expect(commandIn('change my name', 'company', {})).toBeUndefined();
  });

  it('is told from what is wrong with what we hold, where any words are an answer', () => {
    expect(commandIn('the company is wrong', 'what')).toBeUndefined();
    expect(commandIn('change my answer about the company', 'what')).toBe('change company');
  });
});

describe('the words of commands', () => {
  it('have no problem as they are shipped', () => {
    expect(loadCommands(CONTENT_DIR).problems).toEqual([]);
  });

  it('never make a reader fail, or find a question that the form does not ask', () => {
    const ids = QUESTIONS.map(({ id }) => id);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(undefined, ...ids), (text, asked) => {
        const command = readCommand(text, {
          asked: asked === undefined ? undefined : question(asked),
          questions: QUESTIONS,
          told: {},
        });

        if (command?.name === 'change') expect(ids).toContain(command.question);
      }),
      { seed: 11 },
    );
  });
});
