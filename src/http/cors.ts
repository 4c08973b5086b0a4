import type { Request, Response } from 'restify';

const METHODS = 'GET, POST, DELETE, OPTIONS';
/** What Direct Line clients send; the last two are those of Web Chat. */
const HEADERS = 'Authorization, Content-Type, x-ms-bot-agent, x-requested-with';

/**
 * Lets pages of the allowed origins read our answers, and answers their preflight. Other pages get no such header, so
 * that their browsers keep the answers from them.
 */
export function allowOrigin(
  request: Request,
  response: Response,
  allowedOrigins: readonly string[],
): 'answered' | 'go on' {
  const { origin } = request.headers;
  response.setHeader('Vary', 'Origin');
  if (origin !== undefined && allowedOrigins.includes(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  }
  if (request.method !== 'OPTIONS') return 'go on';
  response.setHeader('Access-Control-Allow-Methods', METHODS);
  response.setHeader('Access-Control-Allow-Headers', HEADERS);
  response.setHeader('Access-Control-Max-Age', '600');
  response.send(204);
  return 'answered';
}
