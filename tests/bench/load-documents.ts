import { seededRandom } from '../seeded-random.ts';

/** The documents of the load server: repeatable feeds whose bodies are 2 to 6 kB. */
const WORDS = 'dysprosium terbium neodymium praseodymium oxide separation quota tonne Ganzhou Baotou magnet price licence export plant output kiln solvent extraction concentrate ore grade trader contract delivery quarter border inspection stock reserve alloy furnace recycling pilot feasibility study'.split(' ');

function sentence(next: () => number, words: number): string {
  return Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
}

export interface LoadDocument {
  /** Odd ones are Atom, even ones RSS. */
  readonly feed: number;
  readonly items: number;
  /** How many items were added since the start; each moves the window on by one. */
  readonly round: number;
  /** Epoch milliseconds of the newest item of round 0. */
  readonly start: number;
}

function item(n: number, { feed, start }: LoadDocument): string {
  const next = seededRandom(feed * 100_003 + n);
  const title = `${sentence(next, 8)} ${feed}-${n}`;
  const date = new Date(start - n * 37 * 60_000 - feed * 1000);
  const paragraphs = 3 + Math.floor(next() * 6);
  let body = '';
  for (let p = 0; p < paragraphs; p++) body += `<p>${sentence(next, 60 + Math.floor(next() * 40))}.</p>`;
  const link = `http://127.0.0.1/${feed}/story/${n}`;
  return feed % 2 === 1
    ? `<entry><id>urn:story:${feed}:${n}</id><title>${title}</title><link href="${link}"/><updated>${date.toISOString()}</updated><published>${date.toISOString()}</published><content type="html"><![CDATA[${body}]]></content></entry>`
    : `<item><guid isPermaLink="false">story-${feed}-${n}</guid><title>${title}</title><link>${link}</link><pubDate>${date.toUTCString()}</pubDate><description><![CDATA[${body}]]></description></item>`;
}

/** The same text for the same request. */
export function loadDocument(request: LoadDocument): string {
  const { feed, items, round, start } = request;
  const list = Array.from({ length: items }, (_, at) => item(at - round, request)).join('');
  return feed % 2 === 1
    ? `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Feed ${feed}</title><id>urn:feed:${feed}</id><updated>${new Date(start).toISOString()}</updated>${list}</feed>`
    : `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>http://127.0.0.1/${feed}</link><description>Load</description>${list}</channel></rss>`;
}
