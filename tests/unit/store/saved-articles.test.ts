import { expect, test } from 'vitest';
import { savedAddressKey } from '../../../electron/core/normalize/saved-address.ts';
import { savedArticle } from '../../../electron/core/normalize/saved-article.ts';
import { sanitizeArticle } from '../../../electron/core/normalize/sanitize-article.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { listFeeds } from '../../../electron/core/query/list-feeds.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { addSavedArticle, articlesAtAddresses } from '../../../electron/core/store/saved-articles.ts';
import { setBookmarked } from '../../../electron/core/store/status.ts';
import { DAY, documentOf, follow, incoming, NOON, testStore } from './library.ts';

const URL = 'https://www.metals.example/a/12?utm_source=mail';
const bookmarks = (store: ReturnType<typeof testStore>) => listArticles(store, { scope: { kind: 'bookmarks' }, limit: 10 }, NOON).articles;

test('a link saved twice, however written, is one bookmark under its publisher, with no feed to follow', () => {
  const store = testStore();
  const first = addSavedArticle(store, savedArticle({ url: URL, title: 'Dysprosium up' }, NOON), { savedAt: NOON - 9 * DAY });
  const again = addSavedArticle(store, savedArticle({ url: 'http://metals.example/a/12/', title: 'Dysprosium up again' }, NOON));
  expect(first.added).toBe(true);
  expect(again).toEqual({ articleId: first.articleId, added: false, bookmarked: false });
  expect(bookmarks(store)).toMatchObject([{ id: first.articleId, title: 'Dysprosium up', feedTitle: 'metals.example', bookmarked: true, kept: 'headline', sortAt: NOON - 9 * DAY }]);
  expect(listFeeds(store).feeds).toEqual([]);
});

test('a text fetched later fills the link, and the link saved once more takes it not away', () => {
  const store = testStore();
  const link = savedArticle({ url: URL, title: 'Dysprosium up' }, NOON);
  const { articleId } = addSavedArticle(store, link);
  addSavedArticle(store, savedArticle({ url: URL, title: 'Dysprosium up 4 %', body: sanitizeArticle('<p>It rose.</p>', URL) }, NOON), { outlet: 'Oxide & Alloy' });
  addSavedArticle(store, link);
  expect(getArticle(store, articleId)).toMatchObject({ title: 'Dysprosium up 4 %', contentHtml: '<p>It rose.</p>', feedTitle: 'Oxide & Alloy', kept: 'full' });
  expect(store.all('SELECT origin FROM frozen_texts WHERE article_id = ?', articleId)).toHaveLength(1);
});

test('what a clean-up took comes back when saved again', async () => {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const { articleId } = addSavedArticle(store, savedArticle({ url: URL, title: 'Dysprosium up' }, NOON), { read: true });
  setBookmarked(store, articleId, false);
  expect(bookmarks(store)).toEqual([]);
  expect((await cleanUp(store, { before: NOON + DAY })).removed).toBe(1);
  expect(addSavedArticle(store, savedArticle({ url: URL, title: 'Dysprosium up' }, NOON))).toEqual({ articleId, added: true, bookmarked: true });
  expect(bookmarks(store)).toMatchObject([{ id: articleId, read: true }]);
});

test('an address is found in whichever feed has it', () => {
  const store = testStore();
  const feed = follow(store);
  const key = savedAddressKey(URL) ?? '';
  const article = incoming({ title: 'Dysprosium up', url: URL });
  const { added } = storeDocument(store, feed.id, documentOf([{ ...article, keys: { ...article.keys, url: key } }]), NOON);
  expect([...articlesAtAddresses(store, [key, 'unknown'])]).toEqual([[key, added[0]]]);
});

test('a link without a title is named by its address, and one that is no web address has none', () => {
  expect(savedArticle({ url: URL, title: '  ' }, NOON)).toMatchObject({ title: 'metals.example/a/12?utm_source=mail', publishedAt: null });
  expect(savedArticle({ url: 'javascript:alert(1)', title: 'x <b>&' }, NOON)).toMatchObject({ url: null, title: 'x <b>&', keys: { url: null } });
});
