import type { Rights } from './compose-rights';
import type { Content } from './content';
import { FillInPage } from './forms/fill-in-page';
import { PageTokens } from './http/page-tokens';
import type { RequestDesk } from './http/request-desk';
import { urgentReply } from './replies/urgent-reply';
import { createUrgentRecogniser } from './search/recognise-urgent';
import type { Clock } from './shared/clock';
import { randomId } from './shared/ids';

export interface RequestsOutside {
  readonly content: Content;
  readonly clock: Clock;
  /** Signs what pages remember. */
  readonly tokenKey: string;
}

/** Wires the pages on which people make requests without the chat. */
export function composeRequests(
  { content, clock, tokenKey }: RequestsOutside,
  { conversation }: Pick<Rights, 'conversation'>,
): RequestDesk {
  const { pages: words, replies, controllers, forms, search } = content;
  const { cases, fillIn, lookUp, sources, wake } = conversation;
  const recogniseUrgent = createUrgentRecogniser(search.urgent);
  return {
    pages: new FillInPage({ cases, fillIn, forms, clock }),
    fillIn,
    cases,
    lookUp,
    tokens: new PageTokens(tokenKey, clock),
    sources: {
      words,
      replies,
      controllers,
      formFor: (matter) => forms.formFor(matter),
      emergencyPhone: search.urgent.numbers.emergency?.phone ?? '999',
    },
    receipts: sources,
    findUrgent: (text) => recogniseUrgent(text)?.sign,
    helpFor: (sign) => urgentReply(sign, { content: search, replies }),
    newNonce: randomId,
    wake,
  };
}
