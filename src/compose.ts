import type { TurnContext } from 'botbuilder';
import type { Dialog } from 'botbuilder-dialogs';
import type { Server } from 'restify';

import { CloudGateway } from './bot/cloud-gateway';
import { createKeepDeclined } from './bot/keep-declined';
import { composeBot, lawNotesNow } from './compose-bot';
import { inOneProcess, type Coordination } from './compose-coordination';
import { composeOutbox } from './compose-outbox';
import { composeRequests } from './compose-requests';
import { composeRetention, type Retention } from './compose-retention';
import { composeUpkeep, type Upkeep } from './compose-upkeep';
import type { Config } from './config';
import type { Content } from './content';
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
import type { SweepSchedule } from './sweep-schedule';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
import type { Turns } from './shared/turns';
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
  /** How several processes keep out of each other's way; absent where there is one. */
  readonly coordination?: Coordination;
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
  /** Finishes what was cut off elsewhere. */
  readonly finishing: Wakeable;
  /** Ends streams, lets turns under way finish, and takes no new ones. */
  drain(): Promise<void>;
}

/** Wires the service: what everything stands on is made here and passed down. */
export function compose(outside: Outside): Service {
  const { config, store, clock } = outside;
  const transcripts = new Transcripts(store, clock);
  const coordination = outside.coordination ?? inOneProcess();
  const { turns, bus, makeLimiter } = coordination;
  const tokens = new Tokens(outside.tokenKey, clock);
  const { sender, outbox } = composeOutbox(outside);

  const questions = composeReview(outside, transcripts);
  const talk = composeBot({ ...outside, outbox, makeLimiter }, { questions, transcripts });
  const runner = new DirectLineAdapter(talk.bot, transcripts, bus, config.limits, talk.onTurnError);
  runner.use(createKeepDeclined(questions));
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => turns.run(id, work);
  const retention = composeRetention(outside, { cases: talk.rights.conversation.cases, inTurn });
  const { deletionAfter } = retention;
  const shared = { ...outside, ...coordination, transcripts, tokens, runner, deletionAfter };
  const channel = new DirectLineChannel({ ...shared, publicUrl: config.publicUrl });
  const upkeep = composeUpkeep(outside, coordination, { channel, retention });
  const streams = new Streams({ ...shared, channel, allowedOrigins: config.allowedOrigins });
  const parts: Parts = {
    ...talk,
    ...upkeep,
    transcripts,
    turns,
    tokens,
    channel,
    streams,
    coordination,
    retention,
    deletionAfter,
    isDraining: false,
  };
  return {
    server: composeServer(outside, parts),
    sweeps: upkeep.sweeps,
    retention,
    sender,
    caseWork: talk.rights.work,
    finishing: upkeep.finishing,
    drain: async () => {
      parts.isDraining = true;
      const work = [upkeep.sweeps, sender, talk.rights.work, upkeep.finishing];
      await Promise.all([streams.close(), turns.drain(), ...work.map((one) => one.stop())]);
    },
  };
}

/** What the routes stand on. */
interface Parts extends ReturnType<typeof composeBot>, Upkeep {
  readonly transcripts: Transcripts;
  readonly turns: Turns;
  readonly tokens: Tokens;
  readonly channel: DirectLineChannel;
  readonly streams: Streams;
  readonly retention: Retention;
  readonly deletionAfter: Retention['deletionAfter'];
  readonly coordination: Coordination;
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
  const limits = new RateLimits(config.limits, config.trustProxy, parts.coordination.makeLimiter);
  const shared = { ...parts, route: createRoute(logger), limits };
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
  const redis = parts.coordination.redis();
  return {
    isReady: !parts.isDraining && redis !== 'away' && (await canRead(parts.transcripts)),
    checks: {
      notice: noticeInForce(content.notice, clock.now()).version,
      ...parts.sweeps.status,
      ...(redis && { redis }),
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
