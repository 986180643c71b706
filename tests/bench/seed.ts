/** Fills a profile with articles through the store itself: `node seed.ts <profile> <articles>`. */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { IncomingArticle } from '../../electron/core/normalize/incoming-article.ts';
import { searchTokens } from '../../electron/core/normalize/search-tokens.ts';
import { addFeed } from '../../electron/core/store/feeds.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import { setRead } from '../../electron/core/store/status.ts';
import { storeDocument } from '../../electron/core/store/store-document.ts';

const FEEDS = 100;
const DAY = 24 * 60 * 60_000;
const WORDS = 'dysprosium terbium neodymium oxide price quota tonne magnet export licence separation plant border inspection ore concentrate trader contract delivery quarter 氧化镝 稀土 出口管制 挂牌价 磁材 配额'.split(' ');

const profile = process.argv[2]!;
const total = Number(process.argv[3] ?? 100_000);
const now = Date.now();

function words(seed: number, count: number): string {
  let state = seed * 2654435761;
  let text = '';
  for (let n = 0; n < count; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += `${WORDS[state % WORDS.length]} `;
  }
  return text.trimEnd();
}

const short = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 11);

function article(feed: number, n: number): IncomingArticle {
  const seed = feed * 1_000_003 + n;
  const title = `${words(seed, 9)} ${seed}`;
  const paragraphs = [words(seed + 1, 120), words(seed + 2, 140), words(seed + 3, 160)];
  const html = paragraphs.map((text) => `<p>${text}</p>`).join('');
  const at = now - Math.floor((n / (total / FEEDS)) * 700 * DAY) - feed * 61_000;
  return {
    keys: { guid: short(`g${seed}`), url: short(`u${seed}`), content: short(`c${seed}`) },
    title,
    url: `https://example.org/${feed}/${n}`,
    authors: [],
    tags: [],
    lang: 'en',
    publishedAt: at,
    placedAt: at,
    summary: words(seed + 1, 40).slice(0, 300),
    body: deflateRawSync(html),
    textLength: html.length,
    revision: short(`r${seed}`),
    images: [],
    enclosures: [],
    tokens: searchTokens({ title, texts: [paragraphs.join(' ')], tags: [] }),
  };
}

const store = openStore({ profile, now: () => now });
for (let feed = 0; feed < FEEDS; feed++) {
  const record = addFeed(store, {
    feedUrl: `https://example.org/feed/${feed}`,
    kind: 'rss',
    facts: { title: `Source ${feed}`, siteUrl: null, lang: 'en' },
    folderId: null,
    title: null,
  });
  const perFeed = total / FEEDS;
  const { added } = storeDocument(
    store,
    record.id,
    {
      feedKind: 'rss',
      facts: { title: `Source ${feed}`, siteUrl: null, lang: 'en' },
      articles: Array.from({ length: perFeed }, (_, n) => article(feed, n)),
      validators: { etag: null, lastModified: null },
      bodyHash: String(feed),
      permanentUrl: null,
      nextAt: now + DAY,
    },
    now,
  );
  setRead(store, added.slice(Math.floor(perFeed / 10)), true);
}
store.close();
