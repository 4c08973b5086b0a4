import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The network between a client and the service, which a test can cut. */
export interface CuttableProxy {
  readonly port: number;
  readonly url: string;
  /** Ends every connection, at once and without a word, as a lost network does. */
  cut(): void;
  stop(): Promise<void>;
}

/** @param target port of the service */
export function startProxy(target: number): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
  });
  const cut = (): void => sockets.forEach((socket) => socket.resetAndDestroy());
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      cut();
    });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, url: `http://localhost:${port}`, cut, stop });
    });
  });
}
