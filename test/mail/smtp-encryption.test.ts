import { createSmtpDelivery } from '../../src/mail/smtp-delivery';
import type { SmtpServer } from '../../src/mail/smtp-server';
import type { OutboxMessage } from '../../src/outbox/outbox-message';
import { MAIL, openOutbox, type TestOutbox } from '../support/an-outbox';
import { LOCAL_CERTIFICATE } from '../support/local-certificate';
import { serverAt, startMailServer, type MailServer, type MailServerBehaviour } from '../support/mail-server';

const FROM = { name: 'Privacy desk', address: 'desk@example.org' };
const { key, cert } = LOCAL_CERTIFICATE;
const LOGIN = { user: 'desk', password: 'p@ss:word' };

describe('mail by encrypted SMTP', () => {
  let test: TestOutbox;
  let server: MailServer;
  const logins: unknown[] = [];
  beforeEach(async () => {
    logins.splice(0);
    test = openOutbox();
    await test.outbox.add({ key: 'a', ...MAIL });
  });
  afterEach(async () => {
    await server.stop();
    test.close();
  });

  async function serve(behaviour: MailServerBehaviour): Promise<void> {
    server = await startMailServer({
      ...behaviour,
      onAuth: ({ username, password }, { secure }, done) => {
        logins.push({ username, password, secure });
        done(null, { user: username });
      },
    });
  }

  async function send(rest: Partial<SmtpServer>, certificates?: string): Promise<readonly OutboxMessage[]> {
    const settings = serverAt(server.port, { login: LOGIN, ...rest });
    await test.sender({ mail: createSmtpDelivery(settings, FROM, certificates) }).run();
    return test.messages();
  }

  it.each([
    ['by STARTTLS', { disabledCommands: [] }, { mustUpgrade: true }],
    ['from the first byte', { secure: true }, { isTls: true }],
  ])('arrives %s, with a password', async (_how, behaviour, rest) => {
    await serve({ ...behaviour, key, cert, authOptional: false });

    const states = await send(rest, cert);

    expect(states).toMatchObject([{ state: 'sent' }]);
    expect(server.mails).toHaveLength(1);
    expect(logins).toEqual([{ username: 'desk', password: 'p@ss:word', secure: true }]);
  });

  it.each([
    ['does not encrypt', {}, { mustUpgrade: true }, cert],
    ['encrypts, but nobody vouches for', { disabledCommands: [], key, cert }, { mustUpgrade: true }, undefined],
    ['encrypts from the first byte, but nobody vouches for', { secure: true, key, cert }, { isTls: true }, undefined],
  ])('hands neither mail nor password to a server that %s', async (_what, behaviour, rest, certificates) => {
    await serve(behaviour);

    const states = await send(rest, certificates);

    expect(states).toMatchObject([{ state: 'queued' }]);
    expect([server.mails, logins]).toEqual([[], []]);
  });
});
