import { expect, test } from 'vitest';
import { printedDay } from '../../../electron/contract/page-facts.ts';
import { extractHtml } from '../../../electron/core/extract/extract-page.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { normalizeFeed } from '../../../electron/core/normalize/normalize-feed.ts';
import { savedArticle } from '../../../electron/core/normalize/saved-article.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { parseFeed } from '../../../electron/core/parse/parse-feed.ts';
import { readPage } from '../../../electron/core/parse/page/read-page.ts';
import { addPublishedDay } from '../../../electron/core/store/add-published-day.ts';
import { mendSavedDays } from '../../../electron/core/store/mend-saved-days.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { keepPageText } from '../../../electron/core/store/page-texts.ts';
import { addSavedArticle } from '../../../electron/core/store/saved-articles.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { DAY, HOUR, NOON, documentOf, follow, incoming, testStore } from './library.ts';

const URL_OF = 'https://metals.example/feed';

async function articlesOf(text: string): Promise<readonly IncomingArticle[]> {
  const parsed = await parseFeed(text, { url: URL_OF });
  if (parsed.kind === 'failed') throw new Error(parsed.code);
  return normalizeFeed(parsed.feed, { feedUrl: URL_OF, finalUrl: URL_OF, now: NOON }).articles;
}

function daysOf(articles: readonly IncomingArticle[]): readonly (string | null)[] {
  const store = testStore();
  storeDocument(store, follow(store).id, documentOf(articles), NOON);
  const rows = listArticles(store, { scope: { kind: 'all' }, limit: 50 }, NOON).articles;
  return rows.map(({ id, publishedDay }) => {
    expect(getArticle(store, id).publishedDay).toBe(publishedDay);
    return publishedDay;
  });
}

test('a feed that names a day without a time is shown with that day, and one that names midnight with its time', async () => {
  const items = ['2026-11-18', 'Tue, 17 Nov 2026', 'Mon, 16 Nov 2026 00:00:00 GMT', '2026-11-15T08:00Z', '2026年11月14日'];
  const text = `<rss version="2.0"><channel><title>T</title>${items.map((date, at) => `<item><guid>${at}</guid><title>Item ${at}</title><pubDate>${date}</pubDate></item>`).join('')}</channel></rss>`;
  expect(daysOf(await articlesOf(text))).toEqual(['2026-11-18', '2026-11-17', null, null, '2026-11-14']);
});

test('so is JSON Feed', async () => {
  const items = [{ id: '1', title: 'One', date_published: '2026-11-18' }, { id: '2', title: 'Two', date_published: '2026-11-17T00:00:00Z' }];
  const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items });
  expect(daysOf(await articlesOf(text))).toEqual(['2026-11-18', null]);
});

test('a day that the reader does not believe is not shown either', async () => {
  const text = '<rss version="2.0"><channel><item><guid>1</guid><title>One</title><pubDate>1955-11-18</pubDate></item></channel></rss>';
  expect(daysOf(await articlesOf(text))).toEqual([null]);
});

test('a page tells the day that it prints, in its own zone', () => {
  const rows = ['2026-11-18', '2026-11-17 09:30', '2026-11-16'].map((date, at) => `<li><a href="/news/1000${at}.html">Dysprosium oxide, report ${at}</a><span class="d">${date}</span></li>`);
  const reading = readPage(`<html lang="zh-CN"><body><ul class="list">${rows.join('')}</ul></body></html>`, {
    url: 'https://metals.example.cn/list', rules: { kind: 'html', item: 'ul.list > li', title: null, link: null, date: '.d', summary: null }, now: NOON,
  });
  if (reading.kind !== 'items') throw new Error(reading.kind);
  expect(reading.feed.items.map(({ publishedAt, publishedDay }) => [publishedAt, publishedDay])).toEqual([
    [Date.parse('2026-11-18T00:00+08:00'), '2026-11-18'], [Date.parse('2026-11-17T09:30+08:00'), null], [Date.parse('2026-11-16T00:00+08:00'), '2026-11-16'],
  ]);
});

