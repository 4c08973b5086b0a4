import { html } from './html';
import { form, requestPage, type RequestPageSources } from './request-parts';

/** Why something was not sent. */
export type NotSent = 'failed' | 'busy' | 'old';

/** Holds all that was written, so that nobody has to write it twice: it can be sent again from here. */
export function notSentPage(
  why: NotSent,
  { action, fields, token }: { readonly action: string; readonly fields: URLSearchParams; readonly token: string },
  sources: RequestPageSources,
): string {
  const words = sources.words.problem['not-sent'];
  const written = [...fields].filter(([name]) => name !== 'token');
  const hidden = written.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" /> `);
  const main = html`<h1>${words.title}</h1>
    <p class="lead">${words[why]}</p>
    ${form(
      action,
      token,
      html`${hidden}
        <div class="end"><button class="btn" type="submit">${words.send}</button></div>`,
    )}`;
  return requestPage({ title: words.title, main }, sources);
}
