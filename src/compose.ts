import type { TurnContext } from 'botbuilder';
import type { Dialog } from 'botbuilder-dialogs';
import type { Server } from 'restify';

import { CloudGateway } from './bot/cloud-gateway';
import { BOT_STATE } from './bot/document-bot-storage';
import { createKeepDeclined } from './bot/keep-declined';
import { composeBot, lawNotesNow } from './compose-bot';
import { composeOutbox } from './compose-outbox';
import { composeRequests } from './compose-requests';
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
import { addHealthRoutes } from './http/health-routes';
import { addPageRoutes } from './http/page-routes';
import { RateLimits } from './http/rate-limits';
import { addRequestRoutes } from './http/request-routes';
import { createRoute } from './http/route';
import { Streams } from './http/streams';
import { noticeInForce } from './notice/notice-in-force';
import type { OutboxSender } from './outbox/outbox-sender';
import { outboxStatus } from './outbox/outbox-status';
import { hideDetails } from './review/hide-details';
import { QUESTIONS_TO_REVIEW } from './review/question-to-review';
import { QuestionsToReview } from './review/questions-to-review';
import type { Learnt } from './search/create-understand';
import { SweepSchedule } from './sweep-schedule';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
import { TurnQueue } from './shared/turn-queue';
import { belongings, deleteConversation } from './transcript/delete-conversation';
import type { DeletionReceipt } from './transcript/deletion-receipt';
import { sweep, type SweepResult } from './transcript/sweep';
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
  readonly widget: WidgetFiles;
  /** Another conversation than the desk's, for benchmarks and tests of the channel. */
  readonly rootDialog?: Dialog;
}

/** The running parts that `main.ts` starts and stops. */
export interface Service {
  readonly server: Server;
  readonly sweeps: SweepSchedule;
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
  const channel = new DirectLineChannel({
    store,
    transcripts,
    turns,
    runner,
    bus,
    tokens,
    publicUrl: config.publicUrl,
  });

  const others = [belongings(BOT_STATE, 'by-conversation'), belongings(QUESTIONS_TO_REVIEW, 'by-conversation')];
  const deletion = { store, clock, belongings: others };
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => turns.run(id, work);
  const sweepAll = async (): Promise<SweepResult> => {
    await talk.rights.codes.removeExpired();
    return sweep({ ...deletion, logger, inTurn });
  };
  const sweeps = new SweepSchedule(sweepAll, clock, logger);
  const deleteChat = async (id: string): Promise<DeletionReceipt | undefined> => {
    const receipt = await inTurn(id, () => deleteConversation(id, 'asked', deletion));
    bus.gone(id);
    return receipt;
  };
  const streams = new Streams({ channel, bus, tokens, transcripts, logger, allowedOrigins: config.allowedOrigins });
  const parts: Parts = { ...talk, transcripts, turns, tokens, channel, sweeps, streams, deleteChat, isDraining: false };
  return {
    server: composeServer(outside, parts),
    sweeps,
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
  readonly deleteChat: (conversationId: string) => Promise<DeletionReceipt | undefined>;
  isDraining: boolean;
}

function composeServer(outside: Outside, parts: Parts): Server {
  const { config, content, store, clock, logger, widget } = outside;
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
  addHealthRoutes(server, {
    ...shared,
    readiness: async () => ({
      isReady: !parts.isDraining && (await canRead(parts.transcripts)),
      checks: {
        notice: noticeInForce(content.notice, clock.now()).version,
        ...parts.sweeps.status,
        outbox: await outboxStatus(store, clock.now()).catch(() => null),
      },
    }),
  });
  if (config.botFramework) {
    const runBot = (context: TurnContext): Promise<void> => parts.bot.run(context);
    const lastHandled = parts.bot.lastHandledActivity.bind(parts.bot);
    const credentials = { ...config.botFramework };
    const receiver = new CloudGateway({ ...parts, credentials, runBot, lastHandled, limits: config.limits });
    addBotFrameworkRoute(server, { ...shared, receiver });
  }
  return server;
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
