import { escape } from '../escape.ts';
import { seededRandom } from '../../seeded-random.ts';
import type { FeedBytes } from './feed-source.ts';

const WORDS =
  'dysprosium terbium neodymium oxide tonnes separator quota concentrate magnet plant kilns offtake tender freight licence assay recovery ionic clay monazite premium stock buyer seller month quarter contract grade alloy motor turbine inspection port border furnace acid extraction stage capacity permit feasibility drill hole metre percent yuan dollar kilogram spot discount surplus shortage refinery tailings thorium residue polishing catalyst phosphor export import customs'.split(' ');

function sentence(next: () => number, words: number): string {
  const line = Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
  return `${line[0]?.toUpperCase()}${line.slice(1)}, ${(next() * 900).toFixed(1)} tonnes.`;
}

/** A body of 2 to 6 kilobytes. */
function body(next: () => number): string {
  const size = 2000 + next() * 4000;
  let html = '';
  while (html.length < size) html += `<p>${sentence(next, 12 + Math.floor(next() * 14))} <b>${sentence(next, 6)}</b> ${sentence(next, 18)}</p>\n`;
  return html;
}

export interface LoadRequest {
  /** Which feed; odd ones are Atom. */
  readonly feed: number;
  readonly items: number;
  /** How many items were added since the start; each shifts the window by one. */
  readonly revision: number;
  readonly seed: number;
  readonly origin: string;
  /** Epoch milliseconds of the newest item of revision 0. */
  readonly startedAt: number;
}

/** A feed for benchmarks: the same bytes for the same request. */
export function loadFeed(request: LoadRequest): FeedBytes {
  const { feed, items, revision, seed, origin, startedAt } = request;
  const rows = Array.from({ length: items }, (_, i) => {
    const number = revision - i;
    const next = seededRandom(seed * 1_000_003 + feed * 7919 + number * 31);
    return { number, title: sentence(next, 8), html: body(next), at: startedAt + number * 3_600_000 };
  });
  const link = (number: number): string => `${origin}/load/${feed}/item/${number}`;
  if (feed % 2 === 1) {
    const entries = rows.map((row) => `<entry><id>urn:load:${feed}:${row.number}</id><title>${escape(row.title)}</title><link href="${link(row.number)}"/><updated>${new Date(row.at).toISOString()}</updated><content type="html">${escape(row.html)}</content></entry>`);
    return { type: 'application/atom+xml', body: Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:load:${feed}</id><title>Load ${feed}</title><updated>${new Date(startedAt + revision * 3_600_000).toISOString()}</updated>\n${entries.join('\n')}\n</feed>\n`) };
  }
  const entries = rows.map((row) => `<item><guid isPermaLink="false">load-${feed}-${row.number}</guid><title>${escape(row.title)}</title><link>${link(row.number)}</link><pubDate>${new Date(row.at).toUTCString()}</pubDate><description>${escape(row.html)}</description></item>`);
  return { type: 'application/rss+xml', body: Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Load ${feed}</title><link>${origin}/</link><description>For measuring</description>\n${entries.join('\n')}\n</channel></rss>\n`) };
}
