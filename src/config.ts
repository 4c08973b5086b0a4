import { z } from 'zod';

import { readMailAddress, type MailAddress } from './mail/mail-address';
import { readSmtpServer, type SmtpServer } from './mail/smtp-server';
import { AppError } from './shared/app-error';
import { isLoopback } from './shared/is-loopback';
import { readEncryptionKeys, type EncryptionKey } from './storage/sealed/encryption-keys';
import { isWebhookSecret, type WebhookReceiver } from './webhook/webhook-delivery';

/** Every setting of the service, checked and frozen. `.env.example` explains each to operators. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** The MongoDB database with all documents; undefined keeps them in SQLite, in the data folder. Holds a password. */
  readonly mongodbUri: string | undefined;
  /** The Redis by which several processes of the service keep out of each other's way. Holds a password. */
  readonly redisUrl: string | undefined;
  /** What personal data is sealed with, the one that seals first; undefined takes those of a file in the data folder. */
  readonly encryptionKeys: readonly EncryptionKey[] | undefined;
  readonly contentDir: string;
  /** What was learnt from the content; made by `npm run train`. */
  readonly modelDir: string;
  /** Whether messages are understood by the sentence encoder as well as by their words. */
  readonly encoder: 'on' | 'off';
  /** As users reach the service, without a slash at the end. */
  readonly publicUrl: string;
  /** Origins of web pages that may hold the widget, the service's own included. */
  readonly allowedOrigins: readonly string[];
  readonly logLevel: LogLevel;
  /** Whether the caller's address is in X-Forwarded-For, set by a proxy of ours. */
  readonly trustProxy: boolean;
  /** Signs tokens; without it a key file in the data folder does. */
  readonly tokenSecret: string | undefined;
  /** Lets a server of the landlord make tokens for its own pages; without it nobody can. */
  readonly directLineSecret: string | undefined;
  readonly limits: {
    readonly messagesPerMinute: number;
    readonly tokensPerMinute: number;
    readonly turnMs: number;
  };
  /** Where mails are handed in; undefined writes them to files in the data folder. */
  readonly smtp: SmtpServer | undefined;
  readonly mailFrom: MailAddress;
  /** Who is told of opt-outs; undefined tells nobody. */
  readonly optOutWebhook: WebhookReceiver | undefined;
  /** Azure Bot Service; undefined leaves /api/messages away. */
  readonly botFramework: BotFrameworkConfig | undefined;
}

export interface BotFrameworkConfig {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword: string;
  readonly MicrosoftAppType: string;
  readonly MicrosoftAppTenantId: string;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const whole = (smallest: number, largest: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= smallest && value <= largest, `is not between ${smallest} and ${largest}`)
    .default(fallback);

const origin = z
  .string()
  .refine((value) => value === originOf(value), 'is not an origin such as https://www.example.org');

/** A text that means something, as `read` finds. */
const readable = <T>(read: (text: string) => T | undefined, problem: string) =>
  z.string().transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue(problem);
    return z.NEVER;
  });

/** As MongoDB takes it, with one host or several. The name of the database stands behind them. */
const MONGODB_URI = /^mongodb(\+srv)?:\/\/[^/\s]+\/[^/?\s]+(\?\S*)?$/;

/** As Redis takes it, with the number of a database or without. */
const REDIS_URL = /^rediss?:\/\/([^/\s@]*@)?[^/\s@]+(\/\d*)?$/;

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(1, 65_535, 3978),
  DATA_DIR: z.string().default('data'),
  MONGODB_URI: z
    .string()
    .regex(
      MONGODB_URI,
      'is not an address with a database, such as mongodb://user:password@mongo.example.org/privacy-desk',
    )
    .optional(),
  REDIS_URL: z
    .string()
    .regex(REDIS_URL, 'is not an address such as redis://:password@redis.example.org:6379')
    .optional(),
  ENCRYPTION_KEYS: readable(
    readEncryptionKeys,
    'is not a list such as k2:<43 characters of base64url>,k1:<43 characters>, with each id once',
  ).optional(),
  CONTENT_DIR: z.string().default('content'),
  MODEL_DIR: z.string().default('model'),
  ENCODER: z.enum(['on', 'off'], 'is neither on nor off').default('on'),
  PUBLIC_URL: z
    .string()
    .refine((value) => originOf(value) !== undefined, 'is not an address such as https://privacy.example.org')
    .transform((value) => value.replace(/\/+$/, ''))
    .refine((value) => value === originOf(value), 'has a path; the service needs a host name of its own')
    .optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((value) => value.split(',').map((item) => item.trim()))
    .pipe(z.array(origin))
    .default([]),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is not one of ${LOG_LEVELS.join(', ')}`).default('info'),
  TRUST_PROXY: z.enum(['0', '1'], 'is neither 0 nor 1').default('0'),
  TOKEN_SECRET: z.string().min(32, 'is shorter than 32 characters').optional(),
  DIRECT_LINE_SECRET: z.string().min(32, 'is shorter than 32 characters').optional(),
  MESSAGES_PER_MINUTE: whole(1, 1_000_000, 30),
  TOKENS_PER_MINUTE: whole(1, 1_000_000, 20),
  TURN_SECONDS: whole(1, 600, 15),
  SMTP_URL: readable(readSmtpServer, 'is not an address such as smtps://user:password@mail.example.org').optional(),
  MAIL_FROM: readable(readMailAddress, 'is not an address such as Privacy desk <desk@example.org>').optional(),
  OPT_OUT_WEBHOOK_URL: z
    .string()
    .refine(isSafeWebhookUrl, 'is not an address such as https://crm.example.org/opt-outs')
    .optional(),
  OPT_OUT_WEBHOOK_SECRET: z
    .string()
    .refine(isWebhookSecret, 'is not whsec_ and the base64 of 24 to 64 bytes')
    .optional(),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TYPE: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
  MICROSOFT_APP_TENANT_ID: z.string().default(''),
});

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment. An empty one counts as not set.
 *
 * @throws AppError `config_invalid`, with a sentence for each setting that is wrong. It never repeats a secret.
 */
export function loadConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const checked = schema.safeParse(given);
  const problems = checked.success
    ? [...botProblems(checked.data), ...companionProblems(checked.data)]
    : checked.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`);
  if (!checked.success || problems.length > 0) throw new AppError('config_invalid', problems.join('\n'));
  return Object.freeze(toConfig(checked.data));
}

