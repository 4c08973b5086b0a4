import { plugins, type Next, type Request, type RequestHandler, type Response } from 'restify';

import { ProtocolError } from '../directline/protocol-error';
import { sendError } from './route';

/** Bytes of a request body. Every text that people may send is far below. */
export const MAX_BODY = 64 * 1024;

/** Reads a JSON body into `request.body`, before the route. Too large or broken ones are refused. */
export function readJson(): RequestHandler {
  const options = { maxBodySize: MAX_BODY, mapParams: false };
  // The published types know neither the size limit nor that several handlers come back.
  return [refuseCompressed, plugins.jsonBodyParser(options)] as unknown as RequestHandler;
}

/** Restify would unpack it without a limit, and a broken one would end the process. */
function refuseCompressed(request: Request, response: Response, next: Next): void {
  if (request.headers['content-encoding'] === undefined) {
    next();
    return;
  }
  sendError(response, new ProtocolError('BadArgument', 'the body must not be compressed'));
  next(false);
}
