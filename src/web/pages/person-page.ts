import { DateTime } from 'luxon';

import { fillBlanks } from '../../shared/fill-blanks';
import { londonDay } from '../../shared/london-day';
import { sayDay } from '../../shared/say-day';
import type { BundleWords } from '../../subject-access/load-bundle-words';
import type { LeftOut } from '../../subject-access/manifest';
import type { FoundChat, FoundMessage, PersonData } from '../../subject-access/person-data';
import { html, type Html } from './html';
import { casesPart, type CaseLabels } from './person-cases';
import { PERSON_STYLES } from './person-styles';

export interface PersonPage {
  readonly data: PersonData;
  readonly words: BundleWords;
  readonly labels: CaseLabels;
  readonly madeAt: Date;
  readonly leftOut: readonly LeftOut[];
  /** A draft says so on its first line. */
  readonly isDraft: boolean;
}

/** A copy of what is kept of a person, as one file that loads nothing: to read, also aloud, and to print. */
export function personPage(page: PersonPage): string {
  const { data, words, labels, madeAt, leftOut, isDraft } = page;
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        ${PERSON_STYLES}
      </head>
      <body>
        <main>
          ${isDraft ? html`<p class="draft">${words.draft}</p>` : undefined}
          <h1>${words.title}</h1>
          <p>${fillBlanks(words['made-on'], { date: sayDay(londonDay(madeAt)) })}</p>
          <p>${words.about}</p>
          <p>${fillBlanks(words['hidden-note'], { hidden: words.hidden })}</p>
          ${part(words.requests, casesPart(data.cases, words, labels), words)}
          ${part(
            words.chats,
            data.chats.map((chat) => chatPart(chat, words)),
            words,
          )}
          ${part(
            words.messages,
            data.messages.map((one) => messagePart(one, words)),
            words,
          )}
          ${part(words['opt-outs'], optOutsPart(data, words), words)}
          ${part(words.questions, questionsPart(data), words)}
          <h2>${words['left-out']}</h2>
          <dl>
            ${leftOut.map(
              ({ what, why }) =>
                html`<dt>${what}</dt>
                  <dd>${why}</dd>`,
            )}
          </dl>
        </main>
      </body>
    </html> `.markup;
}

function part(heading: string, items: readonly Html[], { none }: BundleWords): Html {
  return html`<h2>${heading}</h2>
    ${items.length > 0 ? items : html`<p>${none}</p>`} `;
}

function chatPart({ startedAt, entries }: FoundChat, words: BundleWords): Html {
  const spoken = entries.filter(({ activity }) => activity.type === 'message');
  const who = ({ author }: FoundChat['entries'][number]): string => (author === 'tenant' ? words.you : words.assistant);
  return html`<h3>${fillBlanks(words.chat, { date: sayDay(londonDay(new Date(startedAt))) })}</h3>
    <ol>
      ${spoken.map(
        (entry) =>
          html`<li>
            <span class="who">${who(entry)}</span> ${timeOf(entry.at)}
            <p>${entry.activity.text ?? words['no-words']}</p>
          </li>`,
      )}
    </ol>`;
}

function messagePart({ addedAt, message }: FoundMessage, words: BundleWords): Html {
  if (message.kind === 'webhook') return html`<pre>${JSON.stringify(message.payload, null, 2)}</pre>`;
  return html`<h3>${message.subject}</h3>
    <dl>
      <dt>${words.to}</dt>
      <dd>${message.to}, ${timeOf(addedAt)}</dd>
    </dl>
    <ul>
      <li><p>${message.text}</p></li>
    </ul>`;
}

function optOutsPart({ optOuts }: PersonData, words: BundleWords): readonly Html[] {
  if (optOuts.length === 0) return [];
  const day = (at: string): string => sayDay(londonDay(new Date(at)));
  const rows = optOuts.map(({ scope, channel, address, since, state }) => {
    const lifted = state.name === 'lifted' ? `, ${fillBlanks(words['opt-out-lifted'], { date: day(state.at) })}` : '';
    const about = `${scope.replaceAll('_', ' ')}, ${channel}, ${address}`;
    return html`<li>${about}, ${fillBlanks(words['opt-out-since'], { date: day(since) })}${lifted}</li>`;
  });
  return [
    html`<ul>
      ${rows}
    </ul>`,
  ];
}

function questionsPart({ questions }: PersonData): readonly Html[] {
  if (questions.length === 0) return [];
  const rows = questions.map(({ question, at }) => html`<li>${question} ${timeOf(at)}</li>`);
  return [
    html`<ul>
      ${rows}
    </ul>`,
  ];
}

/** In London. */
export function timeOf(at: string): Html {
  const time = DateTime.fromISO(at, { zone: 'Europe/London', locale: 'en-GB' });
  return html`<time datetime="${at}">${time.toFormat('d MMMM yyyy, HH:mm')}</time>`;
}
