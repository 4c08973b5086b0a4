import type { Request, Server } from 'restify';
import { z } from 'zod';

import type { DirectLineChannel } from '../directline/direct-line-channel';
import { ProtocolError } from '../directline/protocol-error';
import type { TokenClaims } from '../directline/tokens';
import type { Transcripts } from '../transcript/transcripts';
import { authenticate, type AuthenticationDependencies } from './authenticate';
import type { RateLimits } from './rate-limits';
import { readJson } from './read-json';
import type { createRoute } from './route';

export interface DirectLineRouteDependencies extends AuthenticationDependencies {
  readonly channel: DirectLineChannel;
  readonly transcripts: Transcripts;
  readonly limits: RateLimits;
  readonly route: ReturnType<typeof createRoute>;
}

const BASE = '/v3/directline';

/** The calls of Direct Line 3.0. */
export function addDirectLineRoutes(server: Server, deps: DirectLineRouteDependencies): void {
  const { channel, limits, route } = deps;

  server.post(
    `${BASE}/tokens/generate`,
    readJson(),
    route((request, response) => {
      if (authenticate(request, deps).kind !== 'server') {
        throw new ProtocolError('Forbidden', 'only the secret can make tokens');
      }
      response.send(200, channel.newToken(readTokenRequest(request.body)));
    }),
  );

  server.post(
    `${BASE}/tokens/refresh`,
    route((request, response) => {
      const { claims } = authenticate(request, deps);
      if (!claims) throw new ProtocolError('Forbidden', 'a secret needs no refreshing');
      response.send(200, channel.refresh(claims));
    }),
  );

  server.post(
    `${BASE}/conversations`,
    readJson(),
    route(async (request, response) => {
      await limits.start(request);
      const claims = authenticate(request, deps).claims ?? newClaims(channel, deps);
      const { session, isNew } = await channel.start(claims);
      response.send(isNew ? 201 : 200, session);
    }),
  );

  server.get(
    `${BASE}/conversations/:id`,
    route(async (request, response) => {
      const claims = await claimsFor(request, deps);
      await limits.read(claims.conversationId);
      response.send(200, await channel.reconnect(claims, watermarkOf(request)));
    }),
  );

  addActivityRoutes(server, deps);
}

function addActivityRoutes(server: Server, deps: DirectLineRouteDependencies): void {
  const { channel, limits, route } = deps;

  server.get(
    `${BASE}/conversations/:id/activities`,
    route(async (request, response) => {
      const claims = await claimsFor(request, deps);
      await limits.read(claims.conversationId);
      response.send(200, await channel.activities(claims, watermarkOf(request)));
    }),
  );

  server.post(
    `${BASE}/conversations/:id/activities`,
    readJson(),
    route(async (request, response) => {
      const claims = await claimsFor(request, deps);
      await limits.message(request, claims.conversationId);
      response.send(200, { id: await channel.post(claims, request.body) });
    }),
  );

  server.post(
    `${BASE}/conversations/:id/upload`,
    route(async (request) => {
      const claims = await claimsFor(request, deps);
      await limits.message(request, claims.conversationId);
      await channel.refuseFile(claims);
    }),
  );

  server.get(
    `${BASE}/session/getsessionid`,
    route(() => {
      throw new ProtocolError('NotFound', 'there is no sign-in in this chat');
    }),
  );
}

/** The caller's claims, if they are for the conversation in the address. */
async function claimsFor(request: Request, deps: DirectLineRouteDependencies): Promise<TokenClaims> {
  const conversationId = (request.params as { readonly id: string }).id;
  const { claims } = authenticate(request, deps);
  if (claims) {
    if (claims.conversationId === conversationId) return claims;
    throw new ProtocolError('Forbidden', 'the token is for another conversation');
  }
  const conversation = await deps.transcripts.conversation(conversationId);
  if (!conversation) throw new ProtocolError('ConversationNotFound', 'there is no such conversation');
  return { conversationId, userId: conversation.userId };
}

function newClaims(channel: DirectLineChannel, { tokens }: AuthenticationDependencies): TokenClaims {
  return tokens.verify(channel.newToken().token);
}

function watermarkOf(request: Request): string | undefined {
  return new URL(request.url ?? '/', 'http://localhost').searchParams.get('watermark') ?? undefined;
}

const tokenRequest = z.object({
  user: z.object({ id: z.string().regex(/^dl_.{1,100}$/) }).optional(),
  trustedOrigins: z
    .array(z.string().refine((url) => URL.canParse(url) && new URL(url).origin === url))
    .max(20)
    .optional(),
});

function readTokenRequest(body: unknown): Partial<TokenClaims> {
  const parsed = tokenRequest.safeParse(body ?? {});
  if (!parsed.success)
    throw new ProtocolError('BadArgument', 'user.id has to begin with dl_, trustedOrigins to be origins');
  const { user, trustedOrigins } = parsed.data;
  return { ...(user && { userId: user.id }), ...(trustedOrigins && { trustedOrigins }) };
}
