import type { Request } from 'restify';

import { ProtocolError } from '../directline/protocol-error';
import { MAX_BODY } from './read-json';

/**
 * Reads the fields of a form that a page of ours has sent. Files are refused, and so is more than MAX_BODY.
 *
 * @throws ProtocolError `UploadNotSupported`, `MessageSizeTooBig` or `BadArgument`
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const { headers } = request;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new ProtocolError('UploadNotSupported', 'the body has to be the fields of a form');
  // Unpacked, it could be of any size.
  if (headers['content-encoding'] !== undefined)
    throw new ProtocolError('BadArgument', 'the body must not be compressed');
  return new URLSearchParams(await readBody(request));
}

async function readBody(request: Request): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    // The rest is read and thrown away, so that the browser gets to see the answer.
    if (size <= MAX_BODY) parts.push(part);
    else if (size > MOST_DISCARDED) break;
  }
  if (size > MAX_BODY) throw new ProtocolError('MessageSizeTooBig', 'the body is larger than 64 kB');
  return Buffer.concat(parts).toString('utf8');
}

/** Bytes that are read of a body that is too large, before the connection is cut. */
const MOST_DISCARDED = 16 * MAX_BODY;
