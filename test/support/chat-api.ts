/** Which conversation, and the right to it. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
}

export interface StartedSession extends Session {
  readonly streamUrl: string;
}

export interface WireActivity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly timestamp?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly deletedOn?: string;
    readonly reply?: {
      readonly kind: string;
      readonly choices?: readonly { readonly title: string }[];
      readonly form?: { readonly kind: string; readonly question?: string };
    };
  };
}

export interface ApiAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON. */
  readonly body: T;
  readonly text: string;
}

export interface ApiCall {
  readonly token?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: string | FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

interface ErrorBody {
  readonly error?: { readonly code: string; readonly message: string };
}

/** The service's HTTP calls, made by hand: for what the official client never sends. */
export class ChatApi {
  constructor(readonly url: string) {}

  async call<T = ErrorBody>(method: string, path: string, call: ApiCall = {}): Promise<ApiAnswer<T>> {
    const { token, json, raw, headers } = call;
    const response = await fetch(this.url + path, {
      method,
      headers: {
        // A kept connection would be a dead one when the test stops the service and starts it again.
        Connection: 'close',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(raw !== undefined && { body: raw }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : undefined) as T,
      text,
    };
  }

  /** A token as the widget gets it. */
  async token(): Promise<Session> {
    return (await this.call<Session>('POST', '/chat/token', { headers: { Origin: this.url } })).body;
  }

  /** A conversation that has begun. */
  async start(): Promise<StartedSession> {
    const { token } = await this.token();
    return (await this.call<StartedSession>('POST', '/v3/directline/conversations', { token })).body;
  }

  post(
    { token, conversationId }: Session,
    activity: unknown,
  ): Promise<ApiAnswer<ErrorBody & { readonly id?: string }>> {
    return this.call('POST', `/v3/directline/conversations/${conversationId}/activities`, { token, json: activity });
  }

  /** @param clientId the client's own id of the message, the same for a repeated post */
  say(session: Session, text: string, clientId?: string): ReturnType<ChatApi['post']> {
    return this.post(session, { type: 'message', text, ...(clientId !== undefined && withClientId(clientId)) });
  }

  /** Says whether a reply helped, as the widget does. */
  rate(
    session: Session,
    replyToId: string | undefined,
    helpful: boolean,
    clientId?: string,
  ): ReturnType<ChatApi['post']> {
    const event = { type: 'event', name: 'feedback', value: { replyToId, helpful } };
    return this.post(session, { ...event, ...(clientId !== undefined && withClientId(clientId)) });
  }

  /** Everything that was said, page by page. */
  async transcript({ token, conversationId }: Session): Promise<WireActivity[]> {
    const all: WireActivity[] = [];
    let watermark = '';
    for (;;) {
      const path = `/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`;
      const { body } = await this.call<{ activities: WireActivity[]; watermark: string }>('GET', path, { token });
      if (body.activities.length === 0) return all;
      all.push(...body.activities);
      watermark = body.watermark;
    }
  }
}

const withClientId = (id: string) => ({ channelData: { clientActivityID: id } });

/** What the tenant said, and what was answered. */
export const textsOf = (activities: readonly WireActivity[]): (string | undefined)[] =>
  activities.map(({ text }) => text);
export const isFromBot = ({ from }: WireActivity): boolean => from.role === 'bot';
