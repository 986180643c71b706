/**
 * A server of many feeds, in a process of its own so that its work is not counted: `node load-server.ts <feeds> <items>`.
 * Prints its port. `/bump` adds an item to each feed; `/validators/off` and `/validators/on` say whether it has ETags.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { loadDocument } from './load-documents.ts';

const feeds = Number(process.argv[2] ?? 200);
const items = Number(process.argv[3] ?? 50);

const START = Date.now() - 60 * 60_000;

interface Document {
  readonly gzip: Buffer;
  readonly etag: string;
  readonly modified: string;
}

const documents = new Map<string, Document>();
let round = 0;
let hasValidators = true;

function document(feed: number): Document {
  const key = `${feed}:${round}`;
  const known = documents.get(key);
  if (known) return known;
  const gzip = gzipSync(loadDocument({ feed, items, round, start: START }));
  const made = { gzip, etag: `"${createHash('sha1').update(gzip).digest('hex')}"`, modified: new Date(START + round * 1000).toUTCString() };
  documents.set(key, made);
  return made;
}

function makeAll(): void {
  for (let feed = 0; feed < feeds; feed++) document(feed);
}

const ORDERS = new Map<string, () => void>([
  ['/bump', () => {
    round += 1;
    makeAll();
  }],
  ['/validators/off', () => (hasValidators = false)],
  ['/validators/on', () => (hasValidators = true)],
]);

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const order = ORDERS.get(path);
  if (order) {
    order();
    response.end('ok');
    return;
  }
  const match = /^\/feed\/(\d+)$/.exec(path);
  if (!match) {
    response.writeHead(404).end();
    return;
  }
  const { gzip, etag, modified } = document(Number(match[1]));
  const validators = hasValidators ? { ETag: etag, 'Last-Modified': modified } : {};
  if (hasValidators && request.headers['if-none-match'] === etag) {
    response.writeHead(304, validators).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/xml; charset=utf-8', 'Content-Encoding': 'gzip', 'Content-Length': gzip.length, ...validators });
  response.end(gzip);
});

makeAll();
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
process.on('SIGTERM', () => server.close());
process.stdin.resume().on('end', () => process.exit(0));
