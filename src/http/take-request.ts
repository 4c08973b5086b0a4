import type { AnsweredPage, PageView } from '../forms/fill-in-page';
import type { PageProblem, Posted } from '../forms/read-page';
import { tidyText } from '../forms/read-text';
import { makeReceipt } from '../replies/make-receipt';
import { isReachable } from '../rights/case';
import { withdrawn } from '../rights/case-changes';
import { MATTERS, type Matter } from '../rights/matter';
import { answersPage, storedIn, tooLong } from '../web/pages/answers-page';
import { cancelPage } from '../web/pages/cancel-page';
import { messagePage } from '../web/pages/message-page';
import { receiptPage } from '../web/pages/receipt-page';
import { requestFormPage } from '../web/pages/request-form-page';
import { STATUS_PATH, type PageNotes } from '../web/pages/request-parts';
import type { PageClaims } from './page-tokens';
import type { RequestDesk, SentForm } from './request-desk';

type BeginClaims = Extract<PageClaims, { readonly use: 'begin' }>;
type AnswersClaims = Extract<PageClaims, { readonly use: 'answers' }>;

/** Characters of what people write in their own words at first. */
const LONGEST_WORDS = 10_000;

/** The empty first page. @param wanted what is chosen already */
export function firstPage(wanted: readonly string[], desk: RequestDesk): string {
  const token = desk.tokens.issue({ use: 'begin', nonce: desk.newNonce() });
  return requestFormPage(
    { token, wanted: MATTERS.filter((matter) => wanted.includes(matter)), words: '' },
    desk.sources,
  );
}

/** Records what is wanted, and asks about it; or says what is missing on the first page. */
export async function takeWanted({ nonce }: BeginClaims, sent: SentForm, desk: RequestDesk): Promise<string> {
  const { pages, tokens, sources } = desk;
  const chosen = sent.fields.getAll('want');
  const wanted = MATTERS.filter((matter) => chosen.includes(matter));
  const words = tidyText((sent.fields.get('words') ?? '').replace(/\r\n?/g, '\n'));
  const isTooLong = words.length > LONGEST_WORDS;
  const matters: readonly Matter[] = wanted.length === 0 && words !== '' && !isTooLong ? ['human'] : wanted;
  // Words that are too long must not keep what was chosen from being recorded at once.
  const family = matters.length > 0 ? await pages.begin({ matters, words: isTooLong ? '' : words, nonce }) : undefined;
  if (family !== undefined && !isTooLong) return questionsPage(await pages.look(family), sent.notes, desk);

  const { request } = sources.words;
  const problems = isTooLong
    ? { words: tooLong(words, LONGEST_WORDS, request['too-long']) }
    : { want: request.want.problem };
  const token = tokens.issue({ use: 'begin', nonce });
  return requestFormPage({ token, wanted, words, notes: sent.notes, problems }, sources);
}

/** Stores what was answered. Then sends it, asks again, or does what else was pressed. */
export async function takeAnswers(claims: AnswersClaims, sent: SentForm, desk: RequestDesk): Promise<string> {
  const { family } = claims;
  switch (sent.fields.get('do')) {
    case 'cancel':
      return cancel(claims, sent, desk);
    case 'keep':
      return kept(await desk.pages.look(family), desk);
    case 'withdraw':
      return withdraw(family, desk);
    case 'carry-on':
      return carryOn(claims, sent, desk);
    default:
      return takeAll(claims, sent, desk);
  }
}

async function takeAll(claims: AnswersClaims, sent: SentForm, desk: RequestDesk): Promise<string> {
  const { family, isContactAsked = false } = claims;
  const posted = postedBy(claims, sent, desk);
  const answered = await desk.pages.answer(family, posted, isContactAsked);
  const { view, problems } = answered;
  const notes = notesAfter(answered, sent.notes, desk);
  if (isWithdrawn(view)) return withdrawnPage(view, desk);
  if (problems.length === 0) {
    const { cases } = await desk.fillIn.send(family);
    const receipt = makeReceipt(
      cases.filter(({ state }) => state.name === 'sent'),
      desk.receipts,
    );
    return receiptPage(receipt, notes, desk.sources);
  }
  return questionsPage(view, notes, desk, { problems, unread: unreadOf(problems, posted), isContactAsked });
}

