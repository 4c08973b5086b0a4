import { createFollowUpReader } from '../../src/search/read-follow-up';
import { createSpeller } from '../../src/search/spell';
import { realSearchContent, realWords } from './real-content';

const reader = createFollowUpReader(realSearchContent().followUps, createSpeller(realWords().words));
const last = { aspect: 'how-long', about: 'recordings of calls' };
const questions = (text: string, before: Parameters<typeof reader.complete>[1] = last): readonly string[] =>
  reader.complete(text, before).map(({ question }) => question);

describe('what a message takes over from the question before it', () => {
  it.each([
    ['who sees them then?', 'Who can see recordings of calls?'],
    ['and who can see it', 'Who can see recordings of calls?'],
    ['how long?', 'How long do you keep recordings of calls?'],
    ['ok so how lomg do you keep those for', 'How long do you keep recordings of calls?'],
    ['why', 'Why do you need recordings of calls?'],
    ['y', 'Why do you need recordings of calls?'],
    ['what do u use it for', 'What do you use recordings of calls for?'],
    ["what's in it", 'What is in recordings of calls?'],
    ['and after that?', 'What happens to recordings of calls after that time?'],
    ['can I get a copy please', 'Can I see recordings of calls?'],
    ['thanks. and is it safe?', 'How do you keep recordings of calls safe?'],
  ])('completes "%s" with what was talked of', (text, question) => {
    expect(questions(text)).toEqual([question]);
  });

  it.each([
    ['and for chats?', 'How long do you keep chats?'],
    ['what about my photos', 'How long do you keep my photos?'],
    ['ok thanks, and CCTV too', 'How long do you keep cctv?'],
    ['same for emails', 'How long do you keep emails?'],
  ])('asks the same about another subject: "%s"', (text, question) => {
    expect(questions(text)).toEqual([question]);
  });

  it.each([
    'cctv',
    'how long do you keep chats',
    'and how long do you keep chats',
    'who sees my rent account',
    'and do you sell my data?',
    'and I want my file deleted',
    'what about the neighbour who parks on my space every single night',
    'then what is this notice for',
    'my number is 07700 900123',
    'how long can a hold last',
    'and?',
    'what about it',
    '',
  ])('leaves what is complete, or says nothing, as it is: "%s"', (text) => {
    expect(questions(text)).toEqual([]);
  });

  it('needs to know what is taken over', () => {
    expect(questions('who sees it', { aspect: 'how-long' })).toEqual([]);
    expect(questions('and photos?', { about: 'recordings of calls' })).toEqual([]);
    expect(questions('and photos?', { aspect: 'an-aspect-of-old' })).toEqual([]);
  });

  it('tries every wording for a subject that was named', () => {
    expect(questions('and the police?', { aspect: 'shared-with' })).toEqual([
      'Who do you share the police with?',
      'Do you share my information with the police?',
    ]);
  });
});

describe('what a question asks about its matter', () => {
  it.each([
    ['how long do you keep my tenancy file', 'how-long'],
    ['why do you need to know how long I lived there', 'how-long'],
    ['do you give my address to anyone', 'shared-with'],
    ['do you collect my date of birth', 'held'],
    ['CCTV', undefined],
  ])('is found in "%s": %s', (text, aspect) => {
    expect(reader.aspectOf(text)).toBe(aspect);
  });
});
