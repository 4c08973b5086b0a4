import type { Activity, ActivitySet, Session } from './activity';
import { failureOf, type Outcome } from './outcome';

/** What is asked of `fetch`: never from a cache, and without the page's cookies. */
export interface FetchRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly cache: 'no-store';
  readonly credentials: 'omit';
  readonly signal: AbortSignal;
}

export interface ClientParts {
  /** The desk's own origin, without a slash at the end. */
  readonly origin: string;
  readonly fetch: (url: string, request: FetchRequest) => Promise<Response>;
  readonly now: () => number;
}

/** A session with the address of its stream, which is good for 60 seconds. */
export interface OpenSession {
  readonly session: Session;
  readonly streamUrl: string;
}

interface WireSession {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly streamUrl: string;
}

interface Call {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly token?: string;
  readonly body?: object;
}

/** Milliseconds after which an answer is no longer waited for. */
const PATIENCE = 20_000;

/** The calls of the desk, each once and without memory: what to do about a failure is for the caller. */
export class DirectLineClient {
  constructor(private readonly parts: ClientParts) {}

  /** A token for a conversation that does not exist yet. */
  async token(): Promise<Outcome<Session>> {
    const outcome = await this.json<WireSession>('/chat/token', { method: 'POST' });
    return outcome.kind === 'ok' ? { kind: 'ok', value: this.session(outcome.value) } : outcome;
  }

  /** Starts the conversation of the token, or finds that it has started. */
  async start({ token }: Session, locale: string): Promise<Outcome<OpenSession>> {
    return this.open(await this.json<WireSession>(CONVERSATIONS, { method: 'POST', token, body: { locale } }));
  }

  /** A new stream for a conversation, going on after the watermark. */
  async reconnect({ conversationId, token }: Session, watermark: string): Promise<Outcome<OpenSession>> {
    return this.open(await this.json<WireSession>(`${pathOf(conversationId)}?watermark=${watermark}`, { token }));
  }

  activities({ conversationId, token }: Session, watermark: string): Promise<Outcome<ActivitySet>> {
    return this.json(`${pathOf(conversationId)}/activities?watermark=${watermark}`, { token });
  }

  /** A fresh token; also for one that has expired, within `RESUME_WITHIN`. */
  async refresh({ token }: Session): Promise<Outcome<Session>> {
    const outcome = await this.json<WireSession>('/chat/resume', { method: 'POST', token });
    return outcome.kind === 'ok' ? { kind: 'ok', value: this.session(outcome.value) } : outcome;
  }

  /** @returns the id under which it is stored */
  post({ conversationId, token }: Session, activity: Activity): Promise<Outcome<{ readonly id: string }>> {
    return this.json(`${pathOf(conversationId)}/activities`, {
      method: 'POST',
      token,
      body: { from: {}, ...activity },
    });
  }

  async transcript({ token }: Session, format: 'text' | 'json'): Promise<Outcome<Blob>> {
    return this.call(`/chat/transcript?format=${format}`, { token }, (response) => response.blob());
  }

  /** Deletes the chat now. Answers only when it is gone, or cannot be opened any more and is deleted later. */
  deleteChat({ token }: Session): Promise<Outcome<{ readonly deletedAt: string | null; readonly messages: number }>> {
    return this.json('/chat', { method: 'DELETE', token });
  }

  private json<T>(path: string, call: Call): Promise<Outcome<T>> {
    return this.call(path, call, (response) => response.json() as Promise<T>);
  }

  private async call<T>(path: string, call: Call, read: (response: Response) => Promise<T>): Promise<Outcome<T>> {
    try {
      const response = await this.parts.fetch(this.parts.origin + path, requestOf(call));
      if (response.ok) return { kind: 'ok', value: await read(response) };
      const body = (await response.json().catch(() => ({}))) as { readonly error?: { readonly code?: string } };
      return failureOf(response.status, body.error?.code);
    } catch {
      return { kind: 'unreachable' };
    }
  }

  private open(outcome: Outcome<WireSession>): Outcome<OpenSession> {
    if (outcome.kind !== 'ok') return outcome;
    return { kind: 'ok', value: { session: this.session(outcome.value), streamUrl: outcome.value.streamUrl } };
  }

  private session({ conversationId, token, expires_in }: WireSession): Session {
    return { conversationId, token, expiresAt: this.parts.now() + expires_in * 1000 };
  }
}

const BASE = '/v3/directline';
const CONVERSATIONS = `${BASE}/conversations`;

const pathOf = (conversationId: string): string => `${CONVERSATIONS}/${encodeURIComponent(conversationId)}`;

function requestOf({ method = 'GET', token, body }: Call): FetchRequest {
  return {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE),
  };
}
