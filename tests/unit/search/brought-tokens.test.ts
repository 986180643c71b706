import { expect, test } from 'vitest';
import { searchTokens } from '../../../electron/core/normalize/search-tokens.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { indexDue, leftToIndex } from '../../../electron/core/store/search-index.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';
import { find, titlesOf } from './library.ts';

/** As the ingest makes it; its tokens say more than its text, so that a test sees which of the two is in the index. */
function withTokens(guid: string, title: string, { text = 'plain', publishedAt = NOON }: { text?: string; publishedAt?: number } = {}): IncomingArticle {
  return { ...incoming({ guid, title, text: `<p>${text}</p>`, publishedAt }), tags: [], tokens: searchTokens({ title, texts: [`${text} brought`], tags: [] }) };
}

/** Of four neighbouring minutes. */
function crowd(from: number): IncomingArticle[] {
  return Array.from({ length: 120 }, (_, n) => withTokens(`${from + n}`, `Article ${from + n}`, { publishedAt: NOON - ((from + n) % 4) * 60_000 }));
}

test('however many come in one transaction, the tokens that they bring are in the index when it ends', () => {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf(Array.from({ length: 250 }, (_, n) => withTokens(`${n}`, `Article ${n}`))), NOON);
  expect(leftToIndex(store)).toBe(0);
  expect(find(store, 'brought').total).toEqual({ count: 250, exact: true });
});

test('tokens are taken while their transaction is open by who asks for them', () => {
  const store = testStore();
  const { id } = follow(store);
  store.transaction(() => {
    const { added } = storeDocument(store, id, documentOf([withTokens('1', 'Dysprosium')]), NOON);
    expect(titlesOf(store, 'brought')).toEqual([]);
    indexDue(store, added);
    expect(titlesOf(store, 'brought')).toEqual(['Dysprosium']);
  });
  expect(titlesOf(store, 'brought')).toEqual(['Dysprosium']);
});

test('what a person adds in the same transaction is found, and the text as it is stored', () => {
  const store = testStore();
  const { id } = follow(store);
  store.transaction(() => {
    const { added } = storeDocument(store, id, documentOf([withTokens('1', 'Dysprosium')]), NOON);
    setNote(store, added[0] ?? 0, 'remembered');
  });
  expect(titlesOf(store, 'remembered')).toEqual(['Dysprosium']);
  expect(titlesOf(store, 'plain')).toEqual(['Dysprosium']);
});

test('a revision in the same transaction counts, not the tokens of the text before it', () => {
  const store = testStore();
  const { id } = follow(store);
  store.transaction(() => {
    storeDocument(store, id, documentOf([withTokens('1', 'Dysprosium', { text: 'early' })]), NOON);
    storeDocument(store, id, documentOf([withTokens('1', 'Dysprosium', { text: 'late' })]), NOON);
  });
  expect(titlesOf(store, 'early')).toEqual([]);
  expect(titlesOf(store, 'late')).toEqual(['Dysprosium']);
});

test('of what was taken back nothing is indexed, and another article in its place is found by its own words', () => {
  const store = testStore();
  const { id } = follow(store);
  expect(() =>
    store.transaction(() => {
      storeDocument(store, id, documentOf([withTokens('1', 'Dysprosium')]), NOON);
      throw new Error('taken back');
    }),
  ).toThrow('taken back');
  store.transaction(() => {
    expect(() =>
      store.savepoint(() => {
        storeDocument(store, id, documentOf([withTokens('2', 'Terbium')]), NOON);
        throw new Error('taken back');
      }),
    ).toThrow('taken back');
    storeDocument(store, id, documentOf([incoming({ guid: '3', title: 'Thulium', text: '<p>plain</p>', publishedAt: NOON })]), NOON);
  });
  expect(titlesOf(store, 'brought')).toEqual([]);
  expect(titlesOf(store, 'plain')).toEqual(['Thulium']);
});

test('a crowd of one hour finds its seats, also after a restart, and is listed in order', () => {
  const first = testStore();
  const { id } = follow(first);
  storeDocument(first, id, documentOf(crowd(0)), NOON);
  first.close();
  const store = testStore({ profile: first.profile });
  storeDocument(store, id, documentOf([...crowd(120), ...crowd(0)]), NOON);
  const inOrder = store.all<{ title: string }>('SELECT title FROM articles ORDER BY id DESC LIMIT 200').map(({ title }) => title);
  expect(store.get('SELECT count(*) AS all_docs, count(DISTINCT doc) AS docs FROM search_docs')).toEqual({ all_docs: 240, docs: 240 });
  expect(titlesOf(store, 'brought')).toEqual(inOrder);
});
