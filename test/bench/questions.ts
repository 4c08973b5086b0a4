/** Twenty messages of the kinds that people send: questions, wishes, small talk, mistakes, and what the notice is silent on. */
export const QUESTIONS: readonly string[] = [
  'How long do you keep recordings of my calls?',
  'who do you share my details with',
  'can i get a copy of everything you have about me',
  'Do you use cookies on your site?',
  'hello',
  'why do you need my national insurance number',
  'pls stop sending me surveys',
  'how do i complain about the way you used my data',
  'Is there CCTV in the lift of my block?',
  'do you tell the police things about me',
  'what is your legal basis for keeping my bank details',
  'can you fix my boiler',
  'I moved out five years ago. Do you still have my file?',
  'wat hapens to my childs information',
  'thank you',
  'Are my data sent to other countries?',
  'my neighbour is a visitor of mine, what do you hold about her?',
  'who is the data protection officer',
  'i want to talk to a person',
  'I would like to know on which grounds you decided to check my credit history, who did that check on your behalf, and whether the result is still on my file.',
];

const COLOURS = 'red blue green yellow white black brown grey pink orange'.split(' ');
const THINGS = 'door key bag bike coat hat shed fence lamp chair'.split(' ');

/**
 * A question that was not asked before in this run: one of the twenty, by the red door and so on. Two numbers would not do:
 * they are read as the same one, so that the encoder would know the question already.
 */
export function questionNumber(number: number): string {
  const turn = Math.floor(number / QUESTIONS.length);
  const colour = COLOURS[turn % COLOURS.length] ?? '';
  const thing = THINGS[Math.floor(turn / COLOURS.length) % THINGS.length] ?? '';
  return `${QUESTIONS[number % QUESTIONS.length] ?? ''} ${colour} ${thing}`;
}
