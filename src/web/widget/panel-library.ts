import type { h } from 'preact';
import type { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { saveFile } from './dom/save-file';
import type { LaterParts } from './later-parts';
import type { Icon } from './parts/icon';
import type { LinkedText } from './parts/linked-text';
import type { usePanel, useSay } from './parts/panel-context';

/** What the panel gives to parts that are loaded later, so that they need not bring it along. */
export interface PanelLibrary {
  readonly h: typeof h;
  readonly useState: typeof useState;
  readonly useRef: typeof useRef;
  readonly useEffect: typeof useEffect;
  readonly useLayoutEffect: typeof useLayoutEffect;
  readonly usePanel: typeof usePanel;
  readonly useSay: typeof useSay;
  readonly Icon: typeof Icon;
  readonly LinkedText: typeof LinkedText;
  readonly saveFile: typeof saveFile;
  /** Adds style sheets to those of the panel. */
  readonly addStyles: (sheets: readonly string[]) => void;
}

/** The module that is loaded when a conversation begins. */
export interface LaterModule {
  readonly createLaterParts: (library: PanelLibrary) => LaterParts;
}
