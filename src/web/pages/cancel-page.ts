import type { Case } from '../../rights/case';
import { londonDay } from '../../shared/london-day';
import { sayDay } from '../../shared/say-day';
import { html } from './html';
import {
  form,
  hiddenFields,
  REQUEST_PATH,
  requestPage,
  type PageNotes,
  type RequestPageSources,
} from './request-parts';

export interface CancelPage {
  readonly cases: readonly Case[];
  readonly token: string;
  /** What was written, for who goes back to it. */
  readonly fields: URLSearchParams;
  readonly notes: PageNotes;
}

/** Asks what cancelling means: nothing is withdrawn unless the person says so. */
export function cancelPage({ cases, token, fields, notes }: CancelPage, sources: RequestPageSources): string {
  const { replies } = sources;
  const references = cases.map(({ reference }) => reference).join(', ');
  const [first] = cases;
  const date = first ? sayDay(londonDay(new Date(first.receivedAt))) : '';
  const title = replies.say('form.cancel-heading');
  const button = (action: 'keep' | 'withdraw' | 'carry-on', kind: string) =>
    html`<button class="btn ${kind}" type="submit" name="do" value="${action}">
      ${replies.say(`form.${action}`)}
    </button> `;
  return requestPage(
    {
      title,
      notes,
      main: html`<h1>${title}</h1>
        <p class="lead">${replies.say('form.cancel-have', { references, date })}</p>
        <p class="lead">${replies.say('form.cancel-reply')}</p>
        ${form(
          REQUEST_PATH,
          token,
          html`${hiddenFields(fields)}
            <div class="end">${button('carry-on', '')} ${button('keep', 'quiet')} ${button('withdraw', 'stop')}</div>`,
        )}`,
    },
    sources,
  );
}
