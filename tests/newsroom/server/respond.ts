import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

export interface Content {
  readonly type: string;
  readonly body: Buffer;
  /** Epoch milliseconds; sends Last-Modified where given. */
  readonly modifiedAt?: number;
  /** Sent as Cache-Control. */
  readonly cache?: string;
}

/** RFC 9110 13.1: If-None-Match decides where it is present, else If-Modified-Since. */
function unchanged(request: IncomingMessage, etag: string, modifiedAt: number | undefined): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
  const since = request.headers['if-modified-since'];
  return since !== undefined && modifiedAt !== undefined && Math.floor(modifiedAt / 1000) * 1000 <= Date.parse(since);
}

/** Answers with the content: 304 where the asker has it, gzip where it is understood. */
export function respond(request: IncomingMessage, response: ServerResponse, content: Content): void {
  const etag = `"${createHash('sha1').update(content.body).digest('hex').slice(0, 20)}"`;
  response.setHeader('etag', etag);
  response.setHeader('vary', 'accept-encoding');
  if (content.modifiedAt !== undefined) response.setHeader('last-modified', new Date(content.modifiedAt).toUTCString());
  if (content.cache !== undefined) response.setHeader('cache-control', content.cache);
  if (unchanged(request, etag, content.modifiedAt)) {
    response.writeHead(304);
    response.end();
    return;
  }
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && !content.type.startsWith('image/');
  const body = zip ? gzipSync(content.body, { level: 5 }) : content.body;
  response.writeHead(200, { 'content-type': content.type, 'content-length': body.length, ...(zip ? { 'content-encoding': 'gzip' } : {}) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
