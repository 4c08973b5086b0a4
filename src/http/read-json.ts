import { plugins, type RequestHandler } from 'restify';

/** Bytes of a request body. Every text that people may send is far below. */
export const MAX_BODY = 64 * 1024;

/** Reads a JSON body into `request.body`, before the route. Too large or broken ones are refused. */
export function readJson(): RequestHandler {
  const options = { maxBodySize: MAX_BODY, mapParams: false };
  // The published types know neither the size limit nor that several handlers come back.
  return plugins.jsonBodyParser(options) as unknown as RequestHandler;
}
