import type { Case } from '../../src/rights/case';
import type { Identifier } from '../../src/subject-access/identifier';
import { ownDetailsOf } from '../../src/subject-access/own-details';
import type { PersonData } from '../../src/subject-access/person-data';
import { suggestPassages } from '../../src/subject-access/suggest-passages';

const JO: Identifier = { kind: 'email', address: 'jo@example.org' };
const AT = '2026-11-25T12:00:00.000Z';
const OURS = ['Sovereign Network Group', 'Data Protection Officer'];

/** The data of somebody whose name is Jo Quibell, and who says this. */
function dataOf(text: string): PersonData {
  const one: Case = {
    reference: '7K4M-2QQ',
    family: '7K4M-2QQ',
    matter: 'access',
    channel: 'chat',
    receivedAt: AT,
    words: [{ text, key: 'k', at: AT }],
    facts: { name: { value: 'Jo Quibell', at: AT }, place: { value: 'RG21 4FA', at: AT } },
    passedOver: {},
    state: { name: 'incomplete' },
    timeline: [],
    toDo: [],
  };
  return { chats: [], cases: [one], messages: [], optOuts: [], questions: [] };
}

const suggested = (text: string): string[] => {
  const data = dataOf(text);
  const isOurs = (words: string): boolean => OURS.includes(words);
  return suggestPassages(data, ownDetailsOf(data, [JO]), isOurs).map((passage) => passage.text);
};

describe('what may be about other people', () => {
  it.each([
    ['My neighbour Karen said so', ['Karen']],
    ['a man called Bill Sikes came', ['Bill Sikes']],
    ['it was Mrs Featherstonehaugh again', ['Featherstonehaugh']],
    ["I live with Seán O'Casey", ["Seán O'Casey"]],
    ['ask dave or Susan about it', ['Susan']],
    ['write to karen@example.net or ring 07700 900 999', ['karen@example.net', '07700 900 999']],
    ['she lives at SW1A 2AA', ['SW1A 2AA']],
  ])('is suggested: "%s"', (text, expected) => {
    expect(suggested(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    'I am Jo Quibell of RG21 4FA, jo@example.org',
    'Sovereign Network Group has a Data Protection Officer',
    'my neighbour said so in 2026, on 24 November',
    'reference 7K4M-2QQ',
  ])('is not the person\'s own, nor ours: "%s"', (text) => {
    expect(suggested(text)).toEqual([]);
  });

  it('is suggested once, with how often it stands there and where first', () => {
    const data = dataOf('My neighbour Karen said so. KAREN again, and Karenina is a book by somebody');

    const [passage] = suggestPassages(data, ownDetailsOf(data, [JO]), () => false);

    expect(passage).toMatchObject({ text: 'Karen', kind: 'name', places: 2 });
    expect(passage?.context).toContain('My neighbour Karen said so');
  });
});
