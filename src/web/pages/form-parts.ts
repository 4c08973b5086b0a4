import { html, type Html } from './html';

/** What all fields of a form have. */
export interface FieldParts {
  /** Also its id. */
  readonly name: string;
  readonly label: Html | string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** What screen readers say before a problem. */
  readonly forReaders: string;
}

export interface TextFieldParts extends FieldParts {
  readonly value: string;
  readonly type?: 'email' | 'tel' | 'text' | 'lines';
  readonly autocomplete?: string | undefined;
  /** Of `lines`. */
  readonly rows?: number;
  readonly width?: 'short' | 'middle' | undefined;
  readonly inputMode?: 'numeric';
}

/** A field for words. Whoever writes from right to left sees it so. */
export function textField(parts: TextFieldParts): Html {
  const { name, label, hint } = parts;
  return html`<label for="${name}">${label}</label>
    ${hint === undefined ? undefined : html`<p class="hint" id="${name}--hint">${hint}</p>`} ${problemLine(parts)}
    ${parts.type === 'lines' ? lines(parts) : line(parts)}`;
}

function line({ type = 'text', width, inputMode, ...parts }: TextFieldParts): Html {
  const { name, value, autocomplete } = parts;
  return html`<input
    class="input ${width}"
    id="${name}"
    name="${name}"
    type="${type}"
    value="${value}"
    dir="auto"
    ${attribute('autocomplete', autocomplete)}
    ${attribute('inputmode', inputMode)}
    ${type === 'email' ? html`spellcheck="false" autocapitalize="none"` : undefined}
    ${states(parts)}
  />`;
}

/** A line break right after the tag would be eaten. */
function lines({ name, value, autocomplete, width, rows = 3, ...parts }: TextFieldParts): Html {
  return html`<textarea
    class="input ${width}"
    id="${name}"
    name="${name}"
    rows="${rows}"
    dir="auto"
    ${attribute('autocomplete', autocomplete)}
    ${states({ ...parts, name })}
  >
${value}</textarea>`;
}

export interface ChoiceParts {
  readonly type: 'checkbox' | 'radio';
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly isChosen: boolean;
  readonly problemId?: string | undefined;
  /** Numbers of the groups of questions that appear once it is chosen. */
  readonly shows?: readonly number[];
}

export function choice({ type, name, id, value, label, note, isChosen, problemId, shows = [] }: ChoiceParts): Html {
  const wrong = problemId === undefined ? undefined : html`aria-invalid="true" aria-describedby="${problemId}"`;
  return html`<label class="choice"
    ><input
      type="${type}"
      name="${name}"
      id="${id}"
      value="${value}"
      ${isChosen ? html`checked` : undefined}
      ${type === 'checkbox' ? wrong : undefined}
      ${attribute('data-shows', shows.join(' ') || undefined)}
    /><span>${label}${note === undefined ? undefined : html`<small>${note}</small>`}</span></label
  > `;
}

export interface ChoicesParts extends FieldParts {
  readonly choices: readonly Html[];
}

/** A question with answers to choose from. */
export function choices({ name, label, hint, choices: all, ...parts }: ChoicesParts): Html {
  const { problem } = parts;
  return html`<fieldset class="q ${problem === undefined ? undefined : 'bad'}" ${described({ ...parts, name, hint })}>
    <legend>${label}</legend>
    ${hint === undefined ? undefined : html`<p class="hint" id="${name}--hint">${hint}</p>`}
    ${problemLine({ ...parts, name })}
    <div class="opts">${all}</div>
  </fieldset> `;
}

export function problemLine({ name, problem, forReaders }: Pick<FieldParts, 'name' | 'problem' | 'forReaders'>) {
  if (problem === undefined) return undefined;
  return html`<p class="error-text" id="${name}--problem"><span class="vh">${forReaders} </span>${problem}</p>`;
}

/** "Tell us in your own words (optional)" */
export const optionalLabel = (label: string, optional: string): Html =>
  html`${label} <span class="opt">${optional}</span>`;

const attribute = (name: string, value: string | undefined): Html | undefined =>
  value === undefined ? undefined : html`${name}="${value}"`;

const states = (parts: Pick<FieldParts, 'name' | 'hint' | 'problem'>): Html =>
  html`${parts.problem === undefined ? undefined : html`aria-invalid="true"`} ${described(parts)}`;

function described({ name, hint, problem }: Pick<FieldParts, 'name' | 'hint' | 'problem'>): Html | undefined {
  const ids = [
    ...(hint === undefined ? [] : [`${name}--hint`]),
    ...(problem === undefined ? [] : [`${name}--problem`]),
  ];
  return attribute('aria-describedby', ids.join(' ') || undefined);
}
