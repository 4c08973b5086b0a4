import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real server that takes webhooks, and answers as a test tells it. */
export interface WebhookServer {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  stop(): Promise<void>;
}

/** @param statusOf the status of each answer; one that never comes is waited for */
export async function startWebhookServer(
  statusOf: (call: ReceivedWebhook, number: number) => number | Promise<number>,
): Promise<WebhookServer> {
  const received: ReceivedWebhook[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const call = { method: request.method, path: request.url, headers: request.headers, body };
      received.push(call);
      void Promise.resolve(statusOf(call, received.length)).then((status) => {
        response.statusCode = status;
        response.setHeader('Location', '/elsewhere');
        response.end('a body that nobody reads');
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/opt-outs`,
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
