import { z } from 'zod';

import { isFeedback, readFeedback } from '../review/feedback';
import type { EntryActivity } from '../transcript/entry';
import { maskActivity } from '../transcript/mask-activity';
import { ProtocolError } from './protocol-error';

/** Characters of one message. Long enough for a letter of complaint, short enough to be read as a question. */
export const MAX_TEXT = 2000;

/** Characters of everything beside the text, as JSON. The largest that real clients send is about one thousand. */
const MAX_BESIDE = 8000;

/** Ids that every database compares alike; broken Unicode is not among them. */
const CLIENT_ID = /^[\x20-\x7e]{1,200}$/;

/** Lists and objects in one another. Databases read no JSON that is a thousand deep. */
const MAX_DEPTH = 32;

const text = (max: number) => z.string().max(max);

/** What clients may send. Everything else in an activity is set by the service, never by its caller. */
const schema = z.object({
  type: z.enum(['message', 'event', 'typing', 'endOfConversation']),
  text: z.string().optional(),
  textFormat: text(20).optional(),
  locale: text(40).optional(),
  localTimestamp: text(60).optional(),
  localTimezone: text(80).optional(),
  name: text(200).optional(),
  value: z.unknown().optional(),
  code: text(100).optional(),
  entities: z.array(z.record(z.string(), z.unknown())).max(20).optional(),
  attachments: z.array(z.unknown()).optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
});

export interface ClientActivity {
  readonly activity: EntryActivity;
  /** The client's own id of the message; a repeated delivery has the same. */
  readonly clientId: string | undefined;
}

/**
 * What a tenant said, without private numbers: nobody after this sees them.
 *
 * @returns 'file' for an activity with files, of which nothing is taken
 * @throws ProtocolError when it is not an activity that a tenant can send
 */
export function readClientActivity(body: unknown): ClientActivity | 'file' {
  const { attachments = [], channelData, ...sent } = parse(body);
  if (attachments.length > 0) return 'file';
  checkSize(sent.text, { ...sent, text: undefined, channelData });
  if (sent.type === 'message' && (sent.text ?? '').trim() === '') {
    throw new ProtocolError('MissingProperty', 'the message has no text');
  }
  const clientId = channelData?.clientActivityID;
  const fields = { ...sent, ...(channelData && { channelData: withoutOurOwn(channelData) }) };
  const activity = maskActivity(fields as EntryActivity);
  checkFeedback(activity);
  return {
    activity,
    clientId: typeof clientId === 'string' && CLIENT_ID.test(clientId) ? clientId : undefined,
  };
}

function parse(body: unknown): z.infer<typeof schema> {
  if (isDeeper(body, MAX_DEPTH)) throw new ProtocolError('BadArgument', 'the activity is nested too deeply');
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new ProtocolError('BadArgument', field === '' ? 'the body is not an activity' : `"${field}" is not valid`);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

function checkFeedback(activity: EntryActivity): void {
  if (!isFeedback(activity) || readFeedback(activity)) return;
  throw new ProtocolError('BadArgument', '"value" of feedback has to be { replyToId: string, helpful: boolean }');
}

function checkSize(text: string | undefined, beside: object): void {
  if (text !== undefined && text.length > MAX_TEXT) {
    throw new ProtocolError('MessageSizeTooBig', `the text is longer than ${MAX_TEXT} characters`);
  }
  if (JSON.stringify(beside).length > MAX_BESIDE) {
    throw new ProtocolError('MessageSizeTooBig', `the activity holds over ${MAX_BESIDE} characters beside its text`);
  }
}

/** Nobody can put words of ours beside their own: these fields are the service's. */
const OUR_OWN = ['reply', 'deletedOn', 'notKept'];

function withoutOurOwn(channelData: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(channelData).filter(([key]) => !OUR_OWN.includes(key)));
}
