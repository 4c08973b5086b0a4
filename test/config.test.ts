import { loadConfig } from '../src/config';

const problemsOf = (environment: Record<string, string>): string[] => {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

describe('the settings', () => {
  it('need nothing set', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      dataDir: 'data',
      contentDir: 'content',
      publicUrl: 'http://localhost:3978',
      allowedOrigins: ['http://localhost:3978'],
      trustProxy: false,
      directLineSecret: undefined,
      botFramework: undefined,
    });
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
    ['an app id without its password', { MICROSOFT_APP_ID: 'app' }, /^MICROSOFT_APP_PASSWORD is not set/],
  ])('refuse %s', (_case, environment, problem) => {
    expect(problemsOf(environment)).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
  });

  it('never repeat a secret that is wrong', () => {
    expect(problemsOf({ TOKEN_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('cannot be changed once read', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });
});
