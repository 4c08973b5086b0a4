import type { TurnContext } from 'botbuilder';
import type { Dialog } from 'botbuilder-dialogs';
import type { Server } from 'restify';

import { CloudGateway } from './bot/cloud-gateway';
import { createKeepDeclined } from './bot/keep-declined';
import { composeBot, lawNotesNow } from './compose-bot';
import { composeOutbox } from './compose-outbox';
import { composeRequests } from './compose-requests';
import { composeRetention, type Retention } from './compose-retention';
import type { Config } from './config';
import type { Content } from './content';
import { ActivityBus } from './directline/activity-bus';
import { DirectLineAdapter } from './directline/direct-line-adapter';
import { DirectLineChannel } from './directline/direct-line-channel';
import { MAX_TEXT } from './directline/client-activity';
import { Tokens } from './directline/tokens';
import { addBotFrameworkRoute } from './http/bot-framework-route';
import { addChatRoutes } from './http/chat-routes';
import { createServer } from './http/create-server';
import { addDirectLineRoutes } from './http/direct-line-routes';
import { addHealthRoutes, type Readiness } from './http/health-routes';
import { addPageRoutes } from './http/page-routes';
import { RateLimits } from './http/rate-limits';
import { addRequestRoutes } from './http/request-routes';
import { createRoute } from './http/route';
import { Streams } from './http/streams';
import { noticeInForce } from './notice/notice-in-force';
import type { OutboxSender } from './outbox/outbox-sender';
import { outboxStatus } from './outbox/outbox-status';
import { hideDetails } from './review/hide-details';
import { QuestionsToReview } from './review/questions-to-review';
import type { Learnt } from './search/create-understand';
import type { Asked } from './retention/delete-asked';
import { SweepSchedule } from './sweep-schedule';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
import { TurnQueue } from './shared/turn-queue';
import type { Wakeable } from './shared/wakeable';
import { Transcripts } from './transcript/transcripts';
import { notFoundPage } from './web/pages/not-found-page';
import type { WidgetFiles } from './web/widget-files';

export interface Outside {
  readonly config: Config;
  readonly content: Content;
  /** What training made of the content's questions. */
  readonly learnt: Learnt;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Signs tokens. */
  readonly tokenKey: string;
  /** Makes hashes by which things are found again that do not tell what they are of. */
  readonly lookupKey: string;
  /** Vouches for the lines of the ledger of deletions. */
  readonly ledgerKey: string;
  readonly widget: WidgetFiles;
  /** Another conversation than the desk's, for benchmarks and tests of the channel. */
  readonly rootDialog?: Dialog;
}

/** The running parts that `main.ts` starts and stops. */
export interface Service {
  readonly server: Server;
  readonly sweeps: SweepSchedule;
  readonly retention: Retention;
  readonly sender: OutboxSender;
  readonly caseWork: Wakeable;
  /** Ends streams, lets turns under way finish, and takes no new ones. */
  drain(): Promise<void>;
}

/** Wires the service: what everything stands on is made here and passed down. */
export function compose(outside: Outside): Service {
  const { config, store, clock, logger } = outside;
  const transcripts = new Transcripts(store, clock);
  const turns = new TurnQueue({ length: 50 });
  const bus = new ActivityBus();
  const tokens = new Tokens(outside.tokenKey, clock);
  const { sender, outbox } = composeOutbox(outside);

  const questions = composeReview(outside, transcripts);
  const talk = composeBot({ ...outside, outbox }, { questions, transcripts });
  const runner = new DirectLineAdapter(talk.bot, transcripts, bus, config.limits, talk.onTurnError);
  runner.use(createKeepDeclined(questions));
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => turns.run(id, work);
  const retention = composeRetention(outside, { cases: talk.rights.conversation.cases, inTurn });
  const { deletionAfter } = retention;
  const channel = new DirectLineChannel({
    store,
    transcripts,
    turns,
    runner,
    bus,
    tokens,
    publicUrl: config.publicUrl,
    deletionAfter,
  });

  const sweeps = new SweepSchedule(retention.sweep, logger);
  const deleteChat = async (id: string): Promise<Asked | undefined> => {
    const asked = await retention.deleteChat(id);
    bus.gone(id);
    return asked;
  };
  const streams = new Streams({ channel, bus, tokens, transcripts, logger, allowedOrigins: config.allowedOrigins });
  const chat = { transcripts, turns, tokens, channel, streams };
  const parts: Parts = { ...talk, ...chat, sweeps, retention, deletionAfter, deleteChat, isDraining: false };
  return {
    server: composeServer(outside, parts),
    sweeps,
    retention,
    sender,
    caseWork: talk.rights.work,
    drain: async () => {
      parts.isDraining = true;
      await Promise.all([streams.close(), sweeps.stop(), turns.drain(), sender.stop(), talk.rights.work.stop()]);
    },
  };
}

