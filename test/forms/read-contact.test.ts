import fc from 'fast-check';

import type { Told } from '../../src/forms/form';
import { answer } from './a-form';

const factsIn = (text: string): Told | undefined => {
  const reading = answer(text, 'reply');
  return reading.kind === 'answered' ? reading.facts : undefined;
};

describe('an e-mail address', () => {
  it.each([
    ['dave@example.org', 'dave@example.org'],
    ['Dave.Pringle@Gmail.com.', 'Dave.Pringle@gmail.com'],
    ['DAVE@GMAIL.COM', 'dave@gmail.com'],
    ['dave_pringle99@hotmail.co.uk thanks', 'dave_pringle99@hotmail.co.uk'],
    ['d.pringle+sng@nhs.net', 'd.pringle+sng@nhs.net'],
    ["sinead.o'neill@example.ie", "sinead.o'neill@example.ie"],
    ['dave @ gmail.com', 'dave@gmail.com'],
    ['dave@ gmail.com', 'dave@gmail.com'],
    ['dave@gmail .com', 'dave@gmail.com'],
    ['dave@gmail. com', 'dave@gmail.com'],
    ['dave at gmail dot com', 'dave@gmail.com'],
    ['dave dot pringle at gmail dot com', 'dave.pringle@gmail.com'],
    ['my email is dave underscore pringle at btinternet dot com', 'dave_pringle@btinternet.com'],
    ['Email Dave At Example Dot Co Dot UK', 'Dave@example.co.uk'],
    ['dave (at) example (dot) org', 'dave@example.org'],
    ['mailto:dave@example.org', 'dave@example.org'],
    ['<dave@example.org>', 'dave@example.org'],
    ['"dave@example.org"', 'dave@example.org'],
    ['(dave@example.org)', 'dave@example.org'],
    ["'dave@example.org'", 'dave@example.org'],
    ['dave@example.org?', 'dave@example.org'],
    ['email: dave@example.org', 'dave@example.org'],
    ['email me at dave@example.org please', 'dave@example.org'],
    ['its dave@example.org', 'dave@example.org'],
    ['you can reach me at dave@example.org', 'dave@example.org'],
    ['can you email me at dave@example.org?', 'dave@example.org'],
    ['josé@ejemplo.es', 'josé@ejemplo.es'],
    ['dave@müller.de', 'dave@müller.de'],
    ['用户@例子.广告', '用户@例子.广告'],
    ['not dave@old.org its dave@new.org', 'dave@new.org'],
    ['dave@old.org sorry i mean dave@new.org', 'dave@new.org'],
    ['please dont use d@old.org use d@new.org', 'd@new.org'],
    ['dont ring me email me d@example.org', 'd@example.org'],
    ['d@example.org but my ex reads it', 'd@example.org'],
  ])('is read in "%s"', (text, email) => {
    expect(factsIn(text)).toEqual({ email });
  });

  it.each([
    'alex.example',
    'dave@gmail',
    'dave@',
    '@gmail.com',
    'dave@gmail,com',
    'dave@gmail..com',
    'dave..pringle@gmail.com',
    'dave@-gmail.com',
    'dave@gmail.c',
    'dave@192.168.0.1',
    'davegmail.com',
    'dave gmail com',
    'dave at gmail',
    'dave pringle at gmail dot com',
    'my email is dave',
    'email',
    'by email please',
    'just email me',
    'you have my email',
    'email or phone, i dont mind',
  ])('is a problem, and no text, where it cannot be one: "%s"', (text) => {
    expect(answer(text, 'reply')).toEqual({ kind: 'problem', problem: 'email', facts: {} });
  });

  it('is read as it was written, whatever it is', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);
    const ending = fc.constantFrom('com', 'org', 'co.uk', 'example', 'xn--p1ai', 'museum');
    const local = fc
      .array(label, { minLength: 1, maxLength: 3 })
      .chain((parts) => fc.constantFrom('.', '_', '-', '+').map((join) => parts.join(join)));
    const around = fc.constantFrom('', 'my email is ', 'its ', 'email me at ', 'contact: ');
    fc.assert(
      fc.property(local, label, ending, around, (name, domain, end, lead) => {
        const email = `${name}@${domain}.${end}`;

        expect(factsIn(`${lead}${email}`)).toEqual({ email });
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('a telephone number', () => {
  it.each([
    ['07700 900123', '07700 900123'],
    ['07700900123', '07700 900123'],
    ['07700 900 123', '07700 900123'],
    ['07700-900-123.', '07700 900123'],
    ['07700.900.123', '07700 900123'],
    ['0 7 7 0 0 9 0 0 1 2 3', '07700 900123'],
    ['o7700 900123', '07700 900123'],
    ['+44 7700 900123', '07700 900123'],
    ['+447700900123', '07700 900123'],
    ['+44 (0)7700 900 123', '07700 900123'],
    ['0044 7700 900123', '07700 900123'],
    ['447700900123', '07700 900123'],
    ['(020) 7946 0958', '020 7946 0958'],
    ['020 7946 0958', '020 7946 0958'],
    ['+44 20 7946 0958', '020 7946 0958'],
    ['01632 960 123', '01632 960 123'],
    ['01632-960-123', '01632 960 123'],
    ['01632 960123 ext 12', '01632 960123'],
    ['tel. 020 7946 0958', '020 7946 0958'],
    ['ring me on 07700 900123', '07700 900123'],
    ['text me 07700900123', '07700 900123'],
    ['my phones 07700 900123 but dont leave messages', '07700 900123'],
    ['07700 900123 after 5pm', '07700 900123'],
    ['my new number is 07700 900123 not 07700 900456', '07700 900123'],
    ['not 07700 900456, 07700 900123', '07700 900123'],
    ['dont email me at d@example.org, ring 07700 900123', '07700 900123'],
    ['call my sister on 07700 900123', '07700 900123'],
    ['+33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['0048 22 123 45 67', '+48 22 123 45 67'],
    ['+1 (555) 010-9999', '+1 555 010 9999'],
    ['whatsapp +353 86 123 4567', '+353 86 123 4567'],
  ])('is read in "%s"', (text, phone) => {
    expect(factsIn(text)).toEqual({ phone });
  });

  it.each([
    '07700 90012',
    '0770090012345',
    '123456',
    '7700 900123',
    'ring me',
    'by phone',
    'text',
    'whatsapp me',
    'my number is',
    'give me a bell',
  ])('is a problem where it cannot be one: "%s"', (text) => {
    expect(answer(text, 'reply')).toEqual({ kind: 'problem', problem: 'phone', facts: {} });
  });
});

describe('a postal address', () => {
  it.each([
    ['12 High Street, Worcester wr1 2ab', '12 High Street, Worcester WR1 2AB'],
    ['flat 3, 12 high street\nworcester\nwr12ab', 'flat 3, 12 high street, worcester, WR1 2AB'],
    ['12 high street', '12 high street'],
    ['write to me at 12 high street worcester', '12 high street worcester'],
    ['post to flat 2, 9 mill lane, wr1 2ab please', 'flat 2, 9 mill lane, WR1 2AB'],
    ['my address is 12 high st', '12 high st'],
    ['dave pringle, 12 high street, worcester, wr1 2ab', 'dave pringle, 12 high street, worcester, WR1 2AB'],
    ['send it to my sister she lives at 12 high street wr1 2ab', '12 high street WR1 2AB'],
    ['to my solicitor, smith & co, 4 mill lane, wr1 2ab', 'my solicitor, smith & co, 4 mill lane, WR1 2AB'],
    ['dont ring me, write to me at 12 High Street WR1 2AB', '12 High Street WR1 2AB'],
    ['the address you hold', 'the address you hold'],
    ['you have my address', 'you have my address'],
    ['the address on my file please', 'the address on my file please'],
  ])('is read in "%s"', (text, post) => {
    expect(factsIn(text)).toEqual({ post });
  });

  it.each(['by post', 'in the post please', 'letter', 'write to me', 'flat 3', 'at home'])(
    'is a problem where it is missing: "%s"',
    (text) => {
      expect(answer(text, 'reply')).toEqual({ kind: 'problem', problem: 'post', facts: {} });
    },
  );
});

describe('(edge case 42) without e-mail, phone or a fixed address', () => {
  it.each([
    ['c/o Red Cross Hostel, 4 Mill Lane', { post: 'c/o Red Cross Hostel, 4 Mill Lane' }],
    ['care of st pauls hostel, worcester', { post: 'care of st pauls hostel, worcester' }],
    ['HMP Bullingdon, OX25 1PZ', { post: 'HMP Bullingdon, OX25 1PZ' }],
    ['im in hmp bullingdon', { post: 'hmp bullingdon' }],
    ['st thomas hospital ward 4', { post: 'st thomas hospital ward 4' }],
    ['PO Box 12, Worcester', { post: 'PO Box 12, Worcester' }],
    ['collect', { collect: 'collect' }],
    ['I will collect it', { collect: 'I will collect it' }],
    ['ill come in and get it', { collect: 'ill come in and get it' }],
    ['can i pick it up?', { collect: 'can i pick it up' }],
    ['havent got a phone or email so ill collect it', { collect: 'havent got a phone or email so ill collect it' }],
    ['I will come back with my reference', { collect: 'I will come back with my reference' }],
    ['my support worker will collect it', { collect: 'my support worker will collect it' }],
  ])('"%s" is a way to reply', (text, facts) => {
    expect(factsIn(text)).toEqual(facts);
  });

  it.each([
    'no email no phone',
    'I dont have an email',
    'havent got a phone',
    'i dont do emails love',
    'neither',
    'no internet',
    'ive lost my phone',
    'aint got one',
  ])('"%s" is told of the other ways', (text) => {
    expect(answer(text, 'reply')).toEqual({ kind: 'problem', problem: 'no-way', facts: {} });
  });
});

describe('ways to reply', () => {
  it('are all read', () => {
    expect(factsIn('d@example.org, 07700 900123 or 12 High Street, Worcester WR1 2AB')).toEqual({
      email: 'd@example.org',
      phone: '07700 900123',
      post: '12 High Street, Worcester WR1 2AB',
    });
    expect(factsIn('07700 900123 12 high street')).toEqual({ phone: '07700 900123', post: '12 high street' });
    expect(factsIn('email d@example.org or ill collect it')).toEqual({
      email: 'd@example.org',
      collect: 'ill collect it',
    });
  });

  it.each([
    'dave',
    'how long will it take',
    'whats your email',
    'you collect too much data',
    'i want to collect my file',
    'cant collect it im disabled',
    'dont email me at d@example.org',
    'not 07700 900456',
    'ref 07700900123',
    '01/02/2019',
    'carrier pigeon',
    'yes',
  ])('are not told by "%s"', (text) => {
    expect(answer(text, 'reply').kind).toBe('nothing');
  });
});
