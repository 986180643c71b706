import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { TOKENS_VERSION } from '../../../electron/contract/search/tokens.ts';
import { streamOfAll, searchTokens } from '../../../electron/core/normalize/search-tokens.ts';
import { createThreadShare } from '../../../electron/core/pace/thread-share.ts';
import { fillSearch, leftToIndex, useTokensVersion } from '../../../electron/core/store/search-index.ts';
import { oddTexts } from './corpus.ts';
import { find, libraryOf } from './library.ts';

/** The tokens of these texts, by version. A change of them is a new line here and one more in TOKENS_VERSION. */
const HASHES: Readonly<Record<number, string>> = {
  1: '5f0b072b6931d06f',
  2: 'a94a85d56352ff95',
};

test('texts have the tokens that the version of the index says', () => {
  const texts = [...oddTexts(20261126, 200).flatMap(({ title, text }) => [title, text]), 'rare-earth a-b-c ab--cd -ab-cd ab-cd- u.s. 553,000 1.68 Dy₂O₃ (Nd) 한국 ㍿ ½ ガス 釔'];
  const tokens = texts.map((text) => searchTokens({ title: text, texts: [text], tags: [text] }));
  expect(createHash('sha256').update(JSON.stringify(tokens)).digest('hex').slice(0, 16)).toBe(HASHES[TOKENS_VERSION]);
});

test('a library that other tokens were made for is indexed anew, from the newest on, and can be asked meanwhile', async () => {
  const { store, ids } = libraryOf(Array.from({ length: 50 }, (_, n) => ({ title: `Article ${n}`, text: 'holmium' })));
  useTokensVersion(store);
  await fillSearch(store, createThreadShare());
  // As another version would have read it.
  store.run('INSERT OR REPLACE INTO search (rowid, title, text, notes, tags, symbols) SELECT doc, ?1, ?1, ?1, ?1, ?1 FROM search_docs WHERE article = ?2', streamOfAll(['otherwise']), ids[49] ?? 0);
  useTokensVersion(store);
  expect(leftToIndex(store)).toBe(0);
  expect(find(store, 'holmium ').total.count).toBe(49);
  useTokensVersion(store, TOKENS_VERSION + 1);
  expect(find(store, 'holmium ')).toMatchObject({ total: { count: 49 }, indexing: { left: 50 } });
  await fillSearch(store, createThreadShare());
  expect(find(store, 'holmium ')).toMatchObject({ total: { count: 50 }, indexing: null });
  expect(find(store, 'otherwise ').total.count).toBe(0);
});

test('a long word beside hyphens is read once', () => {
  const long = 'a'.repeat(200_000);
  // By its square it would take minutes, and the test would end.
  expect(streamOfAll([`${long} rare-earth ${long}---`]).endsWith(' ¶ rareearth')).toBe(true);
});

test.each([['한국', '한국'.normalize('NFD')], ['한국'.normalize('NFD'), '한국'], ['ガス'.normalize('NFD'), 'ｶﾞｽ']])('%s is found as %s', (stored, asked) => {
  const { store } = libraryOf([{ title: `${stored} 2026` }]);
  const page = find(store, `${asked} `);
  expect(page.articles.map(({ titleSpans }) => titleSpans)).toEqual([[[0, stored.length]]]);
});

test.each([['ab-cd', 'abcd'], ['ab-cd-', null], ['-ab-cd', null], ['ab--cd', null], ['x ab-cd y', 'abcd'], ['稀土ab-cd', 'abcd'], ['ab-3.5-cd.', 'ab3·5cd'], ['ab-cd--ef', null], ['ж-ab-cd', 'жabcd'], ['1-2-3', null]])('what %s joins: %s', (text, joined) => {
  expect(streamOfAll([text]).split(' ¶ ')[1] ?? null).toBe(joined);
});
