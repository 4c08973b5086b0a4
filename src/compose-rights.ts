import { randomInt } from 'node:crypto';

import type { RightsConversation } from '../dialogs/rights-conversation';
import { waysToDo } from './compose-case-work';
import type { Config } from './config';
import type { Content } from './content';
import { isFormOnly } from './forms/command';
import { AddToCase } from './forms/add-to-case';
import { FillIn, type FillInDependencies } from './forms/fill-in';
import type { FormReaders } from './forms/form-readers';
import { createOwnCaseReader } from './forms/own-case';
import { createReadAnswer } from './forms/read-answer';
import { createReadCommand } from './forms/read-command';
import type { Outbox } from './outbox/outbox';
import { codeMail } from './replies/case-mails';
import type { Desk } from './replies/create-desk';
import { makeReceipt } from './replies/make-receipt';
import { receiptReply } from './replies/receipt-reply';
import type { ReceiptSources } from './replies/receipt-words';
import { isSent } from './rights/case';
import { doCaseWork } from './rights/case-work';
import { Cases } from './rights/cases';
import { contactKeyOf } from './rights/contact-key';
import { computeDue } from './rights/clock/compute-due';
import { controllerOf, regulatorInSentence } from './rights/controllers';
import { LookUpCase } from './rights/look-up-case';
import { OneTimeCodes } from './rights/one-time-codes';
import { createRecogniseMatters } from './rights/recognise-matters';
import { newReference } from './rights/reference';
import type { UnderstandingContext } from './search/understanding';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
import type { MakeRateLimiter } from './shared/rate-limiter';
import { Wakeable } from './shared/wakeable';

export interface RightsOutside {
  /** How often words occur in what people ask. */
  readonly knownWords: ReadonlyMap<string, number>;
  readonly desk: Pick<Desk, 'understand'>;
  readonly contextNow: () => UnderstandingContext;
  readonly config: Config;
  readonly content: Content;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A secret of this installation: it makes hashes by which things are found again that do not tell what they are of. */
  readonly lookupKey: string;
  readonly outbox: Outbox;
  readonly makeLimiter: MakeRateLimiter;
}

/** Milliseconds between two looks at what is to be done about cases. */
const LOOK_EVERY = 10_000;

/** Milliseconds after which a code is not worth sending any more. */
const CODE_LIFE = 600_000;

const CODE_LIMITS = { codesPerHour: 5, wrongAnswersPerDay: 15, callsPerHourOfAddress: 30 };

/** Wires what people raise: cases, what follows from them, and how they are looked up. */
export function composeRights(outside: RightsOutside): Rights {
  const { content, store, clock, logger, outbox, lookupKey } = outside;
  const cases = new Cases({ store, clock, newReference: () => newReference(randomInt) });
  const sources = receiptSources(content);
  const ways = waysToDo(outside, cases, sources);
  const work = new Wakeable(
    () => doCaseWork(cases, ways, clock.now()),
    (error) => logger.error('the work on cases broke off', error),
    LOOK_EVERY,
  );
  const codes = new OneTimeCodes({
    store,
    clock,
    key: lookupKey,
    limits: CODE_LIMITS,
    makeLimiter: outside.makeLimiter,
    sendCode: async (to, code, key) => {
      // A decoy is written like a code, and its time is over before anybody sends it.
      const until = new Date(clock.now().getTime() + (to === undefined ? 0 : CODE_LIFE));
      await outbox.add({ key, kind: 'mail', to: to ?? '', ...codeMail(code, content.replies), until });
    },
  });
  const readers = formReaders(outside);
  const fillIn = new FillIn({
    cases,
    forms: content.forms,
    readers,
    contactKey: contactKeyBy(lookupKey),
    wake: () => work.wake(),
  });
  const isOfForm = pressReader(readers);
  const conversation: RightsConversation = {
    fillIn,
    cases,
    sources,
    words: sources,
    recognise: recogniser(outside, isOfForm),
    isOfForm,
    receipt: ({ cases: all }) => receiptReply(makeReceipt(all.filter(isSent), sources), content.replies),
    lookUp: new LookUpCase({ cases, codes }),
    addToCase: new AddToCase({ cases, forms: content.forms, readers }),
    ownCase: createOwnCaseReader(cases, readers, content.forms, content.replies.say('status.add')),
    wake: () => work.wake(),
  };
  return { conversation, work };
}

/** What the running service needs of it. */
export interface Rights {
  readonly conversation: RightsConversation;
  readonly work: Wakeable;
}

function contactKeyBy(lookupKey: string): FillInDependencies['contactKey'] {
  return ({ email }) => contactKeyOf(email ?? '', lookupKey);
}

function formReaders({ content, knownWords }: RightsOutside): FormReaders {
  const { courtesies } = content.search;
  const readCommand = createReadCommand(content.commands, courtesies);
  const knows = (word: string): boolean => knownWords.has(word);
  return { readCommand, readAnswer: createReadAnswer({ content: content.answers, courtesies, readCommand, knows }) };
}

/** Reads what buttons of forms say. */
function pressReader({ readCommand }: FormReaders): RightsConversation['isOfForm'] {
  return (text) => isFormOnly(readCommand(text, { questions: [], told: {} })?.name);
}

/** What belongs to a form raises nothing, wherever it is said: "cancel", "back", "keep it". */
function recogniser(
  { content, knownWords, desk, contextNow }: RightsOutside,
  isOfForm: RightsConversation['isOfForm'],
): RightsConversation['recognise'] {
  const { recognition, search } = content;
  const recognise = createRecogniseMatters({ recognition, flows: search.flows }, knownWords);
  return async (text, understanding) =>
    isOfForm(text) ? { kind: 'none' } : recognise(text, understanding, (part) => desk.understand(part, contextNow()));
}

function receiptSources({ replies, forms, controllers, clock }: Content): ReceiptSources {
  return {
    replies,
    formFor: (matter) => forms.formFor(matter),
    companyName: (company) => controllerOf(company, controllers).name,
    regulator: { name: regulatorInSentence(controllers.regulator), phone: controllers.regulator.phone },
    datesOf: ({ matter, receivedAt }) =>
      computeDue({ matter, receivedAt, proofs: [], clarifications: [] }, clock.rules, clock.holidays),
  };
}
