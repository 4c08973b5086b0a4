import type { Server } from 'restify';

import { ProtocolError } from '../directline/protocol-error';
import { readJson } from './read-json';
import type { createRoute } from './route';

/** What becomes of an activity from Azure Bot Service. */
export interface ActivityReceiver {
  receive(
    authorization: string,
    body: unknown,
  ): Promise<
    | { readonly outcome: 'done'; readonly status: number; readonly body?: unknown }
    | { readonly outcome: 'unauthorised' }
    | { readonly outcome: 'malformed' }
  >;
}

/**
 * `POST /api/messages`. To be added only when an app id is configured: without one, Bot Framework's adapter takes
 * activities from anybody and posts its answers to whatever address they name.
 */
export function addBotFrameworkRoute(
  server: Server,
  { receiver, route }: { readonly receiver: ActivityReceiver; readonly route: ReturnType<typeof createRoute> },
): void {
  server.post(
    '/api/messages',
    readJson(),
    route(async (request, response) => {
      const received = await receiver.receive(request.headers.authorization ?? '', request.body);
      if (received.outcome === 'malformed') throw new ProtocolError('BadArgument', 'the body is not an activity');
      if (received.outcome === 'unauthorised') throw new ProtocolError('Unauthorized', 'no valid token of the service');
      response.send(received.status, received.body);
    }),
  );
}