function toConfig(settings: z.infer<typeof schema>): Config {
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: settings.DATA_DIR,
    mongodbUri: settings.MONGODB_URI,
    redisUrl: settings.REDIS_URL,
    encryptionKeys: settings.ENCRYPTION_KEYS,
    contentDir: settings.CONTENT_DIR,
    modelDir: settings.MODEL_DIR,
    encoder: settings.ENCODER,
    publicUrl,
    allowedOrigins: [...new Set([publicUrl, ...settings.ALLOWED_ORIGINS])],
    logLevel: settings.LOG_LEVEL,
    trustProxy: settings.TRUST_PROXY === '1',
    tokenSecret: settings.TOKEN_SECRET,
    directLineSecret: settings.DIRECT_LINE_SECRET,
    limits: {
      messagesPerMinute: settings.MESSAGES_PER_MINUTE,
      tokensPerMinute: settings.TOKENS_PER_MINUTE,
      turnMs: settings.TURN_SECONDS * 1000,
    },
    smtp: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? { name: 'Privacy desk', address: 'privacy-desk@localhost' },
    optOutWebhook: webhook(settings),
    botFramework: botFramework(settings),
  };
}

function botFramework(settings: z.infer<typeof schema>): BotFrameworkConfig | undefined {
  if (settings.MICROSOFT_APP_ID === undefined) return undefined;
  return {
    MicrosoftAppId: settings.MICROSOFT_APP_ID,
    MicrosoftAppPassword: settings.MICROSOFT_APP_PASSWORD ?? '',
    MicrosoftAppType: settings.MICROSOFT_APP_TYPE,
    MicrosoftAppTenantId: settings.MICROSOFT_APP_TENANT_ID,
  };
}

function botProblems(settings: z.infer<typeof schema>): string[] {
  if (settings.MICROSOFT_APP_ID === undefined || settings.MICROSOFT_APP_TYPE === 'UserAssignedMSI') return [];
  if (settings.MICROSOFT_APP_PASSWORD !== undefined) return [];
  return ['MICROSOFT_APP_PASSWORD is not set, though MICROSOFT_APP_ID is.'];
}

/** Settings that make sense together only. */
const COMPANIONS = [
  ['MONGODB_URI', 'REDIS_URL'],
  ['MAIL_FROM', 'SMTP_URL'],
  ['OPT_OUT_WEBHOOK_SECRET', 'OPT_OUT_WEBHOOK_URL'],
  ['OPT_OUT_WEBHOOK_URL', 'OPT_OUT_WEBHOOK_SECRET'],
] as const;

function companionProblems(settings: z.infer<typeof schema>): string[] {
  return COMPANIONS.filter(([missing, given]) => settings[missing] === undefined && settings[given] !== undefined).map(
    ([missing, given]) => `${missing} is not set, though ${given} is.`,
  );
}

function webhook(settings: z.infer<typeof schema>): WebhookReceiver | undefined {
  const { OPT_OUT_WEBHOOK_URL: url, OPT_OUT_WEBHOOK_SECRET: secret } = settings;
  return url !== undefined && secret !== undefined ? { url, secret } : undefined;
}

/** What it carries is personal: it goes by https, or stays on this machine. */
function isSafeWebhookUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

function originOf(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : undefined;
}
