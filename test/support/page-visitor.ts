/** A field as it stands on a page. */
export interface FieldOnPage {
  readonly name: string;
  /** `radio`, `checkbox`, `textarea`, `text` and so on. */
  readonly type: string;
  readonly value: string;
  readonly isChosen: boolean;
}

type Changes = Readonly<Record<string, string | readonly string[]>>;

/** A browser without script, cookies and pictures: it reads pages of the service, and sends their forms. */
export class PageVisitor {
  text = '';
  status = 0;
  headers = new Headers();

  constructor(
    private readonly origin: string,
    /** Sent with every form. */
    private readonly own: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ) {}

  async open(path: string): Promise<this> {
    return this.read(await fetch(this.origin + path, { redirect: 'manual' }));
  }

  /**
   * Changes fields of the page and presses a button of its form.
   *
   * @param changes by the names of the fields; '' empties one
   * @param button its value; the first one of the page by itself
   */
  async send(changes: Changes = {}, button?: string): Promise<this> {
    return this.post(this.body(changes, button));
  }

  async post(body: URLSearchParams | FormData | string, headers: Readonly<Record<string, string>> = {}): Promise<this> {
    const action = /<form[^>]*\baction="([^"]*)"/.exec(this.text)?.[1] ?? '';
    return this.read(
      await fetch(this.origin + action, {
        method: 'POST',
        body,
        headers: { ...this.own, ...headers },
        redirect: 'manual',
      }),
    );
  }

  /** What the form of this page sends. */
  body(changes: Changes = {}, button?: string): URLSearchParams {
    const body = new URLSearchParams();
    for (const { name, value, isChosen } of this.fields) {
      if (!(name in changes) && isChosen && value !== '') body.append(name, value);
    }
    for (const [name, values] of Object.entries(changes)) {
      for (const value of [values].flat()) body.append(name, value);
    }
    if (button !== undefined) body.append('do', button);
    return body;
  }

  get fields(): readonly FieldOnPage[] {
    const inputs = [...this.text.matchAll(/<input\b[^>]*>/g)].map(([tag]) => {
      const type = attribute(tag, 'type');
      const isChosen = !['radio', 'checkbox'].includes(type) || /\schecked\b/.test(tag);
      return { name: attribute(tag, 'name'), type, value: attribute(tag, 'value'), isChosen };
    });
    const areas = [...this.text.matchAll(/<textarea\b([^>]*)>\n?([^<]*)<\/textarea>/g)].map(
      ([, tag = '', value = '']) => ({
        name: attribute(tag, 'name'),
        type: 'textarea',
        value: unescape(value),
        isChosen: true,
      }),
    );
    return [...inputs, ...areas];
  }

  get title(): string {
    return unescape(/<title>([^<]*)<\/title>/.exec(this.text)?.[1] ?? '');
  }

  /** What can be read on the page. */
  get words(): string {
    const main = /<main[\s\S]*<\/main>/.exec(this.text)?.[0] ?? '';
    return unescape(main.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
  }

  get references(): readonly string[] {
    return [...this.text.matchAll(/aria-hidden="true">([2-9A-Z]{4}-[2-9A-Z]{3})</g)].map(
      ([, reference = '']) => reference,
    );
  }

  /** Where each line of the error summary leads, and what it says. */
  get problems(): readonly { readonly to: string; readonly text: string }[] {
    const summary = /<div class="sum[\s\S]*?<\/div>/.exec(this.text)?.[0] ?? '';
    return [...summary.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)].map(([, to = '', text = '']) => ({
      to,
      text: unescape(text),
    }));
  }

  private async read(response: Response): Promise<this> {
    this.status = response.status;
    this.headers = response.headers;
    this.text = await response.text();
    return this;
  }
}

const attribute = (tag: string, name: string): string =>
  unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const unescape = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
