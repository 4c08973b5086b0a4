import type { Request, Server } from 'restify';

import type { DirectLineChannel } from '../directline/direct-line-channel';
import { ProtocolError } from '../directline/protocol-error';
import type { Tokens } from '../directline/tokens';
import type { Asked } from '../retention/delete-asked';
import type { Conversation } from '../transcript/conversation';
import type { Entry } from '../transcript/entry';
import { isSpoken, transcriptAsJson, transcriptAsText } from '../transcript/export-transcript';
import type { ExportWords } from '../transcript/load-export-words';
import type { Transcripts } from '../transcript/transcripts';
import { authenticate, bearerOf } from './authenticate';
import type { RateLimits } from './rate-limits';
import type { createRoute } from './route';

export interface ChatRouteDependencies {
  readonly channel: DirectLineChannel;
  readonly transcripts: Transcripts;
  readonly tokens: Tokens;
  readonly limits: RateLimits;
  readonly allowedOrigins: readonly string[];
  readonly exportWords: ExportWords;
  /** When a chat with this last message has to be gone. */
  readonly deletionAfter: (lastMessageAt: Date) => Date;
  /** Deletes a conversation with all that belongs to it, or hides it; undefined when it is gone already. */
  readonly deleteChat: (conversationId: string) => Promise<Asked | undefined>;
  readonly route: ReturnType<typeof createRoute>;
}

/** What the widget needs beside Direct Line: a token without a secret, coming back, the download, and deletion now. */
export function addChatRoutes(server: Server, deps: ChatRouteDependencies): void {
  const { channel, limits, route } = deps;

  server.post(
    '/chat/token',
    route(async (request, response) => {
      checkPage(request, deps.allowedOrigins);
      await limits.token(request);
      response.send(200, channel.newToken());
    }),
  );

  server.post(
    '/chat/resume',
    route(async (request, response) => {
      checkPage(request, deps.allowedOrigins);
      await limits.token(request);
      const claims = deps.tokens.verifyForResume(bearerOf(request));
      if (!(await deps.transcripts.conversation(claims.conversationId))) throw notFound();
      response.send(200, channel.refresh(claims));
    }),
  );

  server.get(
    '/chat/transcript',
    route(async (request, response) => {
      const { id, conversation, entries } = await wholeChat(request, deps);
      const deletedAt = deps.deletionAfter(new Date(conversation.lastMessageAt));
      if (new URL(request.url ?? '/', 'http://localhost').searchParams.get('format') === 'json') {
        response.send(200, transcriptAsJson({ id, conversation, deletedAt }, entries));
        return;
      }
      const text = transcriptAsText(deletedAt, entries, deps.exportWords);
      response.sendRaw(200, text, { 'Content-Type': 'text/plain; charset=utf-8' });
    }),
  );

  server.del(
    '/chat',
    route(async (request, response) => {
      const { id, entries } = await wholeChat(request, deps);
      const asked = await deps.deleteChat(id);
      if (!asked) throw notFound();
      const messages = entries.filter(isSpoken).length;
      // Why it is kept is told to nobody here: the answer is the same for every reason.
      if (asked.kind === 'kept') response.send(202, { deletedAt: null, messages });
      else response.send(200, { deletedAt: asked.receipt.deletedAt, messages });
    }),
  );
}

/** Browsers name the page that asks; only pages of the landlord get a token without a secret. */
function checkPage({ headers }: Request, allowedOrigins: readonly string[]): void {
  if (headers.origin !== undefined && allowedOrigins.includes(headers.origin)) return;
  throw new ProtocolError('OriginNotAllowed', 'this page may not use the chat');
}

async function wholeChat(
  request: Request,
  { tokens, transcripts, limits }: ChatRouteDependencies,
): Promise<{ id: string; conversation: Conversation; entries: Entry[] }> {
  const id = ownConversation(request, tokens);
  await limits.read(id);
  const conversation = await transcripts.conversation(id);
  if (!conversation) throw notFound();
  const entries: Entry[] = [];
  for (;;) {
    const page = await transcripts.entriesAfter(id, entries.at(-1)?.sequence ?? 0, 500);
    entries.push(...page);
    if (page.length < 500) return { id, conversation, entries };
  }
}

/** Only the token of a conversation opens it here; the landlord's secret does not. */
function ownConversation(request: Request, tokens: Tokens): string {
  const { claims } = authenticate(request, { tokens, directLineSecret: undefined });
  if (claims) return claims.conversationId;
  throw new ProtocolError('Forbidden', 'a token of the conversation is needed');
}

const notFound = (): ProtocolError => new ProtocolError('ConversationNotFound', 'there is no such conversation');
