import type { Activity, TurnContext } from 'botbuilder';
import jwt from 'jsonwebtoken';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CloudGateway } from '../../src/bot/cloud-gateway';
import { systemClock } from '../../src/shared/clock';
import { notKeptOf } from '../../src/shared/not-kept';
import { TurnQueue } from '../../src/shared/turn-queue';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { Transcripts } from '../../src/transcript/transcripts';
import { startDesk, type TestDesk } from '../support/desk-server';

const CREDENTIALS = {
  MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
  MICROSOFT_APP_PASSWORD: 'a password of the tests',
};
const MESSAGE = {
  type: 'message',
  id: 'a1',
  text: 'how long do you keep calls',
  channelId: 'msteams',
  serviceUrl: 'http://localhost:1/',
  conversation: { id: 'teams-chat' },
  from: { id: 'somebody' },
  recipient: { id: 'bot' },
};

const post = (desk: TestDesk, body: unknown, authorization?: string): Promise<Response> =>
  fetch(`${desk.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(body),
  });

describe('/api/messages', () => {
  it('does not exist without an app id', async () => {
    const desk = await startDesk();

    const response = await post(desk, MESSAGE);

    expect(response.status).toBe(404);
    await desk.stop();
  });

  it.each([
    ['without a token', undefined],
    ['with a token that is none', 'Bearer garbage'],
  ])('refuses an activity %s, and says no more than that', async (_case, authorization) => {
    const desk = await startDesk({ settings: CREDENTIALS });

    const response = await post(desk, MESSAGE, authorization);

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      error: { code: 'Unauthorized', message: 'no valid token of the service' },
    });
    await desk.stop();
  });

  it('refuses a body that is no activity', async () => {
    const desk = await startDesk({ settings: CREDENTIALS });

    expect((await post(desk, { text: 'no type' })).status).toBe(400);
    expect((await post(desk, 'text')).status).toBe(400);
    await desk.stop();
  });
});

/**
 * Azure itself cannot be reached from a test. A small server stands in for the one that publishes its keys; the SDK
 * checks tokens against them as it does in the field. What the bot says is caught before it is sent to Azure.
 */
describe('a turn on a channel of Azure Bot Service', () => {
  class CatchingGateway extends CloudGateway {
    readonly sent: string[] = [];

    override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<{ id: string }[]> {
      this.sent.push(...activities.map(({ text }) => text ?? ''));
      return Promise.resolve(activities.map(() => ({ id: 'sent' })));
    }
  }

  const azure = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const somebody = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let keyServer: Server;
  let keyServerUrl: string;

  beforeAll(async () => {
    const key = { ...azure.publicKey.export({ format: 'jwk' }), kid: 'key', endorsements: ['msteams'] };
    keyServer = createServer((request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : { jwks_uri: `${keyServerUrl}/keys` }));
    });
    await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
    keyServerUrl = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => keyServer.close(resolve)));

  const tokenBy = ({ privateKey }: { privateKey: KeyObject }): string => {
    const claims = { iss: 'https://api.botframework.com', aud: CREDENTIALS.MICROSOFT_APP_ID };
    const options = { algorithm: 'RS256', keyid: 'key', expiresIn: 600 } as const;
    return `Bearer ${jwt.sign({ ...claims, serviceurl: MESSAGE.serviceUrl }, privateKey, options)}`;
  };

  function aGateway(runBot: (context: TurnContext) => Promise<void>) {
    const store = SqliteDocumentStore.open(mkdtempSync(join(tmpdir(), 'privacy-desk-cloud-')));
    const transcripts = new Transcripts(store, systemClock);
    const credentials = {
      MicrosoftAppId: CREDENTIALS.MICROSOFT_APP_ID,
      MicrosoftAppPassword: CREDENTIALS.MICROSOFT_APP_PASSWORD,
      MicrosoftAppType: 'MultiTenant',
      ValidateAuthority: 'true',
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://token.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${keyServerUrl}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${keyServerUrl}/openid`,
      CallerId: '',
    };
    const onTurnError = (_context: TurnContext, error: Error) => Promise.reject(error);
    const turns = new TurnQueue({ length: 10 });
    let handled: string | undefined;
    return {
      transcripts,
      gateway: new CatchingGateway({
        credentials,
        runBot: async (context) => {
          await runBot(context);
          handled = context.activity.id;
        },
        onTurnError,
        transcripts,
        turns,
        lastHandled: () => Promise.resolve(handled),
        limits: { turnMs: 5000 },
      }),
    };
  }

  it('is taken with a token of Azure and refused with one that somebody else signed', async () => {
    const { gateway } = aGateway(() => Promise.resolve());
    // The SDK itself prints the public keys when a token does not fit.
    jest.spyOn(console, 'error').mockImplementationOnce(() => undefined);

    expect(await gateway.receive(tokenBy(somebody), MESSAGE)).toEqual({ outcome: 'unauthorised' });
    expect(await gateway.receive(tokenBy(azure), MESSAGE)).toMatchObject({ outcome: 'done', status: 200 });
  });

  it('is stored in the transcript, what came in before what goes out', async () => {
    const { gateway, transcripts } = aGateway(async (context) => {
      await context.sendActivity('6 months');
    });

    await gateway.receive(tokenBy(azure), MESSAGE);

    const entries = await transcripts.entriesAfter('teams-chat', 0, 10);
    expect(entries.map(({ author, activity }) => [author, activity.text])).toEqual([
      ['tenant', 'how long do you keep calls'],
      ['assistant', '6 months'],
    ]);
    expect(gateway.sent).toEqual(['6 months']);
    expect(await transcripts.conversation('teams-chat')).toMatchObject({ channel: 'msteams', userId: 'somebody' });
  });

  it('is answered once, also when Azure delivers it again', async () => {
    const { gateway, transcripts } = aGateway(async (context) => {
      await context.sendActivity('6 months');
    });

    await gateway.receive(tokenBy(azure), MESSAGE);
    await gateway.receive(tokenBy(azure), MESSAGE);

    expect(gateway.sent).toEqual(['6 months']);
    expect(await transcripts.entriesAfter('teams-chat', 0, 10)).toHaveLength(2);
  });

  it('is stored and read without private numbers; how the channel finds back stays as it is', async () => {
    const read: Activity[] = [];
    const { gateway, transcripts } = aGateway((context) => {
      read.push(context.activity);
      return Promise.resolve();
    });
    const text = 'my card is 4111 1111 1111 1111';

    await gateway.receive(tokenBy(azure), {
      ...MESSAGE,
      text,
      value: { card: '4111111111111111' },
      from: { id: '4111111111111111' },
      channelData: { tenant: 'landlord', notKept: ['nhs'] },
      attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
    });

    const [entry] = await transcripts.entriesAfter('teams-chat', 0, 10);
    const hidden = 'my card is •••• •••• •••• ••••';
    expect(entry?.activity).toEqual({
      type: 'message',
      text: hidden,
      channelData: { notKept: ['card'] },
    });
    expect(read).toMatchObject([
      {
        text: hidden,
        value: { card: '•••• •••• •••• ••••' },
        channelData: { tenant: 'landlord', notKept: ['card'] },
        from: { id: '4111111111111111' },
      },
    ]);
  });

  it('is stored without a file (61), which the bot is told of', async () => {
    const read: unknown[] = [];
    const { gateway, transcripts } = aGateway((context) => {
      read.push(notKeptOf(context.activity), context.activity.attachments);
      return Promise.resolve();
    });
    const passport = { contentType: 'image/png', contentUrl: 'https://files.example/passport.png', name: 'passport' };

    await gateway.receive(tokenBy(azure), { ...MESSAGE, text: undefined, attachments: [passport] });

    expect(read).toEqual([['file'], undefined]);
    expect(JSON.stringify(await transcripts.entriesAfter('teams-chat', 0, 10))).not.toContain('passport');
  });

  it('waits for the turn before it in the same conversation', async () => {
    const log: string[] = [];
    const { gateway } = aGateway(async (context) => {
      log.push(`${context.activity.text} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${context.activity.text} ends`);
    });

    await Promise.all(['a', 'b'].map((text) => gateway.receive(tokenBy(azure), { ...MESSAGE, id: text, text })));

    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});