test('a library of before has articles without such a mark', async () => {
  const old = testStore({ migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(addPublishedDay)) });
  const feed = follow(old);
  old.run('INSERT INTO statuses (article_id, feed_id, guid_key, url_key, content_key, arrived_at, kept_at, kept) VALUES (1, ?, NULL, NULL, ?, 1, 1, 0)', feed.id, 'x');
  old.run("INSERT INTO articles (id, feed_id, title, authors, tags, summary, text_length, revision, enclosures) VALUES (1, ?, 'Old', '[]', '[]', '', 0, 'r', '[]')", feed.id);
  old.close();
  expect(getArticle(testStore({ profile: old.profile }), 1)).toMatchObject({ title: 'Old', publishedDay: null });
});

test('a saved link whose page prints a day alone has that day, not the one in Greenwich of its midnight', () => {
  const url = 'https://www.rare-earths.example.cn/news/1.html';
  const text = '稀土价格本周继续上涨，氧化镨钕报价为每吨六十万元，市场交投活跃，分离企业惜售。'.repeat(12);
  const dayOf = (printed: string): unknown => {
    const page = extractHtml(`<html lang="zh-CN"><head><title>稀土周报</title></head><body><article><h1>稀土周报</h1><p>发布日期：${printed} 来源：协会</p><p>${text}</p><p>${text}</p></article></body></html>`, { url, now: NOON });
    if (page.kind === 'failed') throw new Error(page.code);
    const store = testStore();
    const { articleId } = addSavedArticle(store, savedArticle({ url, title: '' }, NOON));
    keepPageText(store, articleId, { html: page.html, text: page.text, images: [], facts: page.facts, url, handedIn: false, version: 1 }, NOON);
    return store.get('SELECT published_day AS day, published_at AS at FROM articles WHERE id = ?', articleId);
  };
  const at = Date.parse('2026-11-20T00:00+08:00');
  expect(dayOf('2026年11月20日')).toEqual({ day: '2026-11-20', at });
  expect(dayOf('2026-11-20 00:00')).toEqual({ day: '2026-11-20', at });
  expect(dayOf('2026-11-20 09:30')).toEqual({ day: null, at: at + 9.5 * HOUR });
});

test('facts that were read before days were kept give the day of their noon', () => {
  const publishedAt = Date.parse('2026-11-20T00:00+08:00');
  expect(printedDay({ publishedAt, dayOnly: true })).toBe('2026-11-20');
  expect(printedDay({ publishedAt: Date.parse('2026-11-20T00:00-08:00'), dayOnly: true })).toBe('2026-11-20');
  expect(printedDay({ publishedAt: Date.parse('2026-11-20T00:00+13:00'), dayOnly: true, publishedDay: '2026-11-20' })).toBe('2026-11-20');
  expect(printedDay({ publishedAt, dayOnly: false })).toBeNull();
});

test('a library of before has the days of its saved pages mended, and nothing else', () => {
  const old = testStore({ migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(mendSavedDays)) });
  const save = (n: number, publishedAt: string, publishedDay: string | null): number =>
    addSavedArticle(old, { ...savedArticle({ url: `https://rare-earths.example/${n}`, title: `${n}`, publishedAt: Date.parse(publishedAt) }, NOON), publishedDay }).articleId;
  const saved = [save(1, '2026-11-20T00:00+08:00', '2026-11-19'), save(2, '2026-11-20T00:00-05:00', '2026-11-20'), save(3, '2026-11-20T00:00+08:00', '2026-11-20'), save(4, '2026-11-19T20:00Z', null)];
  const { added: [listed = 0] } = storeDocument(old, follow(old).id, documentOf([{ ...incoming({ guid: '1', title: 'Listed', publishedAt: NOON - DAY }), publishedDay: '2026-11-22' }]), NOON);
  old.close();
  const store = testStore({ profile: old.profile });
  expect([...saved, listed].map((id) => store.get<{ day: string | null }>('SELECT published_day AS day FROM articles WHERE id = ?', id)?.day)).toEqual(['2026-11-20', '2026-11-20', '2026-11-20', null, '2026-11-22']);
});
