import type { Config } from './config';
import type { Content } from './content';
import type { OptOut } from './opt-outs/opt-out';
import { optOutEvent } from './opt-outs/opt-out-event';
import { optOutsOfCase } from './opt-outs/opt-outs-of-case';
import { SuppressionList } from './opt-outs/suppression-list';
import type { Outbox } from './outbox/outbox';
import { acknowledgementMail, teamMail, type TeamNews } from './replies/case-mails';
import type { ReceiptSources } from './replies/receipt-words';
import { companyOf, isMailed, isSent, type Case, type ToDo } from './rights/case';
import type { DoIt } from './rights/case-work';
import type { Cases } from './rights/cases';
import { controllerOf } from './rights/controllers';
import { linkRepeat } from './rights/link-repeat';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import { keyedHash } from './shared/keyed-hash';
import { normaliseEmail } from './shared/normalise-email';

export interface CaseWorkOutside {
  readonly config: Config;
  readonly content: Content;
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** As in composeRights. */
  readonly lookupKey: string;
  readonly outbox: Outbox;
}

/** How each thing that a case leaves to be done is done. Keys make sure that once is enough for the receiver. */
export function waysToDo(
  outside: CaseWorkOutside,
  cases: Cases,
  sources: ReceiptSources,
): Readonly<Record<ToDo['what'], DoIt>> {
  const { config, content, outbox } = outside;
  const { controllers, replies } = content;
  const tellTeam = async (one: Case, news: TeamNews, key: string): Promise<void> => {
    const { mailbox } = controllerOf(companyOf(one), controllers);
    const text = teamMail(one, news, `${config.publicUrl}/console/requests`, replies);
    const about = one.reference;
    await outbox.add({ key: `team/${about}/${key}`, about, kind: 'mail', to: mailbox, ...text });
  };
  const tellOfCase = (one: Case): Promise<void> => tellTeam(one, one.state.name, one.state.name);
  const suppress = (one: Case): Promise<void> => suppressFor(one, outside);
  return {
    link: (one) => linkRepeat(one, cases),
    // An opt-out whose form was left counts, too, as far as it tells an address.
    tell_team: (one) => (one.state.name === 'withdrawn' ? tellOfCase(one) : suppress(one).then(() => tellOfCase(one))),
    tell_addition: async (one, { at, about = '' }) => {
      if (isSent(one)) await suppress(one);
      await tellTeam(one, 'added', `added/${about}/${at}`);
    },
    acknowledge: (one, item) => acknowledge(one, item, cases, sources, outside),
    suppress,
    lift: (one) => liftFor(one, outside),
  };
}

/**
 * Mails the acknowledgement of all that was sent together: to an address that was told since, or else to the first that is
 * safe. Nobody gets the same one twice.
 */
async function acknowledge(
  one: Case,
  { about }: ToDo,
  cases: Cases,
  sources: ReceiptSources,
  { outbox, lookupKey }: CaseWorkOutside,
): Promise<void> {
  const { family } = one;
  const together = (await cases.family(family)).filter(isSent);
  const repeats = together.find((other) => other.repeats !== undefined)?.repeats;
  const first = repeats === undefined ? undefined : await cases.byReference(repeats);
  const to = (about === undefined ? together : [one]).find(isMailed)?.facts.email?.value;
  if (to === undefined || together.length === 0) return;
  const mail = acknowledgementMail(together, first, sources);
  const address = keyedHash(lookupKey, 'acknowledgement', normaliseEmail(to) ?? to);
  const key = `acknowledgement/${family}/${together.length}/${address}`;
  await outbox.add({ key, about: family, kind: 'mail', to, ...mail });
}

/** Puts the addresses of an opt-out on the list, and tells whoever wants to know. */
async function suppressFor(one: Case, outside: CaseWorkOutside): Promise<void> {
  const list = new SuppressionList({ ...outside, key: outside.lookupKey });
  for (const subject of optOutsOfCase(one)) {
    const { outcome, optOut } = await list.suppress(subject, { since: one.receivedAt, reference: one.reference });
    if (outcome !== 'outdated') await tellOthers(optOut, outside);
  }
}

/** Takes off the list again what an opt-out that was withdrawn had put there. */
async function liftFor(one: Case, outside: CaseWorkOutside): Promise<void> {
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

async function tellOthers(optOut: OptOut, { outbox }: CaseWorkOutside): Promise<void> {
  if (!outbox.hasWebhook) return;
  const event = optOutEvent(optOut);
  await outbox.add({ key: event.id, kind: 'webhook', payload: { ...event } });
}
