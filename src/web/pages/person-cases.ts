import { fillBlanks } from '../../shared/fill-blanks';
import { londonDay } from '../../shared/london-day';
import { sayDay } from '../../shared/say-day';
import type { Case } from '../../rights/case';
import type { BundleWords } from '../../subject-access/load-bundle-words';
import { html, type Html } from './html';

/** What fields and answers of forms are called, as people saw them. */
export interface CaseLabels {
  /** What a case of this matter asks for. */
  asksFor(matter: Case['matter']): string;
  field(matter: Case['matter'], field: string): string;
  value(matter: Case['matter'], field: string, value: string): string;
}

/** The cases of a person, each with its heading. */
export const casesPart = (cases: readonly Case[], words: BundleWords, labels: CaseLabels): readonly Html[] =>
  cases.map((one) => casePart(one, words, labels));

function casePart(one: Case, words: BundleWords, labels: CaseLabels): Html {
  const { reference, matter, receivedAt, facts, passedOver } = one;
  const told = Object.entries(facts).map(([field, { value }]) => {
    return { label: labels.field(matter, field), text: labels.value(matter, field, value) };
  });
  const left = Object.keys(passedOver).map((field) => labels.field(matter, field));
  return html`<h3>${fillBlanks(words.request, { reference })}</h3>
    <dl>
      <dt>${words['received-on']}</dt>
      <dd>${dayOf(receivedAt)}</dd>
      <dt>${words['asked-for']}</dt>
      <dd>${labels.asksFor(matter)}</dd>
      ${one.words.map(
        ({ text }) =>
          html`<dt>${words['in-your-words']}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
    ${told.length > 0 ? listOf(words.told, told) : undefined}
    ${
      left.length > 0
        ? html`<h4>${words['passed-over']}</h4>
            <p>${left.join(', ')}</p>`
        : undefined
    }
    ${listOf(words['what-happened'], eventsOf(one, words, labels))}`;
}

function listOf(heading: string, rows: readonly { readonly label: string; readonly text: string }[]): Html {
  return html`<h4>${heading}</h4>
    <dl>
      ${rows.map(
        ({ label, text }) =>
          html`<dt>${label}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>`;
}

/** One row a day, with what happened on it. */
function eventsOf({ timeline, matter }: Case, { events }: BundleWords, labels: CaseLabels) {
  const days = new Map<string, string[]>();
  for (const { what, at, about } of timeline) {
    const event = events[what] ?? what.replaceAll('_', ' ');
    // What was done names no field of the form.
    const named = about === undefined || what === 'done' ? event : `${event}: ${labels.field(matter, about)}`;
    days.set(dayOf(at), [...(days.get(dayOf(at)) ?? []), named]);
  }
  return [...days].map(([label, all]) => ({ label, text: all.join('\n') }));
}

const dayOf = (at: string): string => sayDay(londonDay(new Date(at)));
