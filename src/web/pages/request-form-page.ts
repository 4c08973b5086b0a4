import type { Matter } from '../../rights/matter';
import { choice, optionalLabel, problemLine, textField } from './form-parts';
import { html, type Html } from './html';
import {
  call,
  form,
  REQUEST_PATH,
  requestPage,
  STATUS_PATH,
  type PageNotes,
  type RequestPageSources,
} from './request-parts';

/** The first page of a request: what is wanted, and in the person's own words. */
export interface RequestFormPage {
  readonly token: string;
  readonly wanted: readonly Matter[];
  readonly words: string;
  readonly notes?: PageNotes;
  /** By field. */
  readonly problems?: { readonly want?: string; readonly words?: string };
}

export function requestFormPage(page: RequestFormPage, sources: RequestPageSources): string {
  const { request } = sources.words;
  const { problems = {} } = page;
  return requestPage(
    {
      title: request.title,
      notes: page.notes,
      problems: [
        ...(problems.want === undefined ? [] : [{ id: idOf(firstMatter(sources)), text: problems.want }]),
        ...(problems.words === undefined ? [] : [{ id: 'words', text: problems.words }]),
      ],
      main: html`<h1>${request.title}</h1>
        ${request.lead.map((text) => html`<p class="lead">${text}</p> `)} ${emergency(sources)}
        <p class="no-print"><a href="${STATUS_PATH}">${request.receipt.status}</a></p>
        ${form(REQUEST_PATH, page.token, fields(page, sources))}`,
    },
    sources,
  );
}

const idOf = (matter: Matter): string => `want.${matter}`;

const firstMatter = ({ words }: RequestPageSources): Matter =>
  words.request.want.groups[0]?.choices[0]?.matter ?? 'access';

function emergency({ words: { request }, emergencyPhone }: RequestPageSources): Html {
  const [before = '', after = ''] = request.emergency.split('{phone}');
  return html`<p class="lead"><b>${request['emergency-lead']}</b> ${before}${call(emergencyPhone)}${after}</p>`;
}

function fields(page: RequestFormPage, sources: RequestPageSources): Html {
  const { request, problem } = sources.words;
  const { problems = {} } = page;
  const words = textField({
    name: 'words',
    type: 'lines',
    rows: 5,
    label: optionalLabel(request.words.label, request.optional),
    hint: request.words.hint,
    value: page.words,
    problem: problems.words,
    forReaders: problem['for-readers'],
  });
  return html`${wants(page, sources)}
    <div class="q ${problems.words === undefined ? undefined : 'bad'}">${words}</div>
    <div class="end">
      <p>${request.after}</p>
      <button class="btn" type="submit">${request.send}</button>
    </div>`;
}

function wants({ wanted, problems = {} }: RequestFormPage, { words: { request, problem } }: RequestPageSources): Html {
  const { ask, hint, groups } = request.want;
  const problemId = problems.want === undefined ? undefined : 'want--problem';
  const choicesOf = (group: (typeof groups)[number]) =>
    group.choices.map(({ matter, label, note }) =>
      choice({
        type: 'checkbox',
        name: 'want',
        id: idOf(matter),
        value: matter,
        label,
        note,
        isChosen: wanted.includes(matter),
        problemId,
      }),
    );
  const parts = groups.map(
    (group, at) =>
      html`<div class="opts" role="group" aria-labelledby="want--${at}">
        <p class="group" id="want--${at}">${group.heading}</p>
        ${choicesOf(group)}
      </div> `,
  );
  return html`<fieldset class="q ${problemId && 'bad'}" aria-describedby="want--hint">
    <legend>${ask}</legend>
    <p class="hint" id="want--hint">${hint}</p>
    ${problemLine({ name: 'want', problem: problems.want, forReaders: problem['for-readers'] })} ${parts}
  </fieldset> `;
}
