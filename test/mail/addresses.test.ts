import { isOneAddress, readMailAddress } from '../../src/mail/mail-address';
import { readSmtpServer } from '../../src/mail/smtp-server';

describe('a mail address', () => {
  it.each([
    'jo@example.org',
    "o'neill+privacy@sub.example.co.uk",
    'łukasz@example.org',
    'jo@müller.example',
    'a@b',
    `${'a'.repeat(242)}@example.org`,
  ])('is one: %s', (text) => {
    expect(isOneAddress(text)).toBe(true);
  });

  it.each([
    'jo',
    'jo@',
    '@example.org',
    'jo @example.org',
    'jo@example.org\u2028x@example.org',
    'jo\u202e@example.org',
    `${'a'.repeat(243)}@example.org`,
  ])('is none: %j', (text) => {
    expect(isOneAddress(text)).toBe(false);
  });

  it.each([
    ['desk@example.org', { name: '', address: 'desk@example.org' }],
    ['<desk@example.org>', { name: '', address: 'desk@example.org' }],
    [' Privacy desk <desk@example.org> ', { name: 'Privacy desk', address: 'desk@example.org' }],
    ['"Desk, privacy" <desk@example.org>', { name: 'Desk, privacy', address: 'desk@example.org' }],
    ['Privacy desk', undefined],
    ['Privacy <desk@example.org> desk', undefined],
    ['A\nB <desk@example.org>', undefined],
    ['Desk <desk@example.org>, <eve@example.org>', undefined],
  ])('is read with its name: %j', (text, address) => {
    expect(readMailAddress(text)).toEqual(address);
  });
});

describe('the address of a mail server', () => {
  const plain = { isTls: false, mustUpgrade: true, login: undefined };

  it.each([
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, ...plain, isTls: true, mustUpgrade: false }],
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, ...plain }],
    ['smtp://mail.example.org:25/', { host: 'mail.example.org', port: 25, ...plain }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, ...plain, mustUpgrade: false }],
    ['smtp://[::1]:25', { host: '::1', port: 25, ...plain, mustUpgrade: false }],
    ['smtp://localhost.example.org', { host: 'localhost.example.org', port: 587, ...plain }],
    [
      'smtp://desk%40example.org:p%3Ass@mail.example.org',
      { host: 'mail.example.org', port: 587, ...plain, login: { user: 'desk@example.org', password: 'p:ss' } },
    ],
  ])('is read: %s', (text, server) => {
    expect(readSmtpServer(text)).toEqual(server);
  });

  it.each([
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://mail.example.org/inbox',
    'smtp://mail.example.org?tls=off',
    'smtp://desk:100%@mail.example.org',
  ])('is none: %s', (text) => {
    expect(readSmtpServer(text)).toBeUndefined();
  });
});
