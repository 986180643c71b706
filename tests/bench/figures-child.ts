/** Fills a profile with price notes, has the lens read them, and times what is asked of figures across articles: `node figures-child.ts <profile> <articles>`; prints JSON. */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { createNameFinder } from '../../electron/core/entities/name-finder.ts';
import { readFigures, type FigureNames } from '../../electron/core/figures/read-figures.ts';
import type { IncomingArticle } from '../../electron/core/normalize/incoming-article.ts';
import { searchTokens } from '../../electron/core/normalize/search-tokens.ts';
import { entityLens } from '../../electron/core/query/entity-lens.ts';
import { figureChoices } from '../../electron/core/query/figure-choices.ts';
import { listDates } from '../../electron/core/query/list-dates.ts';
import { listFigures } from '../../electron/core/query/list-figures.ts';
import { priceProducts } from '../../electron/core/query/price-products.ts';
import { priceSeries } from '../../electron/core/query/price-series.ts';
import { addFeed } from '../../electron/core/store/feeds.ts';
import { nextDue, writeFigures } from '../../electron/core/store/figures.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import { storeDocument } from '../../electron/core/store/store-document.ts';
import { quantile } from './stats.ts';

const DAY = 24 * 60 * 60_000;
const FEEDS = 20;
const OXIDES = ['dysprosium', 'terbium', 'neodymium', 'praseodymium', 'gadolinium', 'holmium', 'lanthanum', 'cerium', 'yttrium', 'samarium'];

const profile = process.argv[2]!;
const total = Number(process.argv[3] ?? 20_000);
const now = Date.now();
const short = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 11);

function article(feed: number, n: number): IncomingArticle {
  const seed = feed * 1_000_003 + n;
  const at = now - Math.floor((n / (total / FEEDS)) * 700 * DAY) - feed * 61_000;
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
  const quotes = OXIDES.map((oxide, place) => {
    const low = 200 + ((seed * (place + 7)) % 1500);
    return `On ${day} ${oxide} oxide stood at ${low}-${low + 20} yuan/kg, up ${(seed + place) % 9}.${place}% week on week.`;
  });
  const title = `Oxide prices of ${day}, note ${seed}`;
  const html = quotes.map((text) => `<p>${text}</p>`).join('');
  return {
    keys: { guid: short(`g${seed}`), url: short(`u${seed}`), content: short(`c${seed}`) },
    title, url: `https://example.org/${feed}/${n}`, authors: [], tags: [], lang: 'en', publishedAt: at, placedAt: at, summary: quotes[0] ?? '',
    body: deflateRawSync(html), textLength: html.length, revision: short(`r${seed}`), images: [], enclosures: [],
    tokens: searchTokens({ title, texts: [quotes.join(' ')], tags: [] }),
  };
}

const store = openStore({ profile, now: () => now });
for (let feed = 0; feed < FEEDS; feed++) {
  const facts = { title: `Desk ${feed}`, siteUrl: null, lang: 'en' };
  const { id } = addFeed(store, { feedUrl: `https://example.org/feed/${feed}`, kind: 'rss', facts, folderId: null, title: null });
  storeDocument(store, id, { feedKind: 'rss', facts, articles: Array.from({ length: total / FEEDS }, (_, n) => article(feed, n)), validators: { etag: null, lastModified: null }, bodyHash: String(feed), permanentUrl: null, nextAt: now + DAY }, now);
}

const finder = createNameFinder();
const names: FigureNames = { mentions: (text) => finder.mentions(text), partsOf: (id) => finder.entities.get(id)?.of ?? [] };
const began = process.cpuUsage();
for (let due = nextDue(store, 200); due.length > 0; due = nextDue(store, 200)) {
  const read = due.map((one) => ({ one, result: readFigures(one.job, names) }));
  store.transaction(() => {
    for (const { one, result } of read) if (!writeFigures(store, one, result, 1)) throw new Error('an article changed while it was read');
  });
}
const { user, system } = process.cpuUsage(began);

async function time(ask: () => unknown, rounds = 60): Promise<{ p50: number; p99: number }> {
  const samples: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const started = performance.now();
    await ask();
    samples.push(performance.now() - started);
  }
  return { p50: quantile(samples, 0.5), p99: quantile(samples, 0.99) };
}

const known = finder.entities;
const [product] = priceProducts(store, known);
if (!product) throw new Error('no price was read');
const times = {
  'newest figures': await time(() => listFigures(store, {}, { limit: 100 })),
  'of an element': await time(() => listFigures(store, { entityId: 'element:Dy' }, { limit: 100 })),
  'of a unit and a source': await time(() => listFigures(store, { unit: 'CNY/kg', feedId: 7 }, { limit: 100 })),
  'of two kinds': await time(() => listFigures(store, { kinds: ['price', 'change'] }, { limit: 100 })),
  'what a filter can be narrowed to': await time(() => figureChoices(store, {}, known)),
  'all that prices are quoted of': await time(() => priceProducts(store, known)),
  'one series of prices': await time(() => priceSeries(store, { product: product.product }, { known, rate: null })),
  'the page of an element': await time(() => entityLens(store, { entityId: 'element:Dy', days: 365, now }, known)),
  'a month of the calendar': await time(() => listDates(store, {}, { limit: 100 })),
};
const { figures } = store.get<{ figures: number }>('SELECT count(*) AS figures FROM figures') ?? { figures: 0 };
const sorted = await time(() => store.all('SELECT f.article_id, f.low FROM figures f ORDER BY f.low DESC LIMIT 100'), 5);
console.log(JSON.stringify({ figures, perSecond: total / ((user + system) / 1e6), times, sorted }));
store.close();
