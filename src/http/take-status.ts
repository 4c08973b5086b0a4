import { tidyText } from '../forms/read-text';
import type { Case } from '../rights/case';
import { hasSaid, said, withdrawn } from '../rights/case-changes';
import type { Asked } from '../rights/look-up-case';
import { tooLong } from '../web/pages/answers-page';
import { messagePage } from '../web/pages/message-page';
import { STATUS_PATH, type PageNotes } from '../web/pages/request-parts';
import { statusPage, type StatusSources } from '../web/pages/status-pages';
import type { PageClaims } from './page-tokens';
import type { RequestDesk, SentForm } from './request-desk';
import { questionsPage } from './take-request';

type Claims<U extends PageClaims['use']> = Extract<PageClaims, { readonly use: U }>;

/** Who asks, as rate limits see it. */
type From = string;

/** The page that asks for a reference. */
export function referencePage(desk: RequestDesk, written = '', problem?: string): string {
  return statusPage({ at: 'reference', written, problem }, desk.tokens.issue({ use: 'status' }), {}, sourcesOf(desk));
}

/** Sends a code to the address of a case. Of a well-formed reference nobody learns whether it is a case's. */
export async function takeReference({ fields }: SentForm, from: From, desk: RequestDesk): Promise<string> {
  const written = fields.get('reference') ?? '';
  return afterAsking(await desk.lookUp.ask(written, from), written, desk);
}

/** Opens a case by its code; or sends another one. */
export async function takeCode(
  { reference }: Claims<'code'>,
  { fields }: SentForm,
  from: From,
  desk: RequestDesk,
): Promise<string> {
  const { lookUp, sources } = desk;
  if (fields.get('do') === 'new-code') return afterAsking(await lookUp.sendCode(reference, from), reference, desk);
  const code = fields.get('code') ?? '';
  // What has no figure is no try.
  if (!/\d/.test(code)) return codePage(reference, desk, sources.words.status.code.problem);
  const opened = await lookUp.open(reference, code, from);
  if (opened.kind === 'open') return casePage(opened.case, desk);
  return codePage(reference, desk, sources.replies.say(`status.${opened.kind}`));
}

/** Adds to a case that was opened, withdraws it, or goes on with its questions. */
export async function takeCaseAction(claims: Claims<'case'>, sent: SentForm, desk: RequestDesk): Promise<string> {
  const { reference } = claims;
  const { cases, pages, sources, tokens } = desk;
  const one = await cases.byReference(reference);
  if (!one) return referencePage(desk);
  switch (sent.fields.get('do')) {
    case 'carry-on':
      return questionsPage(await pages.look(one.family), {}, desk);
    case 'withdraw':
      return statusPage({ at: 'withdraw', reference }, tokens.issue(claims), {}, sourcesOf(desk));
    case 'withdraw-no':
      return casePage(one, desk, { texts: [sources.replies.say('status.kept')] });
    case 'withdraw-yes': {
      const over = await cases.change(reference, withdrawn);
      desk.wake();
      return casePage(over, desk, { texts: [sources.replies.say('status.now-withdrawn', { reference })] });
    }
    default:
      return add(one, claims, sent, desk);
  }
}

/** Characters of one addition. */
const LONGEST_ADDITION = 10_000;

async function add(one: Case, { nonce }: Claims<'case'>, sent: SentForm, desk: RequestDesk): Promise<string> {
  const { cases, sources, tokens } = desk;
  const { status, request } = sources.words;
  const written = tidyText((sent.fields.get('add') ?? '').replace(/\r\n?/g, '\n'));
  if (written === '') return casePage(one, desk, { problem: status.add.problem, notes: sent.notes });
  if (written.length > LONGEST_ADDITION) {
    const problem = tooLong(written, LONGEST_ADDITION, request['too-long']);
    return casePage(one, desk, { problem, written, notes: sent.notes });
  }
  // The same page sent twice adds its words once; other words from it are added, too.
  const key = `form/${nonce}/${tokens.mark(one.reference, 'add', written)}`;
  const changed = await cases.change(one.reference, said(written, key));
  desk.wake();
  const { replies } = sources;
  const texts = hasSaid(changed, written)
    ? [replies.say('status.added')]
    : [replies.say('status.full'), replies.say('contact.mailboxes')];
  return casePage(changed, desk, { texts, notes: sent.notes });
}

function afterAsking(asked: Asked, written: string, desk: RequestDesk): string {
  const { replies, words } = desk.sources;
  switch (asked.kind) {
    case 'asked':
      return codePage(asked.reference, desk);
    case 'none':
      return referencePage(desk, written, words.status.reference.problem);
    case 'mistyped':
      return referencePage(desk, written, replies.say('status.mistyped'));
    case 'too-many': {
      const texts = [replies.say('status.too-many'), replies.say('contact.mailboxes')];
      const link = { href: STATUS_PATH, text: words.status.title };
      return messagePage({ title: words.status.title, texts, link }, desk.sources);
    }
  }
}

function codePage(reference: string, desk: RequestDesk, problem?: string): string {
  const { replies } = desk.sources;
  const texts = [replies.say('status.ask-code'), replies.say('status.no-mail'), replies.say('contact.mailboxes')];
  return statusPage({ at: 'code', texts, problem }, desk.tokens.issue({ use: 'code', reference }), {}, sourcesOf(desk));
}

interface CasePage {
  readonly texts?: readonly string[];
  readonly problem?: string;
  readonly written?: string;
  readonly notes?: PageNotes;
}

function casePage(
  one: Case,
  desk: RequestDesk,
  { texts = [], problem, written = '', notes = {} }: CasePage = {},
): string {
  const token = desk.tokens.issue({ use: 'case', reference: one.reference, nonce: desk.newNonce() });
  return statusPage({ at: 'case', one, texts, problem, written }, token, notes, sourcesOf(desk));
}

const sourcesOf = ({ sources, receipts }: RequestDesk): StatusSources => ({ ...sources, receipts });
