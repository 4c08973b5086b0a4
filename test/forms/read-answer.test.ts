import fc from 'fast-check';

import type { Told } from '../../src/forms/form';
import { LONGEST_TEXT } from '../../src/forms/read-text';
import { answer, QUESTIONS } from './a-form';

describe('several facts in one message', () => {
  it.each<[string, string, Told]>([
    ['Dave Pringle, network homes', 'name', { name: 'Dave Pringle', company: 'snh' }],
    ['dave pringle network homes', 'name', { name: 'Dave Pringle', company: 'snh' }],
    ['dave pringle from network homes', 'name', { name: 'Dave Pringle', company: 'snh' }],
    ['im dave pringle, network homes', 'company', { name: 'Dave Pringle', company: 'snh' }],
    ['its dave and my email is d@example.org', 'name', { name: 'Dave', email: 'd@example.org' }],
    ['its dave, email me on d@example.org', 'reply', { name: 'Dave', email: 'd@example.org' }],
    ['dave pringle 07700 900123', 'name', { name: 'Dave Pringle', phone: '07700 900123' }],
    ['Dave\n07700 900123\nd@example.org', 'name', { name: 'Dave', phone: '07700 900123', email: 'd@example.org' }],
    [
      'I am Dave, I live at 12 High Street WR1 2AB, email d@example.org',
      'name',
      { name: 'Dave', place: '12 High Street WR1 2AB', email: 'd@example.org' },
    ],
    ['dave pringle i live in wr1 2ab', 'name', { name: 'Dave Pringle', place: 'WR1 2AB' }],
    [
      'network homes, my email is d@example.org and my number is 07700 900123',
      'company',
      { company: 'snh', email: 'd@example.org', phone: '07700 900123' },
    ],
    ['its my mums file, im dave', 'subject', { subject: 'other', role: 'relative', name: 'Dave' }],
    [
      'my file please, my email is d@example.org',
      'what',
      { what: 'my file please, my email is d@example.org', email: 'd@example.org' },
    ],
    ['network homes keep ringing me', 'what', { what: 'network homes keep ringing me', company: 'snh' }],
    [
      'my name is Dave Pringle and I want my calls',
      'what',
      { what: 'my name is Dave Pringle and I want my calls', name: 'Dave Pringle' },
    ],
  ])('"%s" to the question for the %s', (text, asked, facts) => {
    expect(answer(text, asked)).toEqual({ kind: 'answered', facts });
  });

  it.each<[string, string, Told]>([
    ['d@example.org', 'name', { email: 'd@example.org' }],
    ['07700 900123', 'company', { phone: '07700 900123' }],
    ['wr1 2ab', 'name', { place: 'WR1 2AB' }],
    ['network homes', 'name', { company: 'snh' }],
    ['for my client', 'name', { subject: 'other', role: 'adviser' }],
    ['d@example.org', 'what', { email: 'd@example.org' }],
    ['write to me at 12 High Street, WR1 2AB', 'what', { post: '12 High Street, WR1 2AB' }],
    ['its for my client', 'what', { subject: 'other', role: 'adviser' }],
    ["actually it's my mum's file", 'what', { subject: 'other', role: 'relative' }],
  ])('"%s" tells something else than the %s', (text, asked, facts) => {
    expect(answer(text, asked)).toEqual({ kind: 'also', facts });
  });

  it('are kept where the answer itself cannot be read', () => {
    expect(answer('network homes, dave@gmail', 'reply')).toEqual({
      kind: 'problem',
      problem: 'email',
      facts: { company: 'snh' },
    });
  });
});