/** Whoever has said that somebody is in danger sees whom to call, whatever they pressed; and what was not taken. */
function notesAfter({ urgent, isFull }: AnsweredPage, notes: PageNotes, { helpFor, sources }: RequestDesk): PageNotes {
  const { replies } = sources;
  return {
    ...notes,
    ...(urgent !== undefined && { urgent: helpFor(urgent) }),
    ...(isFull && { refused: [replies.say('form.full'), replies.say('contact.mailboxes')] }),
  };
}

interface ToPutRight {
  readonly problems: readonly PageProblem[];
  readonly unread: ReadonlyMap<string, string>;
  readonly isContactAsked: boolean;
}

const NOTHING_WRONG: ToPutRight = { problems: [], unread: new Map(), isContactAsked: false };

/** The second page. Its token marks what stands in the fields, so that later only what was changed counts. */
export function questionsPage(
  view: PageView,
  notes: PageNotes,
  { tokens, sources }: Pick<RequestDesk, 'tokens' | 'sources'>,
  { problems, unread, isContactAsked }: ToPutRight = NOTHING_WRONG,
): string {
  const family = view.cases[0]?.family ?? '';
  const filled = view.slots
    .map(({ name }) => [name, storedIn(name, view)] as const)
    .filter(([, value]) => value !== '');
  const token = tokens.issue({
    use: 'answers',
    family,
    shown: Object.fromEntries(filled.map(([name, value]) => [name, tokens.mark(family, name, value)])),
    isContactAsked: isContactAsked || problems.some(({ problem }) => problem === 'contact'),
  });
  return answersPage({ token, view, unread, problems, notes }, sources);
}

function postedBy({ family, shown }: AnswersClaims, { fields }: SentForm, { tokens }: RequestDesk): Posted {
  return {
    valueOf: (slot) => fields.get(slot) ?? '',
    wasShown: (slot, value) => shown[slot] === tokens.mark(family, slot, value),
    wasFilled: (slot) => slot in shown,
  };
}

/** Stores what can be read of it, and takes the rest along. */
async function cancel(claims: AnswersClaims, sent: SentForm, desk: RequestDesk): Promise<string> {
  const answered = await desk.pages.answer(claims.family, postedBy(claims, sent, desk), false);
  const token = desk.tokens.issue(claims);
  const notes = notesAfter(answered, sent.notes, desk);
  return cancelPage({ cases: answered.view.cases, token, fields: sent.fields, notes }, desk.sources);
}

async function carryOn(claims: AnswersClaims, sent: SentForm, desk: RequestDesk): Promise<string> {
  const posted = postedBy(claims, sent, desk);
  const answered = await desk.pages.answer(claims.family, posted, false);
  const problems = answered.problems.filter(({ problem }) => problem !== 'contact');
  return questionsPage(answered.view, notesAfter(answered, {}, desk), desk, {
    problems,
    unread: unreadOf(problems, posted),
    isContactAsked: false,
  });
}

const unreadOf = (problems: readonly PageProblem[], posted: Posted): ReadonlyMap<string, string> =>
  new Map(problems.map(({ slot: { name } }) => [name, posted.valueOf(name)]));

const referencesOf = ({ cases }: PageView): string => cases.map(({ reference }) => reference).join(', ');

function kept(view: PageView, { sources }: RequestDesk): string {
  const { replies, words } = sources;
  const references = referencesOf(view);
  const key = view.cases.every(isReachable) ? 'form.kept-reachable' : 'form.kept-unreachable';
  const link = { href: STATUS_PATH, text: words.request.receipt.status };
  return messagePage({ title: words.request.answers.title, texts: [replies.say(key, { references })], link }, sources);
}

async function withdraw(family: string, desk: RequestDesk): Promise<string> {
  const { cases } = await desk.pages.look(family);
  for (const { reference } of cases) await desk.cases.change(reference, withdrawn);
  desk.wake();
  return withdrawnPage(await desk.pages.look(family), desk);
}

const isWithdrawn = ({ cases }: PageView): boolean => cases.every(({ state }) => state.name === 'withdrawn');

function withdrawnPage(view: PageView, { sources }: RequestDesk): string {
  const { replies, words } = sources;
  const texts = [replies.say('form.withdrawn', { references: referencesOf(view) })];
  const link = { href: '/request', text: words.request.receipt.another };
  return messagePage({ title: words.request.withdrawn.title, texts, link }, sources);
}
