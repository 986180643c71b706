/**
 * Parsers on one document, in turns in one process: `node throughput-child.ts <rss|atom> <items> [one parser]`. Prints the
 * median CPU milliseconds of each as JSON; with one parser named, that and the process's peak memory.
 */
import RssParser from 'rss-parser';
import { parseFeed as feedsmith } from 'feedsmith';
import { decodeText } from '../../electron/core/fetch/decode-text.ts';
import { normalizeFeed } from '../../electron/core/normalize/normalize-feed.ts';
import { parseFeed } from '../../electron/core/parse/parse-feed.ts';
import type { ParsedFeed } from '../../electron/core/parse/parsed-feed.ts';
import { loadDocument } from './load-documents.ts';
import { median } from './stats.ts';

const [kind = 'rss', itemsText = '50', only] = process.argv.slice(2);
const items = Number(itemsText);
const ADDRESS = 'http://127.0.0.1/feed';
const NOW = Date.UTC(2026, 10, 20);
const ROUNDS = 15;
/** As many documents a round as take some tens of milliseconds: the clock of the processor counts in coarse steps. */
const repeats = Math.max(1, Math.round(1500 / items));

const bytes = Buffer.from(loadDocument({ feed: kind === 'atom' ? 1 : 0, items, round: 0, start: NOW }));
const text = bytes.toString();
const rssParser = new RssParser();

async function ours(source: string): Promise<ParsedFeed> {
  const parsed = await parseFeed(source, { url: ADDRESS });
  if (parsed.kind === 'failed') throw new Error(parsed.code);
  return parsed.feed;
}

/** Each gives how many items it found. */
const PARSERS: Readonly<Record<string, () => Promise<number>>> = {
  whole: async () => normalizeFeed(await ours(decodeText(bytes, null)), { feedUrl: ADDRESS, finalUrl: ADDRESS, now: NOW }).articles.length,
  parseFeed: async () => (await ours(text)).items.length,
  'rss-parser': async () => (await rssParser.parseString(text)).items.length,
  feedsmith: async () => {
    const { format, feed } = feedsmith(text);
    return (format === 'atom' ? feed.entries : format === 'rss' ? feed.items : [])?.length ?? 0;
  },
};

async function cpuMs(parse: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < repeats; n++) {
    const found = await parse();
    if (found !== items) throw new Error(`${found} items of ${items}`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / repeats;
}

const parsers = Object.entries(PARSERS).filter(([name]) => only === undefined || name === only);
const samples = new Map(parsers.map(([name]) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, parse] of parsers) {
    const ms = await cpuMs(parse);
    // The first two rounds are the compiler's.
    if (round > 1) samples.get(name)?.push(ms);
  }
}
console.log(JSON.stringify({ cpuMs: Object.fromEntries([...samples].map(([name, all]) => [name, median(all)])), kb: bytes.length / 1000, peakMb: process.resourceUsage().maxRSS / 1000 }));
