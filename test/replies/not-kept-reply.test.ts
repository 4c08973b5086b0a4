import { PRIVATE_KINDS } from '../../src/shared/mask-private-numbers';
import { realDesk } from './real-desk';

describe('what is said of a message that was not kept whole', () => {
  const desk = realDesk();

  it('names what was hidden, one kind or several, in the same sentence', () => {
    const said = (...kinds: (typeof PRIVATE_KINDS)[number][]) => desk.notKept(kinds, false).paragraphs;

    expect(said('card')).toEqual(['I have hidden what looks like a card number. We do not need that to answer you.']);
    expect(said('bank', 'nhs')).toEqual([
      'I have hidden what looks like bank details and an NHS number. We do not need that to answer you.',
    ]);
    expect(said(...PRIVATE_KINDS)).toEqual([
      'I have hidden what looks like a card number, bank details, a National Insurance number, an NHS number and a password or PIN. We do not need that to answer you.',
    ]);
  });

  it('says of a file that it was not kept, and how one would be sent', () => {
    expect(desk.notKept(['file'], false).paragraphs).toEqual([
      'I cannot take files or photos in this chat, so I have not kept yours. If we need one, a person will tell you a safe way to send it.',
    ]);
  });

  it('offers a way on when nothing else was said, as text too', () => {
    const reply = desk.notKept(['card'], true);

    expect(reply.choices.map(({ title }) => title)).toEqual(['Ask about the notice', 'Talk to a person']);
    expect(desk.plainText(reply).split('\n\n')).toEqual([
      'I have hidden what looks like a card number. We do not need that to answer you.',
      'You can ask me how we use your information, or talk to a person.',
      'You can also say:\n- Ask about the notice\n- Talk to a person',
    ]);
    expect(desk.notKept(['card'], false).choices).toEqual([]);
  });
});
