import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Something before several processes that gives each connection to the next of them, whoever comes. */
export interface Balancer {
  readonly url: string;
  /** The processes, by their place, that calls of a conversation, or its streams, have gone to. */
  servedBy(conversationId: string, kind: 'call' | 'stream'): ReadonlySet<number>;
  stop(): Promise<void>;
}

const CONVERSATION = /\/conversations\/([\w-]+)\/(stream)?/;

/** @param ports of the processes; one that takes no connection is left out */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>();
  const served = new Map<string, Set<number>>();
  let next = 0;

  const note = (head: string, place: number): void => {
    const [, conversationId, stream] = CONVERSATION.exec(head.slice(0, head.indexOf('\r\n'))) ?? [];
    if (conversationId === undefined) return;
    const key = `${stream ?? 'call'} ${conversationId}`;
    served.set(key, (served.get(key) ?? new Set()).add(place));
  };
  const hold = (socket: Socket, other: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  };
  const pass = (near: Socket, tries: number): void => {
    const place = next++ % ports.length;
    const far = connect(ports[place] ?? 0, '127.0.0.1');
    const fail = (): void => {
      if (tries < ports.length) pass(near, tries + 1);
      else near.destroy();
    };
    far.once('error', fail);
    far.once('connect', () => {
      far.off('error', fail);
      hold(far, near);
      hold(near, far);
      near.once('data', (chunk: Buffer) => note(chunk.toString('latin1'), place));
      near.pipe(far).pipe(near);
    });
  };

  const server = createServer({ allowHalfOpen: true }, (near) => {
    near.on('error', () => undefined);
    pass(near, 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    servedBy: (conversationId, kind) => served.get(`${kind} ${conversationId}`) ?? new Set(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
