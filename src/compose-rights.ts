import { randomInt } from 'node:crypto';

import type { RightsConversation } from '../dialogs/rights-conversation';
import type { Config } from './config';
import type { Content } from './content';
import { isFormOnly } from './forms/command';
import { FillIn, type FillInDependencies } from './forms/fill-in';
import type { FormReaders } from './forms/form-readers';
import { createOwnCaseReader } from './forms/own-case';
import { createReadAnswer } from './forms/read-answer';
import { createReadCommand } from './forms/read-command';
import type { OptOut } from './opt-outs/opt-out';
import { optOutEvent } from './opt-outs/opt-out-event';
import { optOutsOfCase } from './opt-outs/opt-outs-of-case';
import { SuppressionList } from './opt-outs/suppression-list';
import type { Outbox } from './outbox/outbox';
import { acknowledgementMail, codeMail, teamMail } from './replies/case-mails';
import type { Desk } from './replies/create-desk';
import { makeReceipt } from './replies/make-receipt';
import { receiptReply } from './replies/receipt-reply';
import type { ReceiptSources } from './replies/receipt-words';
import { companyOf, isMailed, type Case, type ToDo } from './rights/case';
import { doCaseWork, type DoIt } from './rights/case-work';
import { Cases } from './rights/cases';
import { contactKeyOf } from './rights/contact-key';
import { computeDue } from './rights/clock/compute-due';
import { controllerOf, regulatorInSentence } from './rights/controllers';
import { linkRepeat } from './rights/link-repeat';
import { LookUpCase } from './rights/look-up-case';
import { OneTimeCodes } from './rights/one-time-codes';
import { createRecogniseMatters } from './rights/recognise-matters';
import { newReference } from './rights/reference';
import type { UnderstandingContext } from './search/understanding';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
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
    ownCase: createOwnCaseReader(cases, readers.readCommand, content.replies.say('status.add')),
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

const isSent = ({ state }: Case): boolean => state.name === 'sent';

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

/** How each thing that a case leaves to be done is done. Keys make sure that once is enough for the receiver. */
function waysToDo(outside: RightsOutside, cases: Cases, sources: ReceiptSources): Readonly<Record<ToDo['what'], DoIt>> {
  const { config, content, outbox } = outside;
  const { controllers, replies } = content;
  const tellTeam = async (one: Case): Promise<void> => {
    const { mailbox } = controllerOf(companyOf(one), controllers);
    const text = teamMail(one, `${config.publicUrl}/console/requests`, replies);
    const about = one.reference;
    await outbox.add({ key: `team/${about}/${one.state.name}`, about, kind: 'mail', to: mailbox, ...text });
  };
  const acknowledge = async ({ family }: Case): Promise<void> => {
    const together = (await cases.family(family)).filter(isSent);
    const repeats = together.find((one) => one.repeats !== undefined)?.repeats;
    const first = repeats === undefined ? undefined : await cases.byReference(repeats);
    const to = together.find(isMailed)?.facts.email?.value;
    if (to === undefined) return;
    const mail = acknowledgementMail(together, first, sources);
    const key = `acknowledgement/${family}/${together.length}`;
    await outbox.add({ key, about: family, kind: 'mail', to, ...mail });
  };
  const suppress = (one: Case): Promise<void> => suppressFor(one, outside);
  return {
    link: (one) => linkRepeat(one, cases),
    // An opt-out whose form was left counts, too, as far as it tells an address.
    tell_team: (one) => (one.state.name === 'withdrawn' ? tellTeam(one) : suppress(one).then(() => tellTeam(one))),
    acknowledge,
    suppress,
    lift: (one) => liftFor(one, outside),
  };
}

/** Puts the addresses of an opt-out on the list, and tells whoever wants to know. */
async function suppressFor(one: Case, outside: RightsOutside): Promise<void> {
  const list = new SuppressionList({ ...outside, key: outside.lookupKey });
  for (const subject of optOutsOfCase(one)) {
    const { outcome, optOut } = await list.suppress(subject, { since: one.receivedAt, reference: one.reference });
    if (outcome !== 'outdated') await tellOthers(optOut, outside);
  }
}

/** Takes off the list again what an opt-out that was withdrawn had put there. */
async function liftFor(one: Case, outside: RightsOutside): Promise<void> {
  const list = new SuppressionList({ ...outside, key: outside.lookupKey });
  const addresses = new Set(optOutsOfCase(one).map(({ address }) => address));
  for (const address of addresses) {
    const own = (await list.find(address)).filter(({ reference }) => reference === one.reference);
    for (const { id } of own) {
      const lifted = await list.lift(id, 'the person withdrew the request');
      if (lifted) await tellOthers(lifted, outside);
    }
  }
}

async function tellOthers(optOut: OptOut, { outbox }: RightsOutside): Promise<void> {
  if (!outbox.hasWebhook) return;
  const event = optOutEvent(optOut);
  await outbox.add({ key: event.id, kind: 'webhook', payload: { ...event } });
}