/** What the routes stand on. */
interface Parts extends ReturnType<typeof composeBot> {
  readonly transcripts: Transcripts;
  readonly turns: TurnQueue;
  readonly tokens: Tokens;
  readonly channel: DirectLineChannel;
  readonly sweeps: SweepSchedule;
  readonly streams: Streams;
  readonly retention: Retention;
  readonly deletionAfter: Retention['deletionAfter'];
  readonly deleteChat: (conversationId: string) => Promise<Asked | undefined>;
  isDraining: boolean;
}

function composeServer(outside: Outside, parts: Parts): Server {
  const { config, content, clock, logger, widget } = outside;
  const { allowedOrigins, directLineSecret, publicUrl } = config;
  const server = createServer({
    allowedOrigins,
    isHttps: publicUrl.startsWith('https:'),
    notFoundPage: notFoundPage(content.pages),
  });
  const widgetWords = {
    words: content.widget,
    welcome: parts.desk.welcome(),
    leaveUrl: content.pages.site['leave-to'],
    noticeUrl: `${publicUrl}/notice`,
    limits: { text: MAX_TEXT },
  };
  const shared = { ...parts, route: createRoute(logger), limits: new RateLimits(config.limits, config.trustProxy) };
  server.on('upgrade', parts.streams.upgrade.bind(parts.streams));
  addDirectLineRoutes(server, { ...shared, directLineSecret });
  addChatRoutes(server, { ...shared, allowedOrigins, exportWords: content.exportWords });
  addPageRoutes(server, {
    ...shared,
    notice: content.notice,
    lawNotes: lawNotesNow(outside),
    words: content.pages,
    clock,
    widget,
    widgetWords,
    publicUrl,
  });
  addRequestRoutes(server, { ...shared, requests: composeRequests(outside, parts.rights), publicUrl, logger });
  addHealthRoutes(server, { ...shared, readiness: () => readinessOf(outside, parts) });
  if (config.botFramework) {
    const runBot = (context: TurnContext): Promise<void> => parts.bot.run(context);
    const lastHandled = parts.bot.lastHandledActivity.bind(parts.bot);
    const credentials = { ...config.botFramework };
    const receiver = new CloudGateway({ ...parts, credentials, runBot, lastHandled, limits: config.limits });
    addBotFrameworkRoute(server, { ...shared, receiver });
  }
  return server;
}

async function readinessOf({ content, store, clock }: Outside, parts: Parts): Promise<Readiness> {
  return {
    isReady: !parts.isDraining && (await canRead(parts.transcripts)),
    checks: {
      notice: noticeInForce(content.notice, clock.now()).version,
      ...parts.sweeps.status,
      retention: await parts.retention.health().catch(() => null),
      outbox: await outboxStatus(store, clock.now()).catch(() => null),
    },
  };
}

function composeReview({ content, store }: Outside, transcripts: Transcripts): QuestionsToReview {
  const versionAt = (moment: Date): string => noticeInForce(content.notice, moment).version;
  return new QuestionsToReview({ store, transcripts, hideDetails, versionAt });
}

async function canRead(transcripts: Transcripts): Promise<boolean> {
  return transcripts.conversation('readiness').then(
    () => true,
    () => false,
  );
}
