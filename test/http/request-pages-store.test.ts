import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { composeOutbox } from '../../src/compose-outbox';
import { composeRequests } from '../../src/compose-requests';
import { composeRights } from '../../src/compose-rights';
import { loadConfig } from '../../src/config';
import { loadContent } from '../../src/content';
import { createServer } from '../../src/http/create-server';
import { RateLimits } from '../../src/http/rate-limits';
import { addRequestRoutes } from '../../src/http/request-routes';
import { noticeInForce } from '../../src/notice/notice-in-force';
import { CASES } from '../../src/rights/case';
import { AppError } from '../../src/shared/app-error';
import type { DocumentStore } from '../../src/shared/document-store';
import { createMemoryRateLimiter } from '../../src/shared/memory-rate-limiter';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { ManualClock } from '../support/manual-clock';
import { PageVisitor } from '../support/page-visitor';
import { RecordingLogger } from '../support/recording-logger';
import { CONTENT_DIR } from '../search/real-content';

describe('pages for requests while the database is away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  const sqlite = SqliteDocumentStore.open(join(folder, 'data'));
  const logger = new RecordingLogger();
  let isAway = false;
  let visitor: PageVisitor;
  let close: () => void;

  beforeAll(async () => {
    const store = new Proxy<DocumentStore>(sqlite, {
      get: (target, name: keyof DocumentStore) =>
        isAway
          ? () => Promise.reject(new AppError('store_unavailable', 'the database is away'))
          : target[name].bind(target),
    });
    const clock = new ManualClock('2026-11-25T10:00:00Z');
    const config = loadConfig({ DATA_DIR: join(folder, 'data') });
    const content = loadContent(CONTENT_DIR, clock.now());
    const outside = { config, content, store, clock, logger, lookupKey: 'a key', tokenKey: 'another key' };
    const { outbox } = composeOutbox(outside);
    const contextNow = () => ({ notice: noticeInForce(content.notice, clock.now()) });
    const desk = { understand: () => Promise.reject(new Error('nobody asks the desk')) };
    const makeLimiter = createMemoryRateLimiter;
    const rights = composeRights({ ...outside, outbox, contextNow, desk, makeLimiter, knownWords: new Map() });
    const server = createServer({ allowedOrigins: [], isHttps: false, notFoundPage: '' });
    const limits = new RateLimits(config.limits, false, makeLimiter);
    addRequestRoutes(server, {
      requests: composeRequests(outside, rights),
      limits,
      logger,
      publicUrl: config.publicUrl,
    });
    const http = server.server as Server;
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    visitor = new PageVisitor(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    close = () => void http.close();
  });
  afterAll(() => {
    close();
    sqlite.close();
    rmSync(folder, { recursive: true });
  });

  it('63: keep all that was written, to be sent again when it is back, and log nothing of it', async () => {
    await visitor.open('/request');
    isAway = true;
    await visitor.send({ want: ['access', 'erasure'], words: 'My “secret” file' });
    expect(visitor.status).toBe(503);
    expect(visitor.words).toContain('It has not been sent yet');

    isAway = false;
    await visitor.send();
    expect(visitor.words).toContain('Your request is recorded');
    const answers = { name: 'Alex Bell', 'reply.post': '1 Mill Lane\r\nWembley', company: 'sng' };
    isAway = true;
    await visitor.send(answers, 'send');
    expect(visitor.status).toBe(503);

    isAway = false;
    await visitor.send({}, 'send');
    expect(visitor.words).toContain('We have your request');
    const stored = await sqlite.find(CASES, { index: 'by-state', equals: { stateName: 'sent' }, limit: 10 });
    expect(stored.map(({ body }) => body)).toMatchObject([
      { matter: 'access', facts: { name: { value: 'Alex Bell' }, post: { value: '1 Mill Lane, Wembley' } } },
      { matter: 'erasure', words: [{ text: 'My “secret” file' }] },
    ]);
    expect(JSON.stringify(logger)).not.toMatch(/secret|Alex|Mill/);
  });

  it('keep a code that was typed, too', async () => {
    await visitor.open('/request/status');
    await visitor.send({ reference: '7K4M-2QQ' }, 'look');
    isAway = true;
    await visitor.send({ code: '123456' }, 'show');
    expect(visitor.status).toBe(503);

    isAway = false;
    await visitor.send();
    expect(visitor.problems[0]?.text).toContain('That is not the code');
  });
});
