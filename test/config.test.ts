import { loadConfig } from '../src/config';

const problemsOf = (environment: Record<string, string>): string[] => {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

const webhookTo = (url: string): Record<string, string> => ({
  OPT_OUT_WEBHOOK_URL: url,
  OPT_OUT_WEBHOOK_SECRET: WEBHOOK_SECRET,
});

describe('the settings', () => {
  it('need nothing set', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      dataDir: 'data',
      mongodbUri: undefined,
      redisUrl: undefined,
      contentDir: 'content',
      publicUrl: 'http://localhost:3978',
      allowedOrigins: ['http://localhost:3978'],
      trustProxy: false,
      directLineSecret: undefined,
      smtp: undefined,
      mailFrom: { name: 'Privacy desk', address: 'privacy-desk@localhost' },
      optOutWebhook: undefined,
      botFramework: undefined,
    });
  });

  it('take keys to seal with, the first one first, and never repeat one that is wrong', () => {
    const key = Buffer.alloc(32, 1).toString('base64url');

    expect(loadConfig({ ENCRYPTION_KEYS: `k2:${key},k1:${key}` }).encryptionKeys?.map(({ id }) => id)).toEqual([
      'k2',
      'k1',
    ]);
    const [problem = '', ...others] = problemsOf({ ENCRYPTION_KEYS: `k2:${key},k2:${key}` });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^ENCRYPTION_KEYS is not a list such as/);
    expect(problem).not.toContain(key);
  });

  it('take an empty value for not set', () => {
    expect(loadConfig({ PORT: '', PUBLIC_URL: ' ' }).publicUrl).toBe('http://localhost:3978');
  });

  it('allow the pages of the listed origins and of the service itself', () => {
    const { allowedOrigins, publicUrl } = loadConfig({
      PUBLIC_URL: 'https://privacy.example.org/',
      ALLOWED_ORIGINS: 'https://www.example.org, https://portal.example.org',
    });

    expect(publicUrl).toBe('https://privacy.example.org');
    expect(allowedOrigins).toEqual([
      'https://privacy.example.org',
      'https://www.example.org',
      'https://portal.example.org',
    ]);
  });

  it.each([
    'mongodb://127.0.0.1:27017/desk',
    'mongodb://desk:p%40ss@a.example.org:27017,b.example.org:27017/desk?replicaSet=rs0&tls=true',
    'mongodb+srv://desk:secret@cluster.example.org/desk',
  ])('say in which MongoDB everything is kept: %s', (uri) => {
    expect(loadConfig({ MONGODB_URI: uri }).mongodbUri).toBe(uri);
  });

  it.each([
    'redis://127.0.0.1:6379',
    'redis://:p%40ss@redis.example.org/2',
    'rediss://desk:secret@redis.example.org:6380/',
  ])('say through which Redis processes keep out of each other’s way: %s', (url) => {
    expect(loadConfig({ REDIS_URL: url, MONGODB_URI: 'mongodb://127.0.0.1/desk' }).redisUrl).toBe(url);
  });

  it('say where mails are handed in, and from whom', () => {
    const { smtp, mailFrom } = loadConfig({
      SMTP_URL: 'smtp://desk%40example.org:p%40ss@mail.example.org',
      MAIL_FROM: 'SNG privacy desk <desk@example.org>',
    });

    const login = { user: 'desk@example.org', password: 'p@ss' };
    expect(smtp).toEqual({ host: 'mail.example.org', port: 587, isTls: false, mustUpgrade: true, login });
    expect(mailFrom).toEqual({ name: 'SNG privacy desk', address: 'desk@example.org' });
  });

  it.each(['https://crm.example.org/opt-outs?team=1', 'http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]/'])(
    'say who is told of opt-outs: %s',
    (url) => {
      const { optOutWebhook } = loadConfig({ OPT_OUT_WEBHOOK_URL: url, OPT_OUT_WEBHOOK_SECRET: WEBHOOK_SECRET });

      expect(optOutWebhook).toEqual({ url, secret: WEBHOOK_SECRET });
    },
  );

  it('tell everything that is wrong at once, setting by setting', () => {
    const problems = problemsOf({
      PORT: 'http',
      PUBLIC_URL: 'privacy.example.org',
      ALLOWED_ORIGINS: 'https://www.example.org/path',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'yes',
    });

    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'ALLOWED_ORIGINS',
      'LOG_LEVEL',
      'TRUST_PROXY',
    ]);
  });

  it.each([
    ['a port that does not exist', { PORT: '70000' }, 'PORT is not between 1 and 65535.'],
    ['an address with a path', { PUBLIC_URL: 'https://example.org/desk' }, /^PUBLIC_URL has a path/],
    ['a short secret', { DIRECT_LINE_SECRET: 'hunter2' }, 'DIRECT_LINE_SECRET is shorter than 32 characters.'],
    ['a mail server that is none', { SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@b' }, /^SMTP_URL is not an address/],
    [
      'a mail server without a sender',
      { SMTP_URL: 'smtps://mail.example.org' },
      /^MAIL_FROM is not set, though SMTP_URL/,
    ],
    ['a MongoDB that is none', { MONGODB_URI: 'mongo.example.org' }, /^MONGODB_URI is not an address with a database/],
    ['a MongoDB without a database', { MONGODB_URI: 'mongodb://mongo.example.org/' }, /^MONGODB_URI is not an address/],
    ['a Redis that is none', { REDIS_URL: 'redis.example.org:6379' }, /^REDIS_URL is not an address such as/],
    ['Redis without MongoDB', { REDIS_URL: 'redis://127.0.0.1' }, /^MONGODB_URI is not set, though REDIS_URL is/],
    ['a sender that is none', { MAIL_FROM: 'Privacy desk' }, /^MAIL_FROM is not an address/],
    [
      'a webhook without its secret',
      { OPT_OUT_WEBHOOK_URL: 'https://crm.example.org' },
      /^OPT_OUT_WEBHOOK_SECRET is not/,
    ],
    ['a secret without its webhook', { OPT_OUT_WEBHOOK_SECRET: WEBHOOK_SECRET }, /^OPT_OUT_WEBHOOK_URL is not set/],
    ['a webhook that others can read', webhookTo('http://crm.example.org'), /^OPT_OUT_WEBHOOK_URL is not an address/],
    ['a webhook with a password', webhookTo('https://me:secret@crm.example.org'), /^OPT_OUT_WEBHOOK_URL is not an add/],
    ['a webhook that is none', webhookTo('crm.example.org'), /^OPT_OUT_WEBHOOK_URL is not an address/],
    ['an app id without its password', { MICROSOFT_APP_ID: 'app' }, /^MICROSOFT_APP_PASSWORD is not set/],
  ])('refuse %s', (_case, environment, problem) => {
    expect(problemsOf(environment)).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
  });

  it.each([
    { TOKEN_SECRET: 'hunter2' },
    { SMTP_URL: 'smtp://desk:hunter2@mail.example.org/inbox', MAIL_FROM: 'desk@example.org' },
    { MONGODB_URI: 'mongodb://desk:hunter2@mongo.example.org' },
    { REDIS_URL: 'https://:hunter2@redis.example.org' },
    { ...webhookTo('https://me:hunter2@crm.example.org') },
    { ...webhookTo('https://crm.example.org'), OPT_OUT_WEBHOOK_SECRET: 'hunter2' },
  ])('never repeat a secret that is wrong: %j', (environment) => {
    const problems = problemsOf(environment);

    expect(problems).toHaveLength(1);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('cannot be changed once read', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });
});
