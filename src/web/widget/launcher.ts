import type { Panel, PanelModule, PanelSetup } from './panel-contract';
import css from './launcher.css';

export interface LauncherOptions {
  readonly origin: string;
  readonly label: string;
}

/**
 * Said when the desk cannot be reached at the first press. It stands here and not with the other words of the panel,
 * because those are just what could not be fetched.
 */
const UNREACHABLE = 'No connection. Try again';
/** The sign of the assistant, on the launcher and on the panel. */
const MARK =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path fill="currentColor" d="M16 3 3.6 12.7A1.6 1.6 0 0 0 3 14v9.4A2.6 2.6 0 0 0 5.6 26H9v4.2c0 .7.8 1.1 1.4.6L16.6 26h9.8a2.6 2.6 0 0 0 2.6-2.6V14c0-.5-.2-1-.6-1.3z"/><path d="M10 16.2h12M10 20.4h7.5"/></svg>';

/** The button on the landlord's page. Until it is pressed nothing is fetched and nothing is stored. */
export class Launcher {
  private readonly button = document.createElement('button');
  private readonly root: ShadowRoot;
  private panel: Panel | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly options: LauncherOptions,
  ) {
    this.root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];
    this.button.type = 'button';
    this.button.className = 'launch';
    this.button.innerHTML = `${MARK}<span></span>`;
    this.button.setAttribute('aria-expanded', 'false');
    this.button.onclick = () => void this.open();
    this.say(options.label);
    this.root.append(this.button);
  }

  private async open(): Promise<void> {
    if (this.button.ariaBusy === 'true') return;
    this.button.ariaBusy = 'true';
    try {
      this.panel ??= await this.load();
      this.say(this.options.label);
      this.expand(true);
      this.panel.show();
    } catch {
      this.say(UNREACHABLE);
    }
    this.button.ariaBusy = 'false';
  }

  private async load(): Promise<Panel> {
    const { origin } = this.options;
    const [module, content] = await Promise.all([
      // A module that failed to load once is never fetched again under the same address.
      import(
        `${origin}/widget/panel.js${this.button.textContent === UNREACHABLE ? `?${Date.now()}` : ''}`
      ) as Promise<PanelModule>,
      fetch(`${origin}/widget/words.json`, { credentials: 'omit' }).then((response) => {
        if (!response.ok) throw new Error('no words');
        return response.json() as Promise<unknown>;
      }),
    ]);
    const setup: PanelSetup = {
      host: this.host,
      root: this.root,
      origin,
      content,
      mark: MARK,
      onHide: () => {
        this.expand(false);
        this.button.focus();
      },
      onNews: (label) => this.say(label ?? this.options.label),
    };
    return module.createPanel(setup);
  }

  private expand(isExpanded: boolean): void {
    this.button.setAttribute('aria-expanded', String(isExpanded));
    this.button.hidden = isExpanded;
  }

  private say(label: string): void {
    const span = this.button.lastElementChild;
    if (span) span.textContent = label;
  }
}
