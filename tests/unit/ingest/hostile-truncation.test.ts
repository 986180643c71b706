import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IngestResult } from '../../../electron/core/refresh/ingest-job.ts';
import { openHostileRoom, type HostileRoom } from '../../fuzz/hostile/hostile-room.ts';

let room: HostileRoom;
beforeAll(async () => {
  room = await openHostileRoom(2);
}, 120_000);
afterAll(() => room.close());

const ITEMS = ['镝价', 'Terbium &amp; co', 'Neodymium'];
const rss = `<?xml version="1.0" encoding="GBK"?><!DOCTYPE rss [<!ENTITY dy "镝">]><rss version="2.0"><channel><title>报</title>${ITEMS.map((title, at) => `<item><guid>g${at}</guid><title>${title}</title><link>https://metals.example/${at}?a=1&amp;b=2</link><description><![CDATA[<p>&dy; <b>${title}</b>]]></description></item>`).join('<!-- next -->')}</channel></rss>`;
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>报</title>${ITEMS.map((title, at) => `<entry><id>g${at}</id><title type="html">${title}</title><link href="https://metals.example/${at}"/><updated>2026-11-0${at + 1}T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${title}</p></div></content></entry>`).join('')}</feed>`;
const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: '报', items: ITEMS.map((title, at) => ({ id: `g${at}`, title, url: `https://metals.example/${at}`, content_html: `<p>${title}</p>` })) });

const DOCUMENTS: [string, Uint8Array][] = [
  ['RSS in GBK', iconv.encode(rss, 'gbk')],
  ['Atom', Buffer.from(atom)],
  ['Atom in UTF-16', iconv.encode(atom, 'utf-16', { addBOM: true })],
  ['JSON Feed', Buffer.from(json)],
];
const CODES = new Set(['empty-body', 'not-a-feed', 'no-feed-found', 'malformed-feed']);

const guids = (result: IngestResult): (string | null)[] => (result.kind === 'fresh' ? result.articles.map(({ keys }) => keys.guid ?? keys.url) : []);

async function ask(path: string, bytes: Uint8Array, headers: Record<string, string> = {}): Promise<IngestResult> {
  return await room.ask(room.on(path, (_, response) => response.writeHead(200, headers).end(bytes)));
}

describe('a document that is cut off anywhere', () => {
  test.each(DOCUMENTS)('%s: at every byte it gives what came whole, or says that it is cut', async (name, bytes) => {
    const whole = guids(await ask(`/${name.length}/whole`, bytes));
    expect(whole).toHaveLength(ITEMS.length);
    const ends = Array.from({ length: bytes.length }, (_, end) => end);
    let most = 0;
    while (ends.length > 0) {
      const results = await Promise.all(ends.splice(0, 24).map(async (end) => [end, await ask(`/${name.length}/${end}`, bytes.subarray(0, end))] as const));
      for (const [end, result] of results) {
        expect(result.kind === 'failed' ? CODES.has(result.code) : true, `${end}: ${JSON.stringify(result)}`).toBe(true);
        const found = guids(result);
        // The last one may have lost its name with its end; none before it has changed.
        expect(found.slice(0, -1), `${end}`).toEqual(whole.slice(0, Math.max(0, found.length - 1)));
        expect(found.length, `${end}`).toBeGreaterThanOrEqual(most - (name === 'JSON Feed' ? ITEMS.length : 0));
        most = Math.max(most, found.length);
      }
    }
  }, 60_000);

  test('gzip: no cut is taken for a whole feed', async () => {
    const bytes = gzipSync(json);
    for (let end = 1; end < bytes.length - 8; end += 3) {
      const result = await ask(`/gzip/${end}`, bytes.subarray(0, end), { 'content-encoding': 'gzip' });
      expect(result.kind, `${end}`).toBe('failed');
    }
  });
});