describe('what is put right later', () => {
  const told = { email: 'dave.pringel@gmail.com', name: 'Dan', company: 'sng', subject: 'me', place: 'WR1 2AB' };

  it.each<[string, string | undefined, Told]>([
    ['sorry its dave.pringle@gmail.com', 'company', { email: 'dave.pringle@gmail.com' }],
    ['sorry its dave.pringle@gmail.com', 'what', { email: 'dave.pringle@gmail.com' }],
    ['*dave.pringle@gmail.com', 'safe', { email: 'dave.pringle@gmail.com' }],
    ['no wait my email is dave.pringle@gmail.com', 'name', { email: 'dave.pringle@gmail.com' }],
    ['change my email to d@example.org', undefined, { email: 'd@example.org' }],
    ['the email should be d@example.org', undefined, { email: 'd@example.org' }],
    ['my new number is 07700 900123', undefined, { phone: '07700 900123' }],
    ['my name is actually Dave Smith', undefined, { name: 'Dave Smith' }],
    ['sorry my postcode is wr1 2ac', undefined, { place: 'WR1 2AC' }],
    ['not wr1 2ab its wr1 2ac', undefined, { place: 'WR1 2AC' }],
    ['network homes not sovereign', undefined, { company: 'snh' }],
    ["actually it's my mum's file", undefined, { subject: 'other', role: 'relative' }],
    ["my son's records", undefined, { subject: 'child' }],
    ['its for my client', 'company', { subject: 'other', role: 'adviser' }],
  ])('"%s"', (text, asked, facts) => {
    expect(answer(text, asked, told)).toEqual({ kind: 'also', facts });
  });

  it('may be the person it is about, told back again', () => {
    expect(answer('its not for my mum its for me', undefined, { subject: 'other' })).toEqual({
      kind: 'also',
      facts: { subject: 'me' },
    });
  });

  it('is no address without an end', () => {
    expect(answer('sorry its dave@gmail', 'company', told)).toEqual({ kind: 'problem', problem: 'email', facts: {} });
  });

  it.each(['looks good', 'is that everything?', 'its wrong', 'what happens next', 'hello'])(
    'is not told by "%s"',
    (text) => {
      expect(answer(text, undefined, told)).toEqual({ kind: 'nothing' });
    },
  );
});

describe('an answer in words', () => {
  it.each([
    'everything',
    'my postcode shows as AB1 2CD but its AB1 3CD',
    'the letter went to 12 High Street',
    'you emailed my details to jo@example.org',
    'all emails between dave@example.org and staff about me',
    'you have my email as d@old.org but it should be d@new.org',
    'my email is d@old.org on your system not d@new.org',
    'they ring me on 07700 900123',
    'stop ringing me on 07700 900123',
    'the call on 07700 900123 in may',
    'dont email me at d@example.org',
    'his number is 07700 900123 and you gave him mine',
    'the letter about my sons records went to my ex',
    'its about my neighbour reading my letter',
    'cctv of the 3rd at 12 high street wr1 2ab',
    'I want to stop the newsletter',
    'its spelt Pringel should be Pringle',
    'my name is wrong',
    'im tired of asking',
    'i told dave at the office',
    '文',
    '12 High Street',
    'ALL OF IT NOW',
    'evrything u hav on me incl emials n that',
    'so basically what happened was i rang up and the lady said she would send it and she never did',
  ])('is taken as it is, and tells nothing else: "%s"', (text) => {
    expect(answer(text, 'what')).toEqual({ kind: 'answered', facts: { what: text } });
  });

  it.each<[string, Told]>([
    ['reply to d@example.org please. i want my file', { email: 'd@example.org' }],
    ['call recordings, text me on 07700 900123 when done', { phone: '07700 900123' }],
    ['everything. my address is 12 High Street WR1 2AB', { place: '12 High Street WR1 2AB' }],
    ['the notes and send it by post to 12 High Street WR1 2AB', { post: '12 High Street WR1 2AB' }],
    ['can you email me the file at d@example.org', { email: 'd@example.org' }],
  ])('tells what words lead to: "%s"', (text, also) => {
    expect(answer(text, 'what')).toEqual({ kind: 'answered', facts: { what: text, ...also } });
  });

  it('may be an address alone, where an address is what is wrong', () => {
    expect(answer('d@new.org', 'what', { wrong: 'my email is wrong' })).toEqual({
      kind: 'answered',
      facts: { what: 'd@new.org' },
    });
    expect(answer('my name is Dave Pringle', 'what', { wrong: 'you spelt me wrong' })).toEqual({
      kind: 'answered',
      facts: { what: 'my name is Dave Pringle', name: 'Dave Pringle' },
    });
  });

  it('does not change a company that was told to one that is mentioned', () => {
    const text = 'network homes keep ringing me';

    expect(answer(text, 'what', { company: 'sng' })).toEqual({ kind: 'answered', facts: { what: text } });
  });

  it('loses the space around it', () => {
    expect(answer('  my file\nand calls \u0007\n', 'what')).toMatchObject({ facts: { what: 'my file\nand calls' } });
  });

  it.each(['x', '😀', '😀😀', '.', '???', '', ' \n'])('is a problem where it is too short: "%s"', (text) => {
    expect(answer(text, 'what')).toEqual({ kind: 'problem', problem: 'too-short', facts: {} });
  });

  it('is a problem where it is too long', () => {
    expect(answer('a'.repeat(LONGEST_TEXT), 'what').kind).toBe('answered');
    expect(answer('a'.repeat(LONGEST_TEXT + 1), 'what')).toEqual({ kind: 'problem', problem: 'too-long', facts: {} });
  });
});

