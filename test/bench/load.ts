import { Agent, request } from 'node:http';

import { questionNumber } from './questions';

export interface LoadResult {
  readonly turns: number;
  readonly seconds: number;
  /** Milliseconds of each turn. */
  readonly latencies: readonly number[];
}

interface Session {
  readonly conversationId: string;
  readonly token: string;
}

/** Conversations at once, each saying the next thing when the last is answered, for so long. */
export async function load(url: string, conversations: number, seconds: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: conversations });
  const call = (path: string, token: string | undefined, body: object) => post(url, path, token, body, agent);
  const sessions = await Promise.all(Array.from({ length: conversations }, () => begin(call)));
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;

  let asked = 0;
  const talk = async ({ conversationId, token }: Session, first: number): Promise<void> => {
    for (let turn = first; performance.now() < end; turn++) {
      const text = questionNumber((asked += 1));
      const start = performance.now();
      await call(`/v3/directline/conversations/${conversationId}/activities`, token, { type: 'message', text });
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(sessions.map(talk));
  const took = (performance.now() - begun) / 1000;
  agent.destroy();
  return { turns: latencies.length, seconds: took, latencies };
}

type Call = (path: string, token: string | undefined, body: object) => Promise<unknown>;

async function begin(call: Call): Promise<Session> {
  const { token } = (await call('/chat/token', undefined, {})) as Session;
  return (await call('/v3/directline/conversations', token, {})) as Session;
}

function post(url: string, path: string, token: string | undefined, body: object, agent: Agent): Promise<unknown> {
  const text = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    Origin: url,
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const posting = request(url + path, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0 } = response;
        if (statusCode < 300) resolve(JSON.parse(Buffer.concat(chunks).toString()));
        else reject(new Error(`${path} was answered with ${statusCode}`));
      });
    });
    posting.on('error', reject).end(text);
  });
}
