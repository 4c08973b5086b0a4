import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

import type { ActivityBus } from '../directline/activity-bus';
import { ActivityStream } from '../directline/activity-stream';
import type { DirectLineChannel } from '../directline/direct-line-channel';
import type { Presence } from '../directline/presence';
import { ProtocolError } from '../directline/protocol-error';
import type { TokenClaims, Tokens } from '../directline/tokens';
import { readWatermark } from '../directline/wire';
import { randomId } from '../shared/ids';
import type { Logger } from '../shared/logger';
import type { Transcripts } from '../transcript/transcripts';

export interface StreamDependencies {
  readonly channel: DirectLineChannel;
  readonly bus: ActivityBus;
  readonly presence: Presence;
  readonly tokens: Tokens;
  readonly transcripts: Transcripts;
  readonly allowedOrigins: readonly string[];
  readonly logger: Logger;
}

/** Milliseconds between two signs of life on an idle socket. */
const KEEP_ALIVE = 20_000;
/** Milliseconds that a client gets to answer when the service goes away. */
const PATIENCE = 1000;
const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;

interface OpenStream {
  readonly socket: WebSocket;
  readonly stream: ActivityStream;
  hasAnswered: boolean;
}

interface Admission {
  readonly claims: TokenClaims;
  /** The last entry that the client has seen. */
  readonly after: number;
}

/** The WebSocket streams of Direct Line. Every upgrade that is not one of them is refused and closed. */
export class Streams {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  /** By stream id. */
  private readonly open = new Map<string, OpenStream>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly deps: StreamDependencies) {
    deps.presence.onTooMany((_conversationId, id) => this.open.get(id)?.stream.close(1000, 'opened elsewhere'));
    this.timer = setInterval(() => this.keepAlive(), KEEP_ALIVE).unref();
  }

  /** For the server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    this.admit(request)
      .then(({ claims, after }) => {
        this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.begin(webSocket, claims, after));
      })
      .catch((error: unknown) => refuse(socket, error));
  }

  /** Tells every client that the service goes away, and waits a moment for them; they come back with their watermark. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    const closed = [...this.sockets.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
    for (const { stream } of [...this.open.values()]) stream.close(1001, 'going away');
    const impatience = setTimeout(() => {
      for (const client of this.sockets.clients) client.terminate();
    }, PATIENCE);
    await Promise.all(closed);
    clearTimeout(impatience);
  }

  private async admit({ url = '/', headers }: IncomingMessage): Promise<Admission> {
    const { conversationId, parameters } = readAddress(url);
    const claims = this.deps.tokens.verify(parameters.get('t') ?? '', 'stream');
    if (claims.conversationId !== conversationId) throw new ProtocolError('Forbidden', 'not the stream of this token');
    checkOrigin(headers.origin, claims.trustedOrigins ?? this.deps.allowedOrigins);
    const after = readWatermark(parameters.get('watermark') ?? undefined);
    if (after === undefined) throw new ProtocolError('BadArgument', 'the watermark is not one of ours');
    if (await this.deps.transcripts.conversation(conversationId)) return { claims, after };
    throw new ProtocolError('ConversationNotFound', 'there is no such conversation');
  }

  private begin(socket: WebSocket, claims: TokenClaims, after: number): void {
    const stream = new ActivityStream(socket, claims, after, this.deps);
    const opened: OpenStream = { socket, stream, hasAnswered: true };
    const id = randomId();
    this.open.set(id, opened);
    this.deps.presence.enter(claims.conversationId, id);

    // What clients say on the stream are signs of life only; messages come by POST.
    socket.on('pong', () => (opened.hasAnswered = true));
    socket.on('message', () => (opened.hasAnswered = true));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      stream.stop();
      this.open.delete(id);
      this.deps.presence.leave(claims.conversationId, id);
    });
  }

  /** An empty frame keeps proxies from closing the socket; a ping without an answer shows that nobody is there. */
  private keepAlive(): void {
    for (const opened of [...this.open.values()]) {
      if (!opened.hasAnswered) {
        opened.socket.terminate();
        continue;
      }
      opened.hasAnswered = false;
      opened.socket.send('');
      opened.socket.ping();
    }
  }
}

function readAddress(url: string): { readonly conversationId: string; readonly parameters: URLSearchParams } {
  // Joined and not resolved, so that whatever stands in the request line is a path.
  const { pathname, searchParams } = new URL(url.startsWith('/') ? `http://localhost${url}` : 'http://localhost');
  const conversationId = PATH.exec(pathname)?.[1];
  if (conversationId === undefined) throw new ProtocolError('NotFound', 'there is no stream at this address');
  return { conversationId, parameters: searchParams };
}

/** Browsers always name the page; other clients need not. */
function checkOrigin(origin: string | undefined, allowed: readonly string[]): void {
  if (origin === undefined || allowed.includes(origin)) return;
  throw new ProtocolError('OriginNotAllowed', 'this page may not open the stream');
}

function refuse(socket: Duplex, error: unknown): void {
  const { status, code, message } =
    error instanceof ProtocolError ? error : new ProtocolError('ServiceError', 'something went wrong on our side');
  const body = JSON.stringify({ error: { code, message } });
  // Not only our half of it: a client that keeps its own open would keep the service from stopping.
  socket.once('finish', () => socket.destroy());
  const head = [`HTTP/1.1 ${status} ${code}`, 'Content-Type: application/json', 'Connection: close'];
  socket.end([...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
}
