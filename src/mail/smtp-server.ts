import { isLoopback } from '../shared/is-loopback';

/** Where mails are handed in. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** The connection is encrypted from its first byte. */
  readonly isTls: boolean;
  /** Without encryption by STARTTLS, nothing is handed in. */
  readonly mustUpgrade: boolean;
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

/**
 * Reads `smtps://user:password@host:465` or `smtp://user:password@host:587`; user and password can be left out, and
 * have their special characters percent-encoded. With `smtp:`, the connection has to become encrypted, except to this
 * very machine.
 *
 * @returns undefined when it is not such an address
 */
export function readSmtpServer(text: string): SmtpServer | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !isServerOnly(url)) return undefined;
  const isTls = url.protocol === 'smtps:';
  const login = readLogin(url);
  if (login === 'malformed') return undefined;
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    isTls,
    mustUpgrade: !isTls && !isLoopback(url.hostname),
    login,
  };
}

function isServerOnly({ protocol, hostname, pathname, search, hash }: URL): boolean {
  const hasRest = !['', '/'].includes(pathname) || search !== '' || hash !== '';
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '' && !hasRest;
}

function readLogin({ username, password }: URL): SmtpServer['login'] | 'malformed' {
  if (username === '' && password === '') return undefined;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return 'malformed';
  }
}
