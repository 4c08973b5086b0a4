import type { Activity } from '../../src/web/widget/chat/activity';
import type { FetchRequest } from '../../src/web/widget/chat/direct-line-client';
import type { Socket } from '../../src/web/widget/chat/stream';

export interface DeskCall {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly body: Activity;
}

type Answer = 'unreachable' | { readonly status: number; readonly body?: object };

/** The desk as the widget sees it: calls are answered from a log of activities, or as a test wants it. */
export class FakeDesk {
  readonly calls: DeskCall[] = [];
  readonly sockets: FakeSocket[] = [];
  readonly log: Activity[] = [];
  isReachable = true;
  opensSockets = true;
  private readonly planned: { readonly method: string; readonly ends: string; readonly answer: Answer }[] = [];
  private tokens = 0;

  readonly fetch = (url: string, request: FetchRequest): Promise<Response> => {
    const path = url.replace('https://desk.example', '');
    const token = request.headers.Authorization?.replace('Bearer ', '');
    const call = { method: request.method, path, token, body: JSON.parse(request.body ?? '{}') as Activity };
    this.calls.push(call);
    const answer = this.isReachable ? (this.takePlanned(call) ?? this.answer(call)) : 'unreachable';
    if (answer === 'unreachable') return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(Response.json(answer.body ?? {}, { status: answer.status }));
  };

  readonly openSocket = (url: string): Socket => {
    const socket = new FakeSocket(url);
    this.sockets.push(socket);
    setImmediate(() => (this.opensSockets && this.isReachable ? this.replay(socket) : socket.lose(1006)));
    return socket;
  };

  /** The next such call is answered like this instead. @param ends of the path, without its query */
  next(method: string, ends: string, answer: Answer): void {
    this.planned.push({ method, ends, answer });
  }

  refuse(method: string, ends: string, status: number, code: string): void {
    this.next(method, ends, { status, body: { error: { code, message: '' } } });
  }

  /** Adds to the conversation, and to the stream where there is one. */
  say(activity: Activity): void {
    const stored = { id: `c1|${this.log.length + 1}`, timestamp: '2026-11-24T10:31:00Z', ...activity };
    this.log.push(stored);
    this.sockets.at(-1)?.receive({ activities: [stored], watermark: String(this.log.length) });
  }

  sayAsBot(text: string): void {
    this.say({ type: 'message', text, from: { role: 'bot' } });
  }

  callsTo(ends: string): DeskCall[] {
    return this.calls.filter(({ path }) => path.split('?')[0]?.endsWith(ends));
  }

  /** As the desk does: first all after the watermark, then what is added. */
  private replay(socket: FakeSocket): void {
    socket.open();
    const after = Number(new URL(socket.url).searchParams.get('watermark'));
    const activities = this.log.slice(after);
    if (activities.length > 0) socket.receive({ activities, watermark: String(this.log.length) });
  }

  private takePlanned({ method, path }: DeskCall): Answer | undefined {
    const at = this.planned.findIndex((plan) => plan.method === method && path.split('?')[0]?.endsWith(plan.ends));
    return at < 0 ? undefined : this.planned.splice(at, 1)[0]?.answer;
  }

  private answer({ method, path, body }: DeskCall): Answer {
    const [place = '', query] = path.split('?');
    if (place === '/chat') return { status: 200, body: { deletedAt: '2026-11-24T10:59:00Z', messages: 4 } };
    if (place === '/chat/transcript') return { status: 200 };
    if (!place.endsWith('/activities')) return { status: 200, body: this.session(query ?? '') };
    if (method === 'GET') {
      const after = Number(new URLSearchParams(query).get('watermark'));
      return { status: 200, body: { activities: this.log.slice(after), watermark: String(this.log.length) } };
    }
    const clientId = body.channelData?.clientActivityID;
    const isNew = !this.log.some(
      ({ channelData }) => clientId !== undefined && channelData?.clientActivityID === clientId,
    );
    if (isNew) this.say({ ...body, from: { role: 'user' } });
    return { status: 200, body: { id: 'c1|1' } };
  }

  private session(query: string): object {
    this.tokens += 1;
    const streamUrl = `wss://desk.example/stream?${query}`;
    return { conversationId: 'c1', token: `token-${this.tokens}`, expires_in: 1800, streamUrl };
  }
}

export class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((event: { readonly code: number }) => void) | null = null;
  isOpen = false;

  constructor(readonly url: string) {}

  open(): void {
    this.isOpen = true;
    this.onopen?.();
  }

  lose(code = 1006): void {
    this.isOpen = false;
    this.onclose?.({ code });
  }

  receive(set: object | ''): void {
    if (this.isOpen) this.onmessage?.({ data: set === '' ? '' : JSON.stringify(set) });
  }

  close(): void {
    this.isOpen = false;
  }
}
