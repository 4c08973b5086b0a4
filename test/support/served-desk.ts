import type { Dialog } from 'botbuilder-dialogs';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';

import { compose, type Service } from '../../src/compose';
import { loadConfig } from '../../src/config';
import { loadContent, type Content } from '../../src/content';
import type { Learnt } from '../../src/search/create-understand';
import { loadLearnt } from '../../src/search/load-learnt';
import type { Clock } from '../../src/shared/clock';
import type { DocumentStore } from '../../src/shared/document-store';
import type { Logger } from '../../src/shared/logger';
import { loadWidgetFiles } from '../../src/web/widget-files';
import { freePort } from './desk-server';
import { RecordingLogger } from './recording-logger';

/** What is loaded once and served often. */
export interface DeskParts {
  readonly content: Content;
  readonly learnt: Learnt;
}

export interface ServedDesk {
  readonly url: string;
  readonly service: Service;
  close(): Promise<void>;
}

export interface ServedOver {
  readonly store: DocumentStore;
  /** For mails. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly logger?: Logger;
  readonly rootDialog?: Dialog;
}

const settings = (port: number, dataDir: string) =>
  loadConfig({
    PORT: String(port),
    DATA_DIR: dataDir,
    ENCODER: 'off',
    MESSAGES_PER_MINUTE: '100000',
    TOKENS_PER_MINUTE: '100000',
  });

export async function loadDeskParts(clock: Clock): Promise<DeskParts> {
  const config = settings(1, tmpdir());
  return { content: loadContent(config.contentDir, clock.now()), learnt: await loadLearnt(config) };
}

/**
 * The whole service over a store of the test's own, such as one that breaks. Its timers are not started: cases are worked
 * on when a turn says so, and nothing is sent. Of two desks of a test, one takes the tokens of the other.
 */
export async function serveDesk(parts: DeskParts, over: ServedOver): Promise<ServedDesk> {
  const config = settings(await freePort(), over.dataDir);
  const service = compose({
    ...parts,
    logger: new RecordingLogger(),
    ...over,
    config,
    tokenKey: 'a key of these tests, and of nothing else',
    lookupKey: 'another key of these tests, and of nothing else',
    ledgerKey: 'a third key of these tests, and of nothing else',
    widget: loadWidgetFiles(parts.content.widget.launcher),
  });
  const http = service.server.server as Server;
  http.listen(config.port);
  await once(http, 'listening');
  return {
    url: config.publicUrl,
    service,
    close: async () => {
      await service.caseWork.stop();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}
