import { html } from './html';
import { form, hiddenFields, requestPage, type RequestPageSources } from './request-parts';

/** Why something was not sent. */
export type NotSent = 'failed' | 'busy' | 'old';

/** Holds all that was written, so that nobody has to write it twice: it can be sent again from here. */
export function notSentPage(
  why: NotSent,
  { action, fields, token }: { readonly action: string; readonly fields: URLSearchParams; readonly token: string },
  sources: RequestPageSources,
): string {
  const words = sources.words.problem['not-sent'];
  const pressed = fields.get('do');
  const main = html`<h1>${words.title}</h1>
    <p class="lead">${words[why]}</p>
    ${form(
      action,
      token,
      html`${hiddenFields(fields)}
        <div class="end">
          <button class="btn" type="submit" name="do" value="${pressed ?? ''}">${words.send}</button>
        </div>`,
    )}`;
  return requestPage({ title: words.title, main }, sources);
}
