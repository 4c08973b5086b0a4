import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The network between a client and the service, which a test can cut. */
export interface CuttableProxy {
  readonly port: number;
  readonly url: string;
  /** Ends every connection, at once and without a word, as a lost network does. */
  cut(): void;
  /** The next time that these words pass, their connection is cut before anything of them arrives. */
  loseNext(words: string): void;
  /** The next time that these words pass, their connection is cut when the answer comes. */
  loseAnswerTo(words: string): void;
  /** Takes no connections until `mend`, and cuts all there are. */
  break(): void;
  mend(): void;
  stop(): Promise<void>;
}

interface Plan {
  readonly words: string;
  readonly lose: 'request' | 'answer';
}

/** @param target port of the service */
export function startProxy(target: number, host = '127.0.0.1'): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  const plans = new Set<Plan>();
  let isBroken = false;
  const server = createServer((near) => {
    if (isBroken) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target, host);
    let losesAnswer = false;
    const end = (): void => [near, far].forEach((socket) => socket.resetAndDestroy());
    near.on('data', (data) => {
      const plan = [...plans].find(({ words }) => data.includes(words));
      if (plan) plans.delete(plan);
      if (plan?.lose === 'answer') losesAnswer = true;
      if (plan?.lose === 'request') end();
      else if (!far.write(data)) near.pause();
    });
    far.on('drain', () => near.resume());
    far.on('data', (data) => {
      if (losesAnswer) end();
      else if (!near.write(data)) far.pause();
    });
    near.on('drain', () => far.resume());
    near.on('end', () => far.end());
    far.on('end', () => near.end());
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
      resolve({
        port,
        url: `http://localhost:${port}`,
        cut,
        loseNext: (words) => plans.add({ words, lose: 'request' }),
        loseAnswerTo: (words) => plans.add({ words, lose: 'answer' }),
        break: () => {
          isBroken = true;
          cut();
        },
        mend: () => {
          isBroken = false;
        },
        stop,
      });
    });
  });
}
