import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'restify';

/** A file or page that everybody gets alike; whoever keeps it has it compressed once. */
export class Asset {
  private readonly plain: Buffer;
  private readonly zipped: Buffer;
  private readonly etag: string;

  constructor(
    text: string,
    private readonly contentType: string,
    private readonly options: {
      /** Pages of other origins may load it. */
      readonly isPublic?: boolean;
    } = {},
  ) {
    this.plain = Buffer.from(text);
    this.zipped = gzipSync(this.plain, { level: 9 });
    this.etag = `"${createHash('sha256').update(this.plain).digest('base64url').slice(0, 22)}"`;
  }

  /** Sends it, or 304 to a browser that has it. It may be kept, and has to be asked for again each time. */
  send(request: Request, response: Response): void {
    response.setHeader('ETag', this.etag);
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Vary', 'Origin, Accept-Encoding');
    if (this.options.isPublic) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    }
    if (request.headers['if-none-match'] === this.etag) {
      response.send(304);
      return;
    }
    const isZipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (isZipped) response.setHeader('Content-Encoding', 'gzip');
    // Written directly: restify's own `sendRaw` takes text only.
    const body = isZipped ? this.zipped : this.plain;
    response.writeHead(200, { 'Content-Type': this.contentType, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
