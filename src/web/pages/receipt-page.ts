import type { Receipt } from '../../replies/form-part';
import { spellReference } from '../../rights/spell-reference';
import { html } from './html';
import {
  referenceLine,
  REQUEST_PATH,
  requestPage,
  STATUS_PATH,
  type PageNotes,
  type RequestPageSources,
} from './request-parts';

/** What a person gets once a request is sent: to be read, printed and kept. */
export function receiptPage(receipt: Receipt, notes: PageNotes, sources: RequestPageSources): string {
  const { request } = sources.words;
  const rows = receipt.rows.map(
    ({ label, text }) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${text}</dd>
      </div> `,
  );
  return requestPage(
    {
      title: receipt.heading,
      notes,
      main: html`<h1>${receipt.heading}</h1>
        <div class="receipt">
          <p class="label">${receipt.referenceLabel}</p>
          ${receipt.references.map((reference) => referenceLine(reference, spellReference(reference)))}
          <dl>${rows}</dl>
        </div>
        <p class="lead no-print">${request.receipt.keep}</p>
        ${receipt.texts.map(({ lead, text }) => html`<p class="lead">${lead === undefined ? undefined : html`<b>${lead}</b> `}${text}</p> `)}
        <p class="no-print"><a href="${STATUS_PATH}">${request.receipt.status}</a></p>
        <p class="no-print"><a href="${REQUEST_PATH}">${request.receipt.another}</a></p>`,
    },
    sources,
  );
}
