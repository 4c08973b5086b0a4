import { emptyReply } from '../../src/replies/empty-reply';
import type { Quote } from '../../src/replies/reply';
import { realDesk } from './real-desk';

const desk = realDesk();
const QUOTE: Quote = {
  passageId: 'a/b',
  text: 'letters for 2 years.',
  form: 'bullet',
  leadIn: 'We keep:',
  cut: true,
  section: 'How long',
  version: '2023-09',
  publishedAs: 'September 2023',
  url: 'https://privacy.example.org/notice/2023-09#a.b',
};

describe('a reply as plain text', () => {
  it('shows a quote with its lead-in, the cut and the source', () => {
    const text = desk.plainText({ ...emptyReply('answer'), paragraphs: ['The notice says:'], quotes: [QUOTE] });

    expect(text).toBe(
      [
        'The notice says:\n',
        'We keep:',
        '[…]',
        '- letters for 2 years.',
        'From: How long, privacy notice of September 2023. https://privacy.example.org/notice/2023-09#a.b',
      ].join('\n'),
    );
  });

  it('shows no cut where nothing was left out, and no dash before a paragraph', () => {
    const text = desk.plainText({
      ...emptyReply('answer'),
      quotes: [{ ...QUOTE, form: 'paragraph', cut: false }],
    });

    expect(text).toMatch(/^We keep:\nletters for 2 years\.\nFrom: /);
  });

  it('shows the items that a quote leads to, and that more were left out; an address has no dash', () => {
    const lead: Quote = { ...QUOTE, text: 'We hold:', form: 'paragraph', cut: false, cutAfter: true };
    const items = ['your name', '1 High Street\nBasingstoke'];

    const text = desk.plainText({ ...emptyReply('answer'), quotes: [{ ...lead, items }] });

    expect(text).toMatch(/^We keep:\nWe hold:\n- your name\n1 High Street\nBasingstoke\n\[…\]\nFrom: /);
  });

  it('numbers meanings, so that they can be chosen by number', () => {
    const text = desk.plainText({
      ...emptyReply('clarify'),
      choices: [{ title: 'A', note: 'about a' }, { title: 'B' }, { title: 'None of these', isNone: true }],
    });

    expect(text).toBe('You can answer:\n1. A: about a\n2. B\n- None of these');
  });

  it('gives the number to call before the words about it, once', () => {
    const text = desk.plainText({
      ...emptyReply('urgent'),
      heading: 'Smell gas?',
      facts: [
        { label: 'Gas.', text: 'Free.', phone: '0800 111 999' },
        { label: 'Emergency', text: 'Call 999.', phone: '999' },
      ],
      after: ['I cannot call for you.'],
    });

    expect(text).toBe('Smell gas?\n\nGas: 0800 111 999. Free.\nEmergency: Call 999.\n\nI cannot call for you.');
  });

  it('leaves the choices out where they would make an answer longer than 1,200 characters', () => {
    const answer = (length: number) => ({
      ...emptyReply('answer'),
      paragraphs: ['x'.repeat(length)],
      choices: [{ title: 'Stop surveys' }],
    });

    expect(desk.plainText(answer(1_100))).toContain('Stop surveys');
    expect(desk.plainText(answer(1_190))).toBe('x'.repeat(1_190));
  });

  it('is empty for a reply that says nothing', () => {
    expect(desk.plainText(emptyReply('answer'))).toBe('');
  });
});
