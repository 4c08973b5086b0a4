import pino from 'pino';
import { createServer as createRestify, type Request, type Response, type Server } from 'restify';

import { ERROR_STATUS, ProtocolError, type ProtocolErrorCode } from '../directline/protocol-error';
import { allowOrigin } from './cors';
import { sendError } from './route';

export interface ServerOptions {
  readonly allowedOrigins: readonly string[];
  /** Whether users reach the service by https, so that browsers may be told to insist on it. */
  readonly isHttps: boolean;
  /** What a browser shows where there is nothing. */
  readonly notFoundPage: string;
}

/** The HTTP server without routes: security headers, CORS, and errors in one shape. */
export function createServer({ allowedOrigins, isHttps, notFoundPage }: ServerOptions): Server {
  const server = createRestify({
    name: 'privacy-desk',
    // Restify logs requests with their headers and addresses; what we log is decided elsewhere.
    log: pino({ level: 'silent' }) as never,
    ignoreTrailingSlash: true,
  });
  server.pre((request: Request, response: Response, next) => {
    secure(response, isHttps);
    if (!hasReadableAddress(request)) {
      sendError(response, new ProtocolError('BadArgument', 'the address of the call is not valid'));
      next(false);
    } else if (allowOrigin(request, response, allowedOrigins) === 'answered') next(false);
    else next();
  });
  // Restify repeats the errors of the server inside it, where whoever starts it listens.
  server.on('error', () => undefined);
  server.on('restifyError', (request: Request, response: Response, error: RestifyError, done: () => void) => {
    const [code, message] = describe(error);
    if (code === 'NotFound' && wantsPage(request)) {
      response.sendRaw(404, notFoundPage, { 'Content-Type': 'text/html; charset=utf-8' });
      done();
      return;
    }
    error.toJSON = () => ({ error: { code, message } });
    error.toString = () => message;
    error.statusCode = ERROR_STATUS[code];
    done();
  });
  return server;
}

/** Restify makes a URL of address and host outside of every handler: what is none would end the process. */
function hasReadableAddress({ url = '', headers }: Request): boolean {
  return url.startsWith('/') && URL.canParse(`http://${headers.host || 'localhost'}${url}`);
}

/** A person who follows a link, and not a program. */
const wantsPage = ({ method, headers }: Request): boolean =>
  method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');

interface RestifyError {
  readonly name?: string;
  statusCode?: number;
  toJSON: () => object;
  toString: () => string;
}

/** Restify's messages may quote the request, so none of them goes out. */
function describe({ statusCode = 500 }: RestifyError): readonly [ProtocolErrorCode, string] {
  if (statusCode === 404) return ['NotFound', 'there is nothing at this address'];
  if (statusCode === 405) return ['MethodNotAllowed', 'this address does not take this method'];
  if (statusCode === 413) return ['MessageSizeTooBig', 'the body is larger than 64 kB'];
  if (statusCode < 500) return ['BadArgument', 'the call is not valid: its body has to be JSON'];
  return ['ServiceError', 'something went wrong on our side'];
}

/** Pages load only what the service itself serves, and nobody frames them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function secure(response: Response, isHttps: boolean): void {
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  if (isHttps) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}
