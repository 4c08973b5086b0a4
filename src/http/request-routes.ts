import type { Request, Response, Server } from 'restify';

import { ERROR_STATUS, ProtocolError, type ProtocolErrorCode } from '../directline/protocol-error';
import { AppError } from '../shared/app-error';
import type { Logger } from '../shared/logger';
import { messagePage } from '../web/pages/message-page';
import { notSentPage, type NotSent } from '../web/pages/not-sent-page';
import type { ProblemWords } from '../web/pages/request-words';
import { REQUEST_PATH, STATUS_PATH } from '../web/pages/request-parts';
import { isOwnPage } from './is-own-page';
import type { PageClaims } from './page-tokens';
import type { RateLimits } from './rate-limits';
import { readForm } from './read-form';
import { takeIn, type RequestDesk, type SentForm } from './request-desk';
import { firstPage, takeAnswers, takeWanted } from './take-request';
import { referencePage, takeCaseAction, takeCode, takeReference } from './take-status';

export interface RequestRouteDependencies {
  readonly requests: RequestDesk;
  readonly limits: RateLimits;
  readonly logger: Logger;
  readonly publicUrl: string;
}

/** A page and its status. */
interface Page {
  readonly text: string;
  readonly status: number;
}

type Path = typeof REQUEST_PATH | typeof STATUS_PATH;

/** Where each page is sent to. */
const PATHS: Readonly<Record<PageClaims['use'], Path>> = {
  begin: REQUEST_PATH,
  answers: REQUEST_PATH,
  status: STATUS_PATH,
  code: STATUS_PATH,
  case: STATUS_PATH,
};

/**
 * The pages on which people make requests and look them up: without chat, script or cookie, and with nothing of theirs in
 * an address.
 */
export function addRequestRoutes(server: Server, deps: RequestRouteDependencies): void {
  const { requests } = deps;
  const firstPages: Readonly<Record<Path, (request: Request) => string>> = {
    [REQUEST_PATH]: (request) => firstPage(queryOf(request).getAll('want'), requests),
    [STATUS_PATH]: () => referencePage(requests),
  };
  for (const path of [REQUEST_PATH, STATUS_PATH] as const) {
    const show = pageRoute(deps, (request) => ({ text: firstPages[path](request), status: 200 }));
    server.get(path, show);
    server.head(path, show);
    server.post(
      path,
      pageRoute(deps, (request) => takePage(path, request, deps)),
    );
  }
}

const queryOf = ({ url }: Request): URLSearchParams => new URL(url ?? '/', 'http://localhost').searchParams;

async function takePage(path: Path, request: Request, deps: RequestRouteDependencies): Promise<Page> {
  const { requests, publicUrl, logger } = deps;
  if (!isOwnPage(request, publicUrl)) throw new ProtocolError('OriginNotAllowed', 'the form is on another site');
  const sent = takeIn(await readForm(request), requests);
  const read = requests.tokens.read(sent.fields.get('token') ?? '');
  if (read.kind === 'invalid' || PATHS[read.claims.use] !== path)
    throw new ProtocolError('Forbidden', 'the form is not from a page of ours');
  if (read.kind === 'expired') return takeOld(path, read.claims, sent, requests);
  try {
    await limit(read.claims, request, deps.limits);
    return { text: await take(read.claims, sent, deps.limits.addressOf(request), requests), status: 200 };
  } catch (error) {
    const status = statusToTryAgain(error);
    if (status === undefined) throw error;
    if (status !== 429) logger.error('a page could not be taken', error);
    return askAgain(path, status === 429 ? 'busy' : 'failed', { sent, claims: read.claims, status }, requests);
  }
}

const limit = ({ use }: PageClaims, request: Request, limits: RateLimits): Promise<void> =>
  use === 'begin' ? limits.start(request) : limits.page(request);

function take(claims: PageClaims, sent: SentForm, from: string, requests: RequestDesk): Promise<string> {
  switch (claims.use) {
    case 'begin':
      return takeWanted(claims, sent, requests);
    case 'answers':
      return takeAnswers(claims, sent, requests);
    case 'status':
      return takeReference(sent, from, requests);
    case 'code':
      return takeCode(claims, sent, from, requests);
    case 'case':
      return takeCaseAction(claims, sent, requests);
  }
}

/** A first page opens nothing, so it may be sent again. The others opened a case, and no longer do. */
function takeOld(path: Path, claims: PageClaims, sent: SentForm, requests: RequestDesk): Page {
  if (claims.use === 'begin' || claims.use === 'status')
    return askAgain(path, 'old', { sent, claims, status: 403 }, requests);
  throw new ProtocolError('TokenExpired', 'the page was open for too long');
}

function askAgain(
  action: Path,
  why: NotSent,
  { sent, claims, status }: { readonly sent: SentForm; readonly claims: PageClaims; readonly status: number },
  { tokens, sources }: RequestDesk,
): Page {
  const text = notSentPage(why, { action, fields: sent.fields, token: tokens.issue(claims) }, sources);
  return { text, status };
}

function statusToTryAgain(error: unknown): number | undefined {
  if (error instanceof ProtocolError && error.code === 'TooManyRequests') return ERROR_STATUS.TooManyRequests;
  const isAway = error instanceof AppError && (error.code === 'store_unavailable' || error.code === 'state_conflict');
  return isAway ? ERROR_STATUS.ServiceUnavailable : undefined;
}

const MESSAGES: Readonly<
  Partial<Record<ProtocolErrorCode, keyof ProblemWords & ('refused' | 'expired' | 'too-big' | 'files')>>
> = {
  OriginNotAllowed: 'refused',
  Forbidden: 'refused',
  BadArgument: 'refused',
  TokenExpired: 'expired',
  MessageSizeTooBig: 'too-big',
  UploadNotSupported: 'files',
};

/** Answers with a page, also where something cannot be done. */
function pageRoute(deps: RequestRouteDependencies, handle: (request: Request) => Page | Promise<Page>) {
  return (request: Request, response: Response, next: (isDone: false) => void): void => {
    void Promise.resolve()
      .then(() => handle(request))
      .catch((error: unknown) => problemPage(error, request, deps))
      .then(({ text, status }) => {
        response.sendRaw(status, text, { 'Content-Type': 'text/html; charset=utf-8' });
        next(false);
      });
  };
}

function problemPage(error: unknown, { url }: Request, { requests, logger }: RequestRouteDependencies): Page {
  const known = error instanceof ProtocolError ? error : undefined;
  if (!known) logger.error('page failed', error);
  const { problem } = requests.sources.words;
  const { title, text } = problem[(known && MESSAGES[known.code]) ?? 'failed'];
  const href = url?.startsWith(STATUS_PATH) ? STATUS_PATH : REQUEST_PATH;
  const page = messagePage({ title, texts: [text], link: { href, text: problem['to-form'] } }, requests.sources);
  return { text: page, status: known?.status ?? 500 };
}
