import type { ActivitySet } from './activity';

/** The part of a WebSocket that a stream uses. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  close(): void;
}

export type OpenSocket = (url: string) => Socket;

export interface StreamListener {
  onOpen(): void;
  onSet(set: ActivitySet): void;
  /** @param how whether the socket was never open, was cut off, or the desk closed it on purpose */
  onClosed(how: 'never-opened' | 'cut' | 'sent-away'): void;
}

/** The code of a WebSocket that was closed because nothing more was to be said on it. */
const NORMAL = 1000;

/**
 * Listens on one socket. After `stop` nothing more is heard of it.
 *
 * @returns what stops it
 */
export function listen(url: string, openSocket: OpenSocket, listener: StreamListener): () => void {
  const socket = tryToOpen(url, openSocket);
  if (!socket) {
    listener.onClosed('never-opened');
    return () => undefined;
  }
  let wasOpen = false;
  socket.onopen = () => {
    wasOpen = true;
    listener.onOpen();
  };
  socket.onmessage = ({ data }) => {
    // Empty frames only keep the line open.
    if (typeof data === 'string' && data !== '') listener.onSet(JSON.parse(data) as ActivitySet);
  };
  socket.onclose = ({ code }) => {
    if (wasOpen) listener.onClosed(code === NORMAL ? 'sent-away' : 'cut');
    else listener.onClosed('never-opened');
  };
  return () => {
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  };
}

/** Some browsers throw at once where a page's policy forbids the socket; others let it fail. */
function tryToOpen(url: string, openSocket: OpenSocket): Socket | undefined {
  try {
    return openSocket(url);
  } catch {
    return undefined;
  }
}
