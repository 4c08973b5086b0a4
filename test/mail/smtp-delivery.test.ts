import { createSmtpDelivery } from '../../src/mail/smtp-delivery';
import type { Deliver } from '../../src/outbox/deliver';
import type { Mail, OutboxMessage } from '../../src/outbox/outbox-message';
import type { SenderDependencies } from '../../src/outbox/outbox-sender';
import { MAIL, openOutbox, type TestOutbox } from '../support/an-outbox';
import { startProxy } from '../support/cuttable-proxy';
import { freePort } from '../support/desk-server';
import { gate } from '../support/gate';
import { serverAt, startMailServer, type MailServer, type MailServerBehaviour } from '../support/mail-server';

const FROM = { name: 'Privacy desk', address: 'desk@example.org' };

describe('mail by SMTP', () => {
  let test: TestOutbox;
  const servers: MailServer[] = [];
  beforeEach(() => (test = openOutbox()));
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
    test.close();
  });

  async function serve(behaviour?: MailServerBehaviour): Promise<MailServer> {
    const server = await startMailServer(behaviour);
    servers.push(server);
    return server;
  }

  const add = (mail: Partial<Mail> = {}, key = 'a'): Promise<unknown> => test.outbox.add({ ...MAIL, key, ...mail });

  /** Sends what is due, and tells how each message then stands. */
  async function sendBy(
    mail: Deliver<Mail>,
    options: Partial<SenderDependencies> = {},
  ): Promise<readonly OutboxMessage[]> {
    await test.sender({ mail }, options).run();
    return test.messages();
  }

  /** The same after the longest time that there can be between two attempts. */
  async function sendLater(mail: Deliver<Mail>): Promise<readonly OutboxMessage[]> {
    test.clock.advance({ minutes: 90 });
    return sendBy(mail);
  }

  it('arrives with its words and headers, in plain text', async () => {
    const server = await serve();
    await add({ to: 'jo@example.org', subject: 'Your reference', text: 'Your reference is K7-4M2.\n\nKeep it.' });

    const states = await sendBy(createSmtpDelivery(serverAt(server.port), FROM));

    const [mail] = server.mails;
    expect(states).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect([mail?.sender, mail?.recipients]).toEqual(['desk@example.org', ['jo@example.org']]);
    expect(mail?.text).toBe('Your reference is K7-4M2.\n\nKeep it.');
    expect(Object.fromEntries(mail?.headers ?? [])).toEqual({
      from: 'Privacy desk <desk@example.org>',
      to: 'jo@example.org',
      subject: 'Your reference',
      'message-id': expect.stringMatching(/^<[0-9a-f]{32}@example\.org>$/) as string,
      date: 'Mon, 05 Jan 2026 09:00:00 +0000',
      'auto-submitted': 'auto-generated',
      'content-type': 'text/plain; charset=utf-8',
      'content-transfer-encoding': '7bit',
      'mime-version': '1.0',
    });
  });

  it.each([
    ['names with accents and a curly apostrophe', 'Łukasz O’Neill', 'Dear Łukasz O’Neill – “thank you”'],
    ['right-to-left script', 'פנייה מאת משה', 'שלום משה,\nהפנייה התקבלה. שלום O’Neill.'],
    ['emoji', 'Thanks 👋🏽', 'We have it 👍'],
    ['long lines', 'x'.repeat(300), 'ü'.repeat(2000)],
    ['lines that begin with a dot', 'Dots', '.\n..\n.end'],
  ])('keeps every character: %s', async (_what, subject, text) => {
    const server = await serve();
    await add({ subject, text });

    await sendBy(createSmtpDelivery(serverAt(server.port), { ...FROM, name: subject.slice(0, 60) }));

    const [mail] = server.mails;
    expect(mail?.headers.get('subject')).toBe(subject);
    expect(mail?.headers.get('from')).toContain(subject.slice(0, 60));
    expect(mail?.text).toBe(text);
  });

  describe('with something else than an address', () => {
    it.each([
      ['a line break and a header', 'jo@example.org\r\nBcc: eve@example.org'],
      ['a bare line feed', 'jo@example.org\nX: y'],
      ['a list', 'jo@example.org, eve@example.org'],
      ['a list with a semicolon', 'jo@example.org;eve@example.org'],
      ['a name with an address', 'Jo <eve@example.org>'],
      ['a group', 'all: eve@example.org;'],
      ['two at signs', 'jo@example.org@evil.example'],
      ['a quoted local part', '"eve@evil.example jo"@example.org'],
      ['a comment', 'jo@example.org (eve)'],
      ['nothing', ''],
    ])('hands nothing in, and is stuck: %s', async (_what, to) => {
      const server = await serve();
      await add({ to });

      const states = await sendBy(createSmtpDelivery(serverAt(server.port), FROM));

      expect(states).toMatchObject([{ state: 'stuck', code: 'not_an_address' }]);
      expect(server.mails).toEqual([]);
    });
  });

  it('makes no header of a subject with line breaks', async () => {
    const server = await serve();
    await add({ subject: 'Hello\r\nBcc: eve@example.org\nX-Evil: 1\r\n\r\n<b>body</b>' });

    await sendBy(createSmtpDelivery(serverAt(server.port), FROM));

    const [mail] = server.mails;
    expect(mail?.recipients).toEqual([MAIL.to]);
    expect(mail?.headers.has('bcc')).toBe(false);
    expect(mail?.headers.has('x-evil')).toBe(false);
    expect(mail?.headers.get('subject')).toContain('Hello');
    expect(mail?.text).toBe(MAIL.text);
  });

  it('reads neither files nor addresses that a text names', async () => {
    const server = await serve();
    // The types forbid it; what was stored once may still hold it.
    await add({ text: { path: __filename } as unknown as string });

    const states = await sendBy(createSmtpDelivery(serverAt(server.port), FROM));

    expect(states).toMatchObject([{ state: 'queued', code: 'EFILEACCESS' }]);
    expect(server.mails).toEqual([]);
  });

  it('63: waits while the server is down, and arrives once when it is back', async () => {
    const port = await freePort();
    const delivery = createSmtpDelivery(serverAt(port), FROM);
    await add();

    const down = await sendBy(delivery);
    const server = await serve({ port });
    const back = await sendLater(delivery);
    await sendLater(delivery);

    expect(down).toMatchObject([{ state: 'queued', code: 'ECONNREFUSED' }]);
    expect(back).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(server.mails).toHaveLength(1);
  });

  it('is tried again when the server takes too long', async () => {
    let isSlow = true;
    const { open, passed } = gate();
    const server = await serve({ onMail: () => (isSlow ? passed.then(() => 0) : 0) });
    const delivery = createSmtpDelivery(serverAt(server.port), FROM);
    await add();

    const slow = await sendBy(delivery, { limits: { mail: 300, webhook: 300 } });
    isSlow = false;
    const then = await sendLater(delivery);
    open();

    expect(slow).toMatchObject([{ state: 'queued', code: 'time_limit' }]);
    expect(then).toMatchObject([{ state: 'sent' }]);
    expect(new Set(server.mails.map(({ headers }) => headers.get('message-id'))).size).toBe(1);
  });

  it('is stuck when its recipient is refused, while the others go on', async () => {
    const server = await serve({ onRecipient: (address) => (address === 'gone@example.org' ? 550 : 0) });
    await add({ to: 'gone@example.org' }, 'gone');
    await add({}, 'there');

    const states = await sendBy(createSmtpDelivery(serverAt(server.port), FROM));

    expect(states.map((message) => [message.state, 'code' in message ? message.code : '']).sort()).toEqual([
      ['sent', ''],
      ['stuck', 'smtp_550'],
    ]);
    expect(server.mails.map(({ recipients }) => recipients)).toEqual([[MAIL.to]]);
  });

  it('is stuck when its words are refused', async () => {
    const server = await serve({ onMail: () => 554 });
    await add();

    expect(await sendBy(createSmtpDelivery(serverAt(server.port), FROM))).toMatchObject([
      { state: 'stuck', code: 'smtp_554' },
    ]);
  });

  it('is tried again when it is not taken for now', async () => {
    const codes = [451, 0];
    const server = await serve({ onRecipient: () => codes.shift() ?? 0 });
    const delivery = createSmtpDelivery(serverAt(server.port), FROM);
    await add();

    const greylisted = await sendBy(delivery);
    const then = await sendLater(delivery);

    expect(greylisted).toMatchObject([{ state: 'queued', code: 'smtp_451' }]);
    expect(then).toMatchObject([{ state: 'sent' }]);
  });

  it('is tried again when the password is wrong: that is none of its fault', async () => {
    const server = await serve({ authOptional: false, onAuth: (_auth, _session, done) => done(new Error('no')) });
    await add();

    const login = { user: 'desk', password: 'wrong' };
    const states = await sendBy(createSmtpDelivery(serverAt(server.port, { login }), FROM));

    expect(states).toMatchObject([{ state: 'queued', code: 'smtp_535' }]);
  });

  it('is handed in again under the same id when the connection breaks before the server has said that it has it', async () => {
    const server = await serve({
      onMail: () => {
        if (server.mails.length === 1) proxy.cut();
        return 0;
      },
    });
    const proxy = await startProxy(server.port);
    const delivery = createSmtpDelivery(serverAt(proxy.port), FROM);
    await add();

    const cut = await sendBy(delivery);
    const then = await sendLater(delivery);
    await proxy.stop();

    expect(cut).toMatchObject([{ state: 'queued', code: expect.stringMatching(/^ECONN/) as string }]);
    expect(then).toMatchObject([{ state: 'sent' }]);
    const ids = server.mails.map(({ headers }) => headers.get('message-id'));
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it('leaves no address and no word in the log, whatever happens', async () => {
    const server = await serve({ onRecipient: (address) => (address === 'gone@example.org' ? 550 : 451) });
    await add({ to: 'gone@example.org', subject: 'Quillon', text: 'Quillon' }, 'gone');
    await add({ subject: 'Quillon', text: 'Quillon' }, 'later');
    await add({ to: 'no address' }, 'none');

    await sendBy(createSmtpDelivery(serverAt(server.port), FROM));

    expect(test.logger.lines).toHaveLength(3);
    expect(test.logger.text).not.toMatch(/Quillon|example|no address/);
  });
});
