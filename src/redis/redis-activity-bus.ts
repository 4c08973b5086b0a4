import type { ActivityBus, ConversationListener } from '../directline/activity-bus';
import { LocalActivityBus } from '../directline/local-activity-bus';
import type { WireActivity } from '../directline/wire';
import { randomId } from '../shared/ids';
import type { RedisConnection } from './redis-connection';

const CHANNEL = 'privacy-desk:news';

/**
 * Milliseconds between two looks that nobody asked for. News are passed on at most once, and whoever has them may die
 * before: streams find within this time what nobody told them of.
 */
const LOOK_EVERY = 20_000;

interface News {
  readonly from: string;
  readonly conversationId: string;
  readonly what: 'added' | 'typing' | 'gone';
  readonly activity?: WireActivity;
}

/** Tells the sockets of all processes: those of this one at once, the others through Redis. */
export class RedisActivityBus implements ActivityBus {
  private readonly process = randomId();
  private readonly local = new LocalActivityBus();
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly redis: RedisConnection,
    lookEveryMs: number,
  ) {
    redis.onBack(() => this.local.addedAnywhere());
    this.timer = setInterval(() => this.local.addedAnywhere(), lookEveryMs).unref();
  }

  static async open(redis: RedisConnection, lookEveryMs = LOOK_EVERY): Promise<RedisActivityBus> {
    const bus = new RedisActivityBus(redis, lookEveryMs);
    await redis.subscribe(CHANNEL, (news) => bus.hear(news));
    return bus;
  }

  subscribe(conversationId: string, listener: ConversationListener): () => void {
    return this.local.subscribe(conversationId, listener);
  }

  added(conversationId: string): void {
    this.local.added(conversationId);
    this.tell({ conversationId, what: 'added' });
  }

  typing(conversationId: string, activity: WireActivity): void {
    this.local.typing(conversationId, activity);
    this.tell({ conversationId, what: 'typing', activity });
  }

  gone(conversationId: string): void {
    this.local.gone(conversationId);
    this.tell({ conversationId, what: 'gone' });
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tell(news: Omit<News, 'from'>): void {
    this.redis.publish(CHANNEL, JSON.stringify({ ...news, from: this.process } satisfies News));
  }

  private hear(text: string): void {
    const news = readNews(text);
    if (!news || news.from === this.process) return;
    const { conversationId, what, activity } = news;
    if (what === 'typing' && activity) this.local.typing(conversationId, activity);
    else if (what === 'gone') this.local.gone(conversationId);
    else this.local.added(conversationId);
  }
}

/** Nothing for what is not ours: whoever else uses this Redis must not be able to end the process. */
function readNews(text: string): News | undefined {
  try {
    const news = JSON.parse(text) as News | null;
    return typeof news?.conversationId === 'string' ? news : undefined;
  } catch {
    return undefined;
  }
}
