import type { Passage } from '../../src/notice/notice';
import { FLOWS, type Understanding } from '../../src/search/understanding';
import { realNotice, realSearchContent } from '../search/real-content';
import { realDesk } from './real-desk';

const notice = realNotice();
const content = realSearchContent();
const desk = realDesk();
const passages = notice.sections.flatMap((section) => section.passages);

function passage(id: string): Passage {
  const found = passages.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`the notice has no passage ${id}`);
  return found;
}
const ranked = (...ids: readonly string[]) => ids.map((id) => ({ passage: passage(id), score: 1 }));
const options = (...ids: readonly string[]) => ranked(...ids).map((one) => ({ kind: 'passage', ...one }) as const);
const reply = (understanding: Understanding) => desk.reply(understanding, { notice });
const CALLS = 'how-long/recordings-of-telephone-calls-for-6';
const CHATS = 'how-long/chatbot-and-virtual-agent-interactions-for';
const CCTV = 'cctv-and-photographs/some-of-our-locations-and-offices';

describe('a follow-up', () => {
  it('is told as the whole question, before anything else', () => {
    const answer = { kind: 'answer', passages: ranked(CALLS), confidence: 1 } as const;

    const { paragraphs, ...others } = reply({ ...answer, completed: 'How long do you keep calls?' });

    expect(paragraphs).toEqual(['You mean: “How long do you keep calls?”', 'The notice says:']);
    expect({ ...others, paragraphs: ['The notice says:'] }).toEqual({
      ...reply(answer),
      completed: 'How long do you keep calls?',
    });
  });

  it('is asked about other meanings when the answer was not it', () => {
    const { paragraphs } = reply({ kind: 'clarify', options: options(CALLS), instead: true, confidence: 1 });

    expect(paragraphs).toEqual([expect.stringMatching(/^I am sorry\. Did you mean one of these\?/)]);
  });

  it('is told in short what a section says, as our own words, with where the words of the notice are', () => {
    const { heading, paragraphs, quotes, choices } = reply({ kind: 'summary', passage: passage(CALLS), confidence: 1 });

    expect(heading).toBe('“How long do we keep your information?” in short:');
    expect(paragraphs[0]).toMatch(/^We keep information only as long as we need it.*for 6 months\..*provider\.$/);
    expect(paragraphs[1]).toMatch(/own words.* https:\/\/privacy\.example\.org\/notice\/2023-09#how-long$/);
    expect(quotes).toEqual([]);
    expect(choices).toEqual([{ title: 'Talk to a person' }]);
  });

  it('is told where the words of the notice are when nobody has put them in short', () => {
    const { heading, paragraphs } = reply({
      kind: 'summary',
      passage: { ...passage(CALLS), version: '2030-01' },
      confidence: 1,
    });

    expect(heading).toBeUndefined();
    expect(paragraphs).toEqual([
      'I have no short version of “How long do we keep your information?”. You can read the words of the notice at https://privacy.example.org/notice/2030-01#how-long',
    ]);
  });
});

describe('an answer', () => {
  it('quotes the best passage word for word, with its lead-in and where it stands', () => {
    const { paragraphs, quotes } = reply({ kind: 'answer', passages: ranked(CALLS, CHATS), confidence: 1 });

    expect(paragraphs).toEqual(['The notice says:']);
    expect(quotes).toEqual([
      {
        passageId: CALLS,
        text: 'recordings of telephone calls for 6 months.',
        form: 'bullet',
        leadIn: 'We will usually keep:',
        cut: true,
        section: 'How long do we keep your information?',
        version: '2023-09',
        publishedAs: 'September 2023',
        url: `https://privacy.example.org/notice/2023-09#${passage(CALLS).anchor}`,
      },
    ]);
  });

  it('offers the other passages by their first words', () => {
    const { choices } = reply({ kind: 'answer', passages: ranked(CALLS, CHATS, CCTV), confidence: 1 });

    expect(choices.map(({ title }) => title)).toEqual([
      'chatbot and virtual agent interactions for 2 years',
      expect.stringMatching(/^Some of our locations and offices have CCTV/),
    ]);
  });

  it('offers what people can ask for where the passage is about it', () => {
    const { choices } = reply({
      kind: 'answer',
      passages: ranked('your-rights/to-ask-us-for-access-to'),
      confidence: 1,
    });

    expect(choices.map(({ title }) => title)).toEqual(['See what you hold about me']);
  });

  it('is the same for a passage that was chosen', () => {
    expect(desk.answerPassage(passage(CALLS), notice)).toEqual(
      reply({ kind: 'answer', passages: ranked(CALLS), confidence: 1 }),
    );
  });

  it.each(passages)(
    'fits 1,200 characters as plain text, with two others offered, and 1,500 with what the law says: $id',
    (one) => {
      const others = ranked(
        'how-we-use/we-minimise-our-holding-and-use',
        'core/core-stands-for-continuous-recording-of',
      );
      const answer = reply({ kind: 'answer', passages: [{ passage: one, score: 1 }, ...others], confidence: 1 });

      expect(desk.plainText({ ...answer, notes: [] }).length).toBeLessThanOrEqual(1_200);
      expect(desk.plainText(answer).length).toBeLessThanOrEqual(1_500);
    },
  );
});

describe('an answer that leads to more', () => {
  const leads = passages.filter(({ text }) => text.endsWith(':'));
  const quoteOf = (lead: Passage) => desk.answerPassage(lead, notice).quotes[0];

  it.each(leads)('quotes what comes next, word for word and in order: $id', (lead) => {
    const { items = [] } = quoteOf(lead) ?? {};

    const next = passages.slice(passages.indexOf(lead) + 1);
    expect(items.length).toBeGreaterThan(0);
    expect(items).toEqual(next.slice(0, items.length).map(({ text }) => text));
    expect(items.join('').length).toBeLessThanOrEqual(700);
  });

  it('tells of the items that were left out, and only then', () => {
    const quotes = leads.map((lead) => {
      const list = passages.filter(({ sectionId, leadIn }) => sectionId === lead.sectionId && leadIn === lead.text);
      return { list, quote: quoteOf(lead) };
    });

    const lists = quotes.filter(({ list }) => list.length > 0);
    const isCut = lists.map(({ quote }) => quote?.cutAfter ?? false);
    expect(isCut).toEqual(lists.map(({ list, quote }) => (quote?.items?.length ?? 0) < list.length));
    expect(new Set(isCut)).toEqual(new Set([true, false]));
  });

  it('has nothing below it where it is a whole sentence', () => {
    expect(quoteOf(passage(CALLS))).not.toHaveProperty('items');
  });
});

describe('a choice of meanings', () => {
  it('names the sections, with the start of the passage, and none of these last', () => {
    const { quotes, choices } = reply({ kind: 'clarify', options: options(CALLS, CCTV), confidence: 0.4 });

    expect(quotes).toEqual([]);
    expect(choices).toEqual([
      { title: 'How long do we keep your information?', note: 'recordings of telephone calls for 6 months' },
      { title: 'CCTV and photographs', note: expect.stringMatching(/^Some of our locations/) as string },
      { title: 'None of these', isNone: true },
    ]);
  });
});

describe('a choice with a name', () => {
  it('calls a passage as an editor called it, and a request as on its button', () => {
    const named = { kind: 'passage', passage: passage(CALLS), title: 'How long calls are kept', score: 0.4 } as const;
    const request = { kind: 'flow', flow: 'erasure', score: 0.3 } as const;

    const { choices } = reply({ kind: 'clarify', options: [named, request], confidence: 0.4 });

    expect(choices).toEqual([
      { title: 'How long calls are kept', note: 'How long do we keep your information?' },
      { title: content.flows.find(({ flow }) => flow === 'erasure')?.title },
      { title: 'None of these', isNone: true },
    ]);
  });

  it('stands beside an answer when a request may have been meant', () => {
    const { choices } = reply({ kind: 'answer', passages: ranked(CALLS), flow: 'portability', confidence: 0.6 });

    expect(choices[0]?.title).toBe(content.flows.find(({ flow }) => flow === 'portability')?.title);
  });
});

describe('something to be done', () => {
  it.each(FLOWS)('offers to take %s, and quotes the notice', (flow) => {
    const { paragraphs, quotes, choices } = reply({ kind: 'flow', flow, confidence: 1 });
    const title = content.flows.find((one) => one.flow === flow)?.title;

    expect(paragraphs.join(' ')).toContain(`You can ask for it here. Choose “${title}”.`);
    expect(choices[0]?.title).toBe(title);
    expect(quotes).toHaveLength(1);
  });

  it('promises no result and asks for no reason', () => {
    const words = content.flows.flatMap(({ how }) => how).join('\n');

    expect(words).not.toMatch(/we will (delete|erase|remove|give you everything|stop)|\bwhy do you\b|tell us why/i);
    expect(words).toMatch(/A person will decide/);
  });

  it('uses no blank but the one that is filled in', () => {
    const texts = FLOWS.flatMap((flow) => reply({ kind: 'flow', flow, confidence: 1 }).paragraphs);

    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
  });
});

describe('danger', () => {
  it('brings the likeliest number first, the others after it, and says that we cannot call', () => {
    const { heading, paragraphs, facts, after } = reply({ kind: 'urgent', sign: 'gas', confidence: 1 });

    expect(heading).toBe('Smell gas? Go outside, then call');
    expect(paragraphs).toHaveLength(1);
    expect(facts.map(({ phone }) => phone)).toEqual(['0800 111 999', '999', '0808 2000 247', '116 123', '111']);
    expect(after[0]).toBe('I cannot call for you.');
  });

  it.each([
    ['emergency', '999'],
    ['abuse', '0808 2000 247'],
    ['suicide', '116 123'],
    ['child', '999'],
  ])('of the sign %s is answered with %s', (sign, phone) => {
    expect(reply({ kind: 'urgent', sign, confidence: 1 }).facts[0]?.phone).toBe(phone);
  });

  it('still brings every number when the sign has left the content', () => {
    const { facts } = reply({ kind: 'urgent', sign: 'flood', confidence: 1 });

    expect(facts.map(({ phone }) => phone)).toContain('999');
    expect(facts).toHaveLength(Object.keys(content.urgent.numbers).length);
  });
});

describe('the welcome', () => {
  const welcome = desk.welcome();

  it('says who speaks, what to do in an emergency, who sees it and how long it is kept', () => {
    expect(welcome.paragraphs[0]).toContain('a computer program, not a person');
    expect(welcome.facts.map(({ label }) => label)).toEqual(['Emergency', 'Who sees it', 'How long']);
  });

  it('offers four things, and each is understood when it is pressed', async () => {
    const understood = await Promise.all(welcome.choices.map(({ title }) => desk.understand(title, { notice })));

    expect(understood.map(({ kind }) => kind)).toEqual(['flow', 'flow', 'smalltalk', 'flow']);
  });
});

describe('small talk and failure', () => {
  it.each(content.smalltalk)('has something to say to $topic', ({ topic }) => {
    expect(reply({ kind: 'smalltalk', topic, confidence: 1 }).paragraphs.length).toBeGreaterThan(0);
  });

  it('says what is safe, and what to do, when something broke', () => {
    const text = desk.plainText(desk.failure());

    expect(text).toBe('Something went wrong on our side.\n\nNothing you wrote is lost. Please try again.');
  });
});
