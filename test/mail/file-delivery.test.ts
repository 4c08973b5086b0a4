import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createFileDelivery } from '../../src/mail/file-delivery';
import { MAIL, openOutbox, type TestOutbox } from '../support/an-outbox';
import { readMail } from '../support/received-mail';

const FROM = { name: 'Privacy desk', address: 'privacy-desk@localhost' };

describe('mail by file', () => {
  let test: TestOutbox;
  let folder: string;
  beforeEach(() => {
    test = openOutbox();
    folder = join(test.dataDir, 'outbox');
  });
  afterEach(() => test.close());

  const send = (): Promise<void> => test.sender({ mail: createFileDelivery(folder, FROM) }).run();

  it('is written whole, one file a mail, for the service’s own user only', async () => {
    await test.outbox.add({ key: 'a', ...MAIL, subject: 'Łukasz O’Neill', text: 'שלום\n.\nDear Łukasz' });

    await send();

    const [name = '', ...others] = readdirSync(folder);
    const raw = readFileSync(join(folder, name), 'utf8');
    const { headers, text } = readMail(raw);
    expect(others).toEqual([]);
    expect(name).toMatch(/^[0-9a-f]{32}\.eml$/);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, name)).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(headers.get('to')).toBe(MAIL.to);
    expect(headers.get('from')).toBe('Privacy desk <privacy-desk@localhost>');
    expect(headers.get('subject')).toBe('Łukasz O’Neill');
    expect(headers.get('message-id')).toBe(`<${name.replace('.eml', '')}@localhost>`);
    expect(text).toBe('שלום\n.\nDear Łukasz');
    expect(test.messages()).toMatchObject([{ state: 'sent' }]);
  });

  it('is one file also when it is written twice', async () => {
    const deliver = createFileDelivery(folder, FROM);
    const outgoing = { id: '0123456789abcdef0123456789abcdef', addedAt: test.clock.now(), message: MAIL };

    await deliver(outgoing, new AbortController().signal);
    const [name = ''] = readdirSync(folder);
    const first = readFileSync(join(folder, name), 'utf8');
    await deliver(outgoing, new AbortController().signal);

    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(first);
  });

  it('is tried again when the folder cannot be written', async () => {
    writeFileSync(folder, 'a file in the place of the folder');
    await test.outbox.add({ key: 'a', ...MAIL });

    await send();

    expect(test.messages()).toMatchObject([{ state: 'queued', code: 'EEXIST' }]);
  });

  it('is not written for something else than an address', async () => {
    await test.outbox.add({ key: 'a', ...MAIL, to: 'jo@example.org\r\nBcc: eve@example.org' });

    await send();

    expect(test.messages()).toMatchObject([{ state: 'stuck', code: 'not_an_address' }]);
    expect(existsSync(folder)).toBe(false);
  });
});
