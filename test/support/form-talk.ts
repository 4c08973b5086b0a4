import type { ConversationAccount } from 'botbuilder';

import { MainDialog } from '../../dialogs/main-dialog';
import { RecentAnswers } from '../../dialogs/recent-answers';
import { isOpen, OUTBOX, type Message } from '../../src/outbox/outbox-message';
import type { FormPart, FormQuestion, FormSummary } from '../../src/replies/form-part';
import type { Reply } from '../../src/replies/reply';
import { CASES, type Case } from '../../src/rights/case';
import type { DocumentStore } from '../../src/shared/document-store';
import { realDesk } from '../replies/real-desk';
import { realNotice } from '../search/real-content';
import { ManualClock } from './manual-clock';
import { talkTo, type Talk } from './talk-to';
import { newStore, testRights } from './test-rights';

/** A conversation about requests: with the content as it is shipped, understood by words alone, over a real store. */
export interface FormTalk {
  /** Says something and gives back all that the bot said to it, as plain text. */
  say(text: string): Promise<string>;
  /** Says one thing after the other, and gives back what the bot said to the last. */
  sayAll(...texts: readonly string[]): Promise<string>;
  /**
   * Answers every question that is asked, "skip" where there is no answer to it, until none is asked any more.
   *
   * @returns the questions, in order; fails when one is asked without end
   */
  fillIn(answers: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** Answers in a window that shows this question, whatever was asked last. */
  answer(question: string, text: string): Promise<string>;
  /** The message before comes once more, as after a turn that was cut off. */
  again(): Promise<string>;
  /** Goes on in another chat, as somebody does on another device. */
  newChat(): void;
  /** The service is started anew, over the same store. */
  restart(): void;
  choices(): string[];
  /** What a client can show of the last reply. */
  form(): FormPart | undefined;
  /** Id of the question that is asked; undefined where none is. */
  asked(): string | undefined;
  /** Rows of the summary by their labels. */
  summary(): Readonly<Record<string, string>>;
  /** In the order in which they were recorded. */
  cases(): Promise<readonly Case[]>;
  /** What was told for the only case, by field. */
  facts(): Promise<Readonly<Record<string, string>>>;
  /** Does what cases leave to be done, and gives back all that is to be sent. */
  outgoing(): Promise<readonly Message[]>;
  readonly clock: ManualClock;
  readonly store: DocumentStore;
}

const desk = realDesk();

/** More than the longest form has. */
const MOST_QUESTIONS = 25;

export function formTalk(start = '2026-11-23T10:00:00Z'): FormTalk {
  const clock = new ManualClock(start);
  const store = newStore();
  const contextNow = () => ({ notice: realNotice() });
  let rights = testRights({ desk, contextNow, clock, store });
  const begin = (): Talk =>
    talkTo(
      (state) => {
        const recent = new RecentAnswers(state.createProperty('recent'), clock);
        return new MainDialog({ desk, contextNow, recent, rights: rights.conversation, now: () => clock.now() });
      },
      desk,
      { store, clock },
    );
  let user = begin();
  let chat = 1;
  let messages = 0;
  let lastText = '';
  let shown: Reply | undefined;

  const send = async (text: string, channelData?: object): Promise<string> => {
    lastText = text;
    const conversation = { id: `chat-${chat}` } as ConversationAccount;
    const more = { id: `message-${messages}`, conversation, ...(channelData && { channelData }) };
    return (await user.say(text, more)).join('\n\n');
  };
  const next = (text: string, channelData?: object): Promise<string> => {
    messages++;
    clock.advance({ seconds: 10 });
    return send(text, channelData);
  };
  const cases = async (): Promise<readonly Case[]> => {
    const found = await store.find(CASES, { index: 'by-state', limit: 100 });
    return found.map(({ body }) => body).sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
  };
  const fillIn = async (answers: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const questions: string[] = [];
    for (let question = asked(); question !== undefined; question = asked()) {
      questions.push(question);
      const said = await next(answers[question] ?? 'skip');
      if (questions.length > MOST_QUESTIONS) throw new Error(`"${question}" is asked without end: ${said}`);
    }
    return questions;
  };
  const form = (): FormPart | undefined => (user.last() ?? shown)?.form;
  const asked = (): string | undefined => (form()?.kind === 'question' ? (form() as FormQuestion).question : undefined);
  return {
    clock,
    store,
    say: (text) => next(text),
    sayAll: async (...texts) => {
      let said = '';
      for (const text of texts) said = await next(text);
      return said;
    },
    answer: (question, text) => next(text, { answers: question }),
    again: () => send(lastText),
    newChat: () => {
      chat++;
      shown = undefined;
      user = begin();
    },
    restart: () => {
      shown = user.last();
      rights = testRights({ desk, contextNow, clock, store });
      user = begin();
    },
    choices: () => user.choices(),
    form,
    asked,
    fillIn,
    summary: () => {
      const rows = form()?.kind === 'summary' ? (form() as FormSummary).rows : [];
      return Object.fromEntries(rows.map(({ label, answer }) => [label, answer]));
    },
    cases,
    facts: async () => {
      const [one] = await cases();
      return Object.fromEntries(Object.entries(one?.facts ?? {}).map(([field, { value }]) => [field, value]));
    },
    outgoing: async () => {
      await rights.work.run();
      const found = await store.find(OUTBOX, { index: 'by-state', limit: 1000 });
      return found.flatMap(({ body }) => (isOpen(body) ? [body.message] : []));
    },
  };
}
