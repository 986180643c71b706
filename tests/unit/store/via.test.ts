import { expect, test } from 'vitest';
import type { Article } from '../../../electron/contract/model.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { normalizeFeed } from '../../../electron/core/normalize/normalize-feed.ts';
import { parseFeed } from '../../../electron/core/parse/parse-feed.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { NOON, documentOf, follow, testStore } from './library.ts';

const URL_OF = 'https://planet.example/feed';

async function stored(text: string): Promise<Article[]> {
  const parsed = await parseFeed(text, { url: URL_OF });
  if (parsed.kind === 'failed') throw new Error(parsed.code);
  const { articles } = normalizeFeed(parsed.feed, { feedUrl: URL_OF, finalUrl: URL_OF, now: NOON });
  const store = testStore();
  return storeDocument(store, follow(store).id, documentOf(articles), NOON).added.map((id) => getArticle(store, id));
}

test('an article tells whom its feed took it over from', async () => {
  const rss = await stored(`<rss version="2.0"><channel><title>Planet</title>
    <item><guid>1</guid><title>One</title><source url="https://kestrel.example/">Kestrel &amp; Co</source></item>
    <item><guid>2</guid><title>Two</title><source url="javascript:alert(1)">Oxide</source></item>
    <item><guid>3</guid><title>Three</title><source url="https://planet.example/feed">Planet</source></item>
    <item><guid>4</guid><title>Four</title><source url="https://nameless.example/"/></item></channel></rss>`);
  expect(rss.map(({ via }) => via)).toEqual([{ title: 'Kestrel & Co', url: 'https://kestrel.example/' }, { title: 'Oxide', url: null }, null, null]);
  const [atom] = await stored(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><entry><id>1</id><title>One</title>
    <source><id>k</id><title type="html">Kestrel &amp;amp; Co</title><link rel="self" href="https://kestrel.example/atom"/><link href="https://kestrel.example/"/><author><name>Ann</name></author></source></entry></feed>`);
  expect(atom).toMatchObject({ title: 'One', via: { title: 'Kestrel & Co', url: 'https://kestrel.example/' }, authors: ['Ann'] });
});

test('an item that holds nothing to call it by is named by its file, or not at all; a title that nobody can see is none', async () => {
  const articles = await stored(`<rss version="2.0"><channel><title>T</title>
    <item><pubDate>Wed, 18 Nov 2026 08:00:00 GMT</pubDate></item>
    <item><enclosure url="https://planet.example/files/report%20q3.pdf?x=1" type="application/pdf"/></item>
    <item><guid>3</guid><title>&#x200B;&#xFEFF;</title><description>Terbium is short again.</description></item></channel></rss>`);
  expect(articles.map(({ title }) => title)).toEqual(['', 'report q3.pdf', 'Terbium is short again.']);
});
