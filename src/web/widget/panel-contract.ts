/** What the launcher gives to the panel when it is first opened. */
export interface PanelSetup {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** The desk's own origin. */
  readonly origin: string;
  /** The sign of the assistant, as SVG. */
  readonly mark: string;
  /** The answer of the desk's words.json. */
  readonly content: unknown;
  /** The panel was closed: the launcher is needed again. */
  onHide(): void;
  /** @param label what the launcher says instead of its own words; undefined for these */
  onNews(label: string | undefined): void;
}

export interface Panel {
  show(): void;
}

/** The module that is loaded when the launcher is pressed. */
export interface PanelModule {
  readonly createPanel: (setup: PanelSetup) => Panel;
}
