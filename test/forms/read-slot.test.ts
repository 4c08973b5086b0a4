import type { Question } from '../../src/forms/form';
import { readSlot, type SlotReading } from '../../src/forms/read-slot';
import type { SlotKind } from '../../src/forms/slots';

const question: Question = {
  id: 'which',
  kind: 'choice',
  label: 'Which',
  ask: 'Which?',
  why: 'So.',
  required: false,
  options: [{ id: 'all', title: 'All', saidAs: [], saidAnywhere: [] }],
  when: {},
};

const read = (kind: SlotKind, text: string): SlotReading =>
  readSlot({ kind, field: { name: 'which', question, references: [] } }, text);

describe('one field of a page', () => {
  it.each<[SlotKind, string, string]>([
    ['email', 'Alex.Bell@Example.ORG', 'Alex.Bell@example.org'],
    ['email', 'my email is alex@example.org.', 'alex@example.org'],
    ['phone', '+44 7700 900123', '07700 900123'],
    ['post', 'c/o The Hostel\n5 Mill Lane\nwr12ab', 'c/o The Hostel, 5 Mill Lane, WR1 2AB'],
    ['post', 'HMP Leeds', 'HMP Leeds'],
    ['place', '30012345', '30012345'],
    ['place', 'I do not have an address', 'I do not have an address'],
    ['choice', 'all', 'all'],
    ['text', '-', '-'],
    ['text', 'Everything', 'Everything'],
  ])('is read by the rules of the chat: %s, "%s"', (kind, text, value) => {
    expect(read(kind, text)).toEqual({ value });
  });

  it.each([
    ['its dave', 'Dave'],
    ['My name is Mary-Jane O’Neil', 'Mary-Jane O’Neil'],
    ['Smith, John', 'Smith, John'],
    ['my mum, Jean', 'my mum, Jean'],
    ['Dave from Network Homes', 'Dave from Network Homes'],
    ['it', 'it'],
    ['X', 'X'],
    ['Ng 🎉', 'Ng'],
  ])('56: takes any name, and loses nothing of it: "%s"', (text, name) => {
    const reading = read('name', text);

    expect('value' in reading && reading.value.toLowerCase()).toBe(name.toLowerCase());
  });

  it.each<[SlotKind, string]>([
    ['email', 'alex.example'],
    ['email', 'alex@example'],
    ['phone', '07700'],
    ['post', '---'],
    ['place', '??'],
    ['name', '123'],
    ['choice', 'none'],
  ])('is a problem where it cannot be what it should be: %s, "%s"', (kind, text) => {
    expect(read(kind, text)).toEqual({ problem: kind });
  });

  it.each<SlotKind>(['text', 'post', 'name', 'email'])('is a problem where it is too long: %s', (kind) => {
    expect(read(kind, 'a'.repeat(2001))).toEqual({ problem: 'too-long' });
  });
});
