import type { NoticeSection, Passage } from '../../notice/notice';
import { html, type Html } from './html';
import type { Asides } from './law-note-asides';
import { linkedText } from './linked-text';

/**
 * A section with an address for itself and for each of its passages. `heading` is left out where the page has it already;
 * `asides` are set apart from the words of the notice.
 */
export function noticeSection({ id, passages }: NoticeSection, heading: Html | undefined, asides: Asides): Html {
  return html`<section id="${id}">${heading} ${runs(passages).map((run) => runOf(run, asides))}</section> `;
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

function runOf(run: readonly Passage[], asides: Asides): Html {
  const form = run[0]?.form;
  const items = (): readonly Html[] => run.map((passage) => item(passage, asides.get(passage.id)));
  if (form === 'bullet') {
    return html`<ul>
      ${items()}
    </ul> `;
  }
  if (form === 'numbered') {
    return html`<ol>
      ${items()}
    </ol> `;
  }
  return html`${run.map((passage) => {
    return html`<p class="passage" id="${passage.anchor}">${linesOf(passage)}</p>
      ${asides.get(passage.id)}`;
  })}`;
}

/** Only what has the passage's address is tinted when somebody was sent to it, so an aside stays outside. */
function item(passage: Passage, aside: Html | undefined): Html {
  if (!aside) return html`<li class="passage" id="${passage.anchor}">${linesOf(passage)}</li> `;
  return html`<li>
    <div class="passage" id="${passage.anchor}">${linesOf(passage)}</div>
    ${aside}
  </li> `;
}

function linesOf({ text }: Passage): Html[] {
  return text.split('\n').map((line, index) => html`${index > 0 ? html`<br /> ` : undefined}${linkedText(line)}`);
}
