import { CONTACT_FIELDS } from '../rights/case';
import type { Matter } from '../rights/matter';
import type { Question, Told } from './form';
import type { FormReaders } from './form-readers';
import type { FormSource } from './form-view';
import type { Reading } from './reading';

/** What a message tells of how to reply, where nothing is asked. */
export interface OwnContact {
  /** By the fields of the ways to reply; empty where it tells none. */
  readonly facts: Told;
  /** Whether it says nothing else. */
  readonly isAll: boolean;
}

/** Matters that are about names and addresses, which therefore tell neither who somebody is nor how to reply. */
export const ABOUT_DETAILS: readonly Matter[] = ['rectification', 'breach', 'complaint'];

/** Stands for a question that any words answer; nobody sees it. */
const ANY_WORDS: Question = {
  id: 'any-words',
  kind: 'text',
  label: '',
  ask: '',
  why: '',
  required: false,
  options: [],
  when: {},
};

/** "You can e-mail me at ..." */
const OFFERING = /^\s*(?:you|u) can\s+/i;

/** Reads how to reply to somebody who was not asked: "sorry, my e-mail is dave@example.org". */
export function readOwnContact(
  text: string,
  { readAnswer }: FormReaders,
  { sharedQuestions }: Pick<FormSource, 'sharedQuestions'>,
): OwnContact {
  const questions = [ANY_WORDS, ...sharedQuestions.filter(({ kind }) => kind === 'contact')];
  const reading: Reading = readAnswer(text.replace(OFFERING, ''), ANY_WORDS, questions, {});
  const told = 'facts' in reading ? Object.entries(reading.facts) : [];
  const facts = Object.fromEntries(told.filter(([field]) => CONTACT_FIELDS.some((way) => way === field)));
  return { facts, isAll: reading.kind === 'also' && told.length === Object.keys(facts).length };
}