describe('what is no answer', () => {
  it.each([
    ['go back', 'name'],
    ['skip', 'place'],
    ['why do you need that', 'reply'],
    ['none of your business', 'name'],
    ['cancel', 'what'],
    ['speak to someone', 'company'],
    ['I dont know', 'what'],
    ['yes', 'what'],
    ['no', 'what'],
  ])('"%s" to the question for the %s', (text, asked) => {
    expect(answer(text, asked)).toEqual({ kind: 'nothing' });
  });

  it('is a no to a question in words, unless that can be denied', () => {
    expect(answer('no', 'what').kind).toBe('nothing');
    expect(answer('no thanks', 'help')).toEqual({ kind: 'answered', facts: { help: 'no thanks' } });
    expect(answer('yes', 'help').kind).toBe('nothing');
  });

  it.each(['what?', 'i dont understand', 'what does that mean', 'eh', 'who is this'])(
    '(edge case 55) but confused, and no blame: "%s"',
    (text) => {
      for (const asked of ['name', 'company', 'reply', 'place']) expect(answer(text, asked).kind).toBe('nothing');
    },
  );

  it('(edge case 50) such as wanting to stay anonymous', () => {
    for (const text of ['anonymous', 'i want to stay anonymous', 'no name', 'rather not say']) {
      expect(answer(text, 'name')).toEqual({ kind: 'nothing' });
    }
  });
});

describe('(edge case 30) however people type', () => {
  it.each<[string, string, Told]>([
    ['MY EMAIL IS DAVE@EXAMPLE.ORG', 'reply', { email: 'dave@example.org' }],
    ['RING ME ON 07700 900123!!!', 'reply', { phone: '07700 900123' }],
    ['plz email me d@example.org 🙏', 'reply', { email: 'd@example.org' }],
    ['my nmae is dave pringle', 'what', { what: 'my nmae is dave pringle' }],
    ['NETWORK HOMES 😡', 'company', { company: 'snh' }],
    ['ntework homes', 'company', { company: 'snh' }],
    ['my email is dave dot pringle at gmail dot com thank you', 'reply', { email: 'dave.pringle@gmail.com' }],
    ['ill pick it up frm the office', 'reply', { collect: 'ill pick it up frm the office' }],
    ['yesss', 'safe', { safe: 'yes' }],
    ['noooo', 'safe', { safe: 'no' }],
    ['SAR', 'what', { what: 'SAR' }],
    ['Я хочу свои данные', 'what', { what: 'Я хочу свои данные' }],
  ])('"%s" to the question for the %s', (text, asked, facts) => {
    expect(answer(text, asked)).toEqual({ kind: 'answered', facts });
  });
});

describe('reading', () => {
  const fields = new Set([...QUESTIONS.map(({ id }) => id), 'email', 'phone', 'post', 'collect']);

  it('never fails, and fills only fields that the form has, with words', () => {
    const ids = fc.constantFrom(undefined, ...QUESTIONS.map(({ id }) => id));
    const pieces = fc.constantFrom(
      ' my name is ',
      ' d@example.org ',
      ' 07700 900123 ',
      ' network homes ',
      ' wr1 2ab ',
      ' 12 high street, ',
      ' for my mum ',
      ' sorry ',
      ' not ',
      ' and ',
      '\n',
      ', ',
      ' @ ',
      ' at ',
      ' dot ',
      ' +44',
      ' c/o ',
      '. ',
    );
    const message = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 12 });
    fc.assert(
      fc.property(message, ids, (parts, asked) => {
        const reading = answer(parts.join(''), asked);

        if (reading.kind === 'nothing') return;
        for (const [field, value] of Object.entries(reading.facts)) {
          expect(fields.has(field)).toBe(true);
          expect(value.trim()).not.toBe('');
        }
        if (reading.kind === 'also') expect(Object.keys(reading.facts)).not.toHaveLength(0);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('takes no long time over a long message', () => {
    const long = ['my email is dave at '.repeat(100), '0 '.repeat(1000), 'a.'.repeat(1000), 'flat 3, '.repeat(250)];
    // A pattern that goes back and forth over them would take minutes, and so the whole test its time.
    for (const text of long) for (const asked of ['what', 'name', 'reply', 'place', 'company']) answer(text, asked);
    expect(answer(long[0] ?? '', 'what').kind).toBe('answered');
  });
});
