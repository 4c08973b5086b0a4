import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The least that any server does, in a process of its own: reads the JSON and answers with JSON of the same form. A file
 * of its own, since restify changes Node's server wherever it is loaded.
 */
const ANSWER = { conversationId: 'AAAAAAAAAAAAAAAAAAAAAA', token: 'x', id: 'AAAAAAAAAAAAAAAAAAAAAA|0000002' };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(ANSWER));
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://localhost:${(server.address() as AddressInfo).port}` });
});
process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }));
process.on('disconnect', () => process.exit(0));
