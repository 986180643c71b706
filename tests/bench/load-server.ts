/** A server of many feeds, in a process of its own so that its work is not counted: `node load-server.ts <feeds> <items>`. Prints its port. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const feeds = Number(process.argv[2] ?? 200);
const items = Number(process.argv[3] ?? 50);

const WORDS = 'dysprosium terbium neodymium praseodymium oxide separation quota tonne Ganzhou Baotou magnet price licence export plant output kiln solvent extraction concentrate ore grade trader contract delivery quarter border inspection stock reserve alloy furnace recycling pilot feasibility study'.split(' ');

/** mulberry32: small, seeded, good enough for filler. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function sentence(next: () => number, words: number): string {
  return Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
}

const START = Date.now() - 60 * 60_000;

function item(feed: number, n: number, atom: boolean): string {
  const next = random(feed * 100_003 + n);
  const title = `${sentence(next, 8)} ${feed}-${n}`;
  const date = new Date(START - n * 37 * 60_000 - feed * 1000);
  const paragraphs = 3 + Math.floor(next() * 6);
  let body = '';
  for (let p = 0; p < paragraphs; p++) body += `<p>${sentence(next, 60 + Math.floor(next() * 40))}.</p>`;
  const link = `http://127.0.0.1/${feed}/story/${n}`;
  return atom
    ? `<entry><id>urn:story:${feed}:${n}</id><title>${title}</title><link href="${link}"/><updated>${date.toISOString()}</updated><published>${date.toISOString()}</published><content type="html"><![CDATA[${body}]]></content></entry>`
    : `<item><guid isPermaLink="false">story-${feed}-${n}</guid><title>${title}</title><link>${link}</link><pubDate>${date.toUTCString()}</pubDate><description><![CDATA[${body}]]></description></item>`;
}

interface Document {
  readonly gzip: Buffer;
  readonly etag: string;
  readonly modified: string;
}

const documents = new Map<string, Document>();
let round = 0;

function document(feed: number): Document {
  const key = `${feed}:${round}`;
  const known = documents.get(key);
  if (known) return known;
  const atom = feed % 2 === 1;
  let list = '';
  for (let n = -round; n < items - round; n++) list += item(feed, n, atom);
  const text = atom
    ? `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Feed ${feed}</title><id>urn:feed:${feed}</id><updated>${new Date(START).toISOString()}</updated>${list}</feed>`
    : `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>http://127.0.0.1/${feed}</link><description>Load</description>${list}</channel></rss>`;
  const gzip = gzipSync(text);
  const made = { gzip, etag: `"${createHash('sha1').update(gzip).digest('hex')}"`, modified: new Date(START + round * 1000).toUTCString() };
  documents.set(key, made);
  return made;
}

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (path === '/bump') {
    round += 1;
    for (let feed = 0; feed < feeds; feed++) document(feed);
    response.end('ok');
    return;
  }
  const match = /^\/feed\/(\d+)$/.exec(path);
  if (!match) {
    response.writeHead(404).end();
    return;
  }
  const { gzip, etag, modified } = document(Number(match[1]));
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ETag: etag, 'Last-Modified': modified }).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/xml; charset=utf-8', 'Content-Encoding': 'gzip', 'Content-Length': gzip.length, ETag: etag, 'Last-Modified': modified });
  response.end(gzip);
});

for (let feed = 0; feed < feeds; feed++) document(feed);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
process.on('SIGTERM', () => server.close());
process.stdin.resume().on('end', () => process.exit(0));
