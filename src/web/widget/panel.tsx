import { h, render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Chat } from './chat/chat';
import { DeviceMemory, MEMORY_KEY } from './chat/device-memory';
import { DirectLineClient } from './chat/direct-line-client';
import type { Socket } from './chat/stream';
import { realTimers } from './chat/timers';
import { adoptStyles } from './dom/adopt-styles';
import { saveFile } from './dom/save-file';
import type { PanelContent } from './panel-content';
import type { Panel, PanelSetup } from './panel-contract';
import type { LaterParts, PartModule } from './panel-library';
import { App } from './parts/app';
import { Icon } from './parts/icon';
import { LinkedText } from './parts/linked-text';
import { PanelContextValue, usePanel, useSay, type PanelContext } from './parts/panel-context';
import blocks from './styles/blocks.css';
import conditions from './styles/conditions.css';
import frame from './styles/frame.css';
import log from './styles/log.css';
import parts from './styles/parts.css';
import tokens from './styles/tokens.css';

/** Builds the panel beside the launcher. It is shown by the launcher, and hides itself. */
export function createPanel(setup: PanelSetup): Panel {
  const content = setup.content as PanelContent;
  const chat = createChat(setup, content);
  adoptStyles(setup.root, setup.host, [tokens, parts, blocks, frame, log, conditions]);
  const hide = (): void => {
    chat.hide();
    setup.onHide();
  };
  chat.store.subscribe(() => {
    const { isOpen, unread } = chat.store.state();
    setup.onNews(!isOpen && unread > 0 ? content.words['launcher-new'] : undefined);
  });
  listenToBrowser(chat);
  const place = document.createElement('div');
  place.className = 'dock';
  setup.root.append(place);
  render(<Root setup={setup} context={{ chat, content, mark: setup.mark, hide }} />, place);
  return { show: () => chat.show() };
}

function createChat({ host, origin }: PanelSetup, content: PanelContent): Chat {
  return new Chat({
    client: new DirectLineClient({ origin, fetch: (url, request) => fetch(url, request), now: () => Date.now() }),
    openSocket: (url) => new WebSocket(url) as Socket,
    timers: realTimers,
    memory: new DeviceMemory(() => localStorage),
    chance: () => Math.random(),
    nextId: randomId,
    locale: content.words.language,
    welcome: content.welcome,
    save: (file, format) => saveFile(file, `${content.words['file-name']}.${format === 'json' ? 'json' : 'txt'}`),
    goAway: () => {
      // The screen is blank at once, however long the other page takes.
      host.setAttribute('data-leaving', '');
      host.shadowRoot?.querySelector('.w')?.remove();
      location.replace(content.leaveUrl);
    },
  });
}

/** `crypto.randomUUID` is missing on pages without https. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function listenToBrowser(chat: Chat): void {
  window.addEventListener('online', () => chat.reconnectNow());
  window.addEventListener('offline', () => chat.loseConnection());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') chat.reconnectNow();
  });
  window.addEventListener('storage', ({ key, newValue }) => {
    if ((key === MEMORY_KEY || key === null) && newValue === null) chat.clearedElsewhere();
  });
}

/** A part from a file of its own, loaded when it is of use; browsers do so once. Without it the chat works as well. */
function usePart<Name extends keyof LaterParts>(
  { root, host, origin }: PanelSetup,
  name: Name,
  isOfUse: boolean,
): LaterParts[Name] | undefined {
  const [part, setPart] = useState<LaterParts[Name]>();
  useEffect(() => {
    if (!isOfUse) return;
    const addStyles = (css: string): void => adoptStyles(root, host, [css]);
    const library = {
      h,
      useState,
      useRef,
      useEffect,
      useLayoutEffect,
      usePanel,
      useSay,
      Icon,
      LinkedText,
      saveFile,
      addStyles,
    };
    import(`${origin}/widget/${name}.js`).then(
      ({ createPart }: PartModule<LaterParts[Name]>) => setPart(() => createPart(library)),
      () => undefined,
    );
  }, [isOfUse]);
  return part;
}

function Root({ setup, context }: { readonly setup: PanelSetup; readonly context: PanelContext }) {
  const { store } = context.chat;
  const [state, setState] = useState(() => store.state());
  useEffect(() => {
    setState(store.state());
    return store.subscribe(() => setState(store.state()));
  }, []);
  const conversation = usePart(setup, 'conversation', state.link.kind !== 'none');
  const check = usePart(setup, 'check', state.draft !== '');
  return (
    <PanelContextValue.Provider value={{ ...context, conversation, check }}>
      <App host={setup.host} state={state} />
    </PanelContextValue.Provider>
  );
}
