import type { h } from 'preact';
import type { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { CheckPart } from './check-part';
import type { ConversationParts } from './conversation-parts';
import type { saveFile } from './dom/save-file';
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
  /** Adds a style sheet to those of the panel. */
  readonly addStyles: (css: string) => void;
}

/** The parts, by the names of their files. */
export interface LaterParts {
  readonly conversation: ConversationParts;
  readonly check: CheckPart;
}

/** A module that is loaded when there is use for it. */
export interface PartModule<Part> {
  /** @returns the part, ready to be used by the panel */
  readonly createPart: (library: PanelLibrary) => Part;
}
