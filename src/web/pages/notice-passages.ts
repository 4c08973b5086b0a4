import type { NoticeSection, Passage } from '../../notice/notice';
import { html, type Html } from './html';
import { linkedText } from './linked-text';

/** A section with an address for itself and for each of its passages. `heading` is left out where the page has it already. */
export function noticeSection({ id, passages }: NoticeSection, heading: Html | undefined): Html {
  return html`<section id="${id}">${heading} ${runs(passages).map(runOf)}</section> `;
}

/** Passages of one form that follow each other: a list stays one list. */
function runs(passages: readonly Passage[]): Passage[][] {
  const found: Passage[][] = [];
  for (const passage of passages) {
    const run = found.at(-1);
    if (run?.[0]?.form === passage.form) run.push(passage);
    else found.push([passage]);
  }
  return found;
}

function runOf(run: readonly Passage[]): Html {
  const form = run[0]?.form;
  if (form === 'bullet') {
    return html`<ul>
      ${run.map(item)}
    </ul> `;
  }
  if (form === 'numbered') {
    return html`<ol>
      ${run.map(item)}
    </ol> `;
  }
  return html`${run.map((passage) => html`<p class="passage" id="${passage.anchor}">${linesOf(passage)}</p> `)}`;
}

function item(passage: Passage): Html {
  return html`<li class="passage" id="${passage.anchor}">${linesOf(passage)}</li> `;
}

function linesOf({ text }: Passage): Html[] {
  return text.split('\n').map((line, index) => html`${index > 0 ? html`<br /> ` : undefined}${linkedText(line)}`);
}
