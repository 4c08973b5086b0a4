import { createFlowRecogniser } from '../../src/search/recognise-flow';
import { createTermReader } from '../../src/search/term-reader';
import { FLOWS } from '../../src/search/understanding';
import { realSearchContent } from './real-content';

const content = realSearchContent();
const recognise = createFlowRecogniser(content.flows, createTermReader(content.lexicon));

describe('recognising what is to be done', () => {
  it('has an entry for everything that can be set going', () => {
    expect(content.flows.map(({ flow }) => flow)).toEqual(FLOWS);
  });

  it.each(content.flows)('knows $flow by its title', ({ title, flow }) => {
    expect(recognise(title)).toEqual({ flow, confidence: 1 });
  });

  it.each(content.flows.flatMap(({ flow, saidAs }) => saidAs.map((line) => ({ flow, line }))))(
    'knows $flow by "$line"',
    ({ flow, line }) => {
      expect(recognise(`Hello, please, I want this: ${line}`)?.flow).toBe(flow);
    },
  );

  it.each([
    ['can I have all of my data deleted?', 'erasure'],
    ['i want you to wipe everything you have on me', 'erasure'],
    ['Please send me a copy of the data you have', 'access'],
    ['who can I speak to? I need to talk to someone', 'human'],
  ])('takes "%s" for a request', (text, flow) => {
    expect(recognise(text)?.flow).toBe(flow);
  });

  it.each([
    'how long before you delete my data',
    'do you share my data with the police',
    'what happens when I make a complaint',
    'do you want my personal data',
  ])('leaves "%s" to the notice', (text) => {
    expect(recognise(text)).toBeUndefined();
  });

  it('does not put a request together from words far apart', () => {
    const far = 'delete is a word found in so many letters from so many places about some data';

    expect(recognise(far)).toBeUndefined();
  });

  it('is surer where the request is all of the message', () => {
    const whole = recognise('stop surveys')?.confidence ?? 0;
    const part = recognise('stop surveys, the boiler broke on Monday and nobody came')?.confidence ?? 1;

    expect(whole).toBeGreaterThan(part);
    expect(whole).toBeLessThanOrEqual(1);
  });
});
