import { LANGUAGES_TOLD_OF, type SearchPage } from '../../../electron/contract/search.ts';
import { describe, expect, test } from 'vitest';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { addHighlight } from '../../../electron/core/store/highlights.ts';
import { renameTag, tagArticles } from '../../../electron/core/store/tags.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { unsubscribe } from '../../../electron/core/store/feeds.ts';
import { createFolder } from '../../../electron/core/store/folders.ts';
import { meets } from '../../../electron/core/rules/meets.ts';
import { likeFinder } from '../watch/like-finder.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { DAY, documentOf, failureOf, HOUR, incoming, NOON, testStore } from '../store/library.ts';
import { find, libraryOf, titlesOf } from './library.ts';

describe('behaviour 13: search finds what is there', () => {
  const articles = [
    { title: 'A', text: '北方稀土公布挂牌价，氧化镝上涨' },
    { title: 'B', text: 'Prices of Dy₂O₃ rose; “separated” oxides too' },
    { title: 'C', text: '磁石メーカーの決算 and rare‑earth magnets' },
    { title: 'D', text: '稀有金属与稀释土壤' },
    { title: 'E', text: '氧化鏑與釹鐵硼' },
    { title: 'F', text: 'Dy metal at 553,000 yuan a tonne' },
    { title: 'G', text: '产量１，２３４吨，增长5，600家' },
  ];
  test.each([
    ['镝', ['A', 'E']],
    ['稀土', ['A']],
    ['磁石', ['C']],
    ['Dy', ['F']],
    ['Dy2O3', ['B']],
    ['Dy₂O₃', ['B']],
    ['"separated" oxides', ['B']],
    ['rare-earth', ['C']],
    ['rareearth', ['C']],
    ['“rare earth”', ['C']],
    ['氧化镝', ['A', 'E']],
    ['钕铁硼', ['E']],
    ['553000', ['F']],
    ['553,000', ['F']],
    ['1234', ['G']],
    ['１，２３４', ['G']],
    ['600家', ['G']],
    ['铽', []],
  ])('%s', (query, titles) => {
    const library = libraryOf(articles);
    expect(titlesOf(library.store, query)).toEqual(titles);
  });
});

test('what a person adds is found as soon as it is written, and no longer once it is taken back', () => {
  const { store, ids } = libraryOf([{ title: 'One', text: 'first text' }, { title: 'Two', text: 'second text' }]);
  const [one = 0] = ids;
  setNote(store, one, 'ask the smelter about terbium');
  expect(titlesOf(store, 'smelter')).toEqual(['One']);
  expect(titlesOf(store, 'note:terbium first')).toEqual(['One']);
  expect(titlesOf(store, 'title:smelter')).toEqual([]);
  addHighlight(store, { articleId: one, quote: 'a quoted passage', prefix: '', suffix: '', start: 0, note: 'doubtful' });
  tagArticles(store, { articleIds: [one], add: ['供应链'], remove: [] });
  expect(titlesOf(store, 'note:doubtful tag:供应链')).toEqual(['One']);
  const { id } = store.get<{ id: number }>('SELECT id FROM tags') ?? { id: 0 };
  renameTag(store, id, 'Supply chain');
  expect([titlesOf(store, 'tag:供应链'), titlesOf(store, 'tag:"supply chain"')]).toEqual([[], ['One']]);
  setNote(store, one, '');
  expect(titlesOf(store, 'smelter')).toEqual([]);
});

test('what is written twice in one transaction is found as it was written last', () => {
  const { store, ids } = libraryOf([{ title: 'One', text: 'first text' }]);
  const [one = 0] = ids;
  store.transaction(() => {
    setNote(store, one, 'lanthanum');
    tagArticles(store, { articleIds: [one], add: ['kept'], remove: [] });
    setNote(store, one, 'cerium');
  });
  expect([titlesOf(store, 'note:lanthanum'), titlesOf(store, 'note:cerium tag:kept first')]).toEqual([[], ['One']]);
});

test('a revised article is found by its new words; what its bookmark froze stays findable', () => {
  const { store, ids, feedId } = libraryOf([{ title: 'Plain', text: 'the old wording' }, { title: 'Kept', text: 'the early wording' }]);
  setBookmarked(store, ids[1] ?? 0, true);
  const revised = ['Plain', 'Kept'].map((title, at) => incoming({ guid: `https://metals.example/feed ${at}`, title, text: '<p>withdrawn by the publisher</p>', publishedAt: NOON - at * HOUR }));
  storeDocument(store, feedId, documentOf(revised), NOON + HOUR);
  expect(titlesOf(store, 'withdrawn')).toEqual(['Plain', 'Kept']);
  expect(titlesOf(store, 'wording')).toEqual(['Kept']);
});

test('what goes is not found, bookmarks are found for ever', async () => {
  const { store, ids, feedId } = libraryOf([{ title: 'One', text: 'cerium' }, { title: 'Two', text: 'cerium' }, { title: 'Three', text: 'cerium' }]);
  setBookmarked(store, ids[2] ?? 0, true);
  setRead(store, [ids[0] ?? 0], true);
  await cleanUp(store, { before: NOON + DAY });
  expect(titlesOf(store, 'cerium')).toEqual(['Two', 'Three']);
  unsubscribe(store, feedId);
  expect(titlesOf(store, 'cerium')).toEqual(['Three']);
  expect(store.get('SELECT count(*) AS n FROM search_due')).toEqual({ n: 0 });
});

function newsstand(): { store: Store } {
  const store = testStore();
  const folder = createFolder(store, { title: 'Trade press' });
  const metals = libraryOf([{ title: 'Dysprosium oxide climbs', text: 'prices in Ganzhou' }, { title: 'Terbium falls', text: 'oxide prices' }], { store, url: 'https://a.example/feed', title: 'Metals Daily' });
  const magnets = libraryOf([{ title: 'Magnet orders', text: 'dysprosium demand' }], { store, url: 'https://b.example/feed', title: '磁材网' });
  store.run('UPDATE feeds SET folder_id = ? WHERE id = ?', folder.id, magnets.feedId);
  setRead(store, [metals.ids[0] ?? 0], true);
  return { store };
}

describe('the language', () => {
  test.each([
    ['dysprosium', ['Magnet orders', 'Dysprosium oxide climbs']],
    ['dysprosium oxide', ['Dysprosium oxide climbs']],
    ['oxide -dysprosium', ['Terbium falls']],
    ['oxide NOT dysprosium', ['Terbium falls']],
    ['-dysprosium', ['Terbium falls']],
    ['oxide -price', ['Dysprosium oxide climbs', 'Terbium falls']],
    ['title:(dysprosium OR magnet) oxide', ['Dysprosium oxide climbs']],
    ['feed:(磁材网 OR "Metals Daily") dysprosium', ['Magnet orders', 'Dysprosium oxide climbs']],
    ['terbium OR magnet', ['Magnet orders', 'Terbium falls']],
    ['(terbium OR magnet) -orders', ['Terbium falls']],
    ['"oxide prices"', ['Terbium falls']],
    ['dyspro* ', ['Magnet orders', 'Dysprosium oxide climbs']],
    ['dyspro', ['Magnet orders', 'Dysprosium oxide climbs']],
    ['dyspro ', []],
    ['title:dysprosium', ['Dysprosium oxide climbs']],
    ['feed:"Metals Daily"', ['Dysprosium oxide climbs', 'Terbium falls']],
    ['feed:metals is:unread', ['Terbium falls']],
    ['is:read', ['Dysprosium oxide climbs']],
    ['来源:磁材网', ['Magnet orders']],
    ['folder:"trade press"', ['Magnet orders']],
    ['-folder:"trade press" oxide', ['Dysprosium oxide climbs', 'Terbium falls']],
    ['feed:nobody', []],
    ['magnet OR feed:metals', ['Magnet orders', 'Dysprosium oxide climbs', 'Terbium falls']],
    ['oxide lang:en', ['Dysprosium oxide climbs', 'Terbium falls']],
    ['oxide lang:zh', []],
    ['oxide before:2026-11-23', []],
    ['oxide after:2026-11-23', ['Dysprosium oxide climbs', 'Terbium falls']],
    ['prices "oxide', ['Dysprosium oxide climbs', 'Terbium falls']],
    ['', []],
    ['-', []],
    ['()', []],
  ])('%s', (query, titles) => {
    const { store } = newsstand();
    expect(titlesOf(store, query).toSorted()).toEqual([...titles].toSorted());
  });
});

test('pages of a search hold each article once, and nothing that arrived after the first', () => {
  const { store, feedId } = libraryOf(Array.from({ length: 25 }, (_, n) => ({ title: `Article ${n}`, text: 'ferro-dysprosium' })));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = find(store, 'ferro', { limit: 10, cursor });
    seen.push(...page.articles.map(({ title }) => title));
    expect(page.total).toEqual({ count: 25, exact: true });
    if (cursor === null) storeDocument(store, feedId, documentOf([incoming({ guid: 'late', title: 'Late', text: 'ferro', publishedAt: NOON - 11.5 * HOUR })]), NOON + HOUR);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `Article ${n}`));
  expect(failureOf(() => find(store, 'ferro', { cursor: 'x' })).code).toBe('invalid-argument');
});

test('an article that names no language is in that of its source, for a search as for a rule', () => {
  const { store, feedId, ids } = libraryOf([{ title: 'Oxide' }, { title: 'Alloy' }, { title: 'Metal' }]);
  store.run("UPDATE feeds SET lang = 'zh-Hans-CN' WHERE id = ?", feedId);
  store.run("UPDATE articles SET lang = 'ZH' WHERE id = ?", ids[0] ?? 0);
  store.run("UPDATE articles SET lang = 'en-GB' WHERE id = ?", ids[1] ?? 0);
  store.run('UPDATE articles SET lang = NULL WHERE id = ?', ids[2] ?? 0);
  const finder = likeFinder(store);
  for (const [lang, titles] of [['zh', ['Oxide', 'Metal']], ['zh-hans', ['Metal']], ['en', ['Alloy']], ['z', []], ['zh%', []]] as const) {
    expect([lang, titlesOf(store, `lang:${lang}`)]).toEqual([lang, titles]);
    expect([lang, meets(store, finder, { langs: [lang] }, ids).map((id) => ['Oxide', 'Alloy', 'Metal'][ids.indexOf(id)])]).toEqual([lang, titles]);
  }
});

test('pages by rank hold what the first page ranked, each once, whatever comes and changes between them', () => {
  const words = ['scandium', 'ferro', 'scandium ferro', 'scandium scandium ferro alloy', 'ferro ferro ferro'];
  const { store, feedId, ids } = libraryOf(Array.from({ length: 40 }, (_, n) => ({ title: `Article ${n}`, text: `${words[n % words.length] ?? ''} ${'alloy '.repeat(n % 7)}` })));
  const query = 'scandium OR ferro';
  const expected = titlesOf(store, query, { order: 'rank' });
  expect(expected).toHaveLength(40);
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let round = 0; round === 0 || cursor !== null; round++) {
    const page: SearchPage = find(store, query, { order: 'rank', limit: 7, cursor });
    seen.push(...page.articles.map(({ title }) => title));
    expect(page.total).toEqual({ count: 40, exact: true });
    cursor = page.nextCursor;
    // One word becomes common, the other stays rare; what was last is written about more, and what was first no more.
    storeDocument(store, feedId, documentOf(Array.from({ length: 30 }, (_, n) => incoming({ guid: `late ${round} ${n}`, title: 'Late', text: '<p>ferro</p>', publishedAt: NOON - n * HOUR }))), NOON + (round + 1) * HOUR);
    setNote(store, ids[39 - round] ?? 0, 'scandium scandium scandium');
  }
  expect(seen).toEqual(expected);
});

test('by rank, of a word that has only begun, titles come first, and the newest of each; whole, it is weighed', () => {
  const { store } = libraryOf([{ title: 'New', text: 'scandium' }, { title: 'Steel', text: 'scandium scandium scandium scandium' }, { title: 'Scandal' }, { title: 'On scandium' }]);
  expect(titlesOf(store, 'scan', { order: 'rank' })).toEqual(['Scandal', 'On scandium', 'New', 'Steel']);
  expect(titlesOf(store, 'scandium ', { order: 'rank' })[0]).toBe('On scandium');
});

test('an article that went between two pages by rank is left out, and no other', () => {
  const { store, ids } = libraryOf(Array.from({ length: 6 }, (_, n) => ({ title: `Article ${n}`, text: 'scandium' })));
  const first = find(store, 'scandium', { order: 'rank', limit: 2 });
  store.run('DELETE FROM articles WHERE id = ?', ids[3] ?? 0);
  const second = find(store, 'scandium', { order: 'rank', limit: 4, cursor: first.nextCursor });
  expect(second.articles.map(({ title }) => title)).toEqual(['Article 2', 'Article 4', 'Article 5']);
  expect(second.nextCursor).toBeNull();
});

test('by rank, a title weighs more than a text, and of equals the newer comes first', () => {
  const { store } = libraryOf([{ title: 'Steel', text: 'scandium once in a long text about steel and alloys and other things' }, { title: 'Scandium oxide', text: 'scandium' }, { title: 'Scandium oxide', text: 'scandium scandium' }]);
  expect(titlesOf(store, 'scandium', { order: 'rank' }).at(-1)).toBe('Steel');
  const pages = [find(store, 'scandium', { order: 'rank', limit: 2 })];
  pages.push(find(store, 'scandium', { order: 'rank', limit: 2, cursor: pages[0]?.nextCursor ?? '' }));
  expect(pages.flatMap(({ articles }) => articles.map(({ title }) => title))).toEqual(titlesOf(store, 'scandium', { order: 'rank' }));
});

test('a hit says where its words stand', () => {
  const text = `${'Nothing to see here. '.repeat(40)}The price of 氧化镝 rose to ¥1.68 million. ${'And so on. '.repeat(40)}`;
  const { store } = libraryOf([{ title: 'Dysprosium（镝）', text }]);
  const hit = find(store, '镝').articles[0];
  expect(hit?.titleSpans.map(([from, to]) => hit.title.slice(from, to))).toEqual(['镝']);
  expect(hit?.snippet?.spans.map(([from, to]) => hit.snippet?.text.slice(from, to))).toEqual(['镝']);
  expect(hit?.snippet?.text).toContain('The price of 氧化镝 rose');
  expect(hit?.fields).toEqual(['title', 'text']);
});

test('the first page tells in how many languages it found something, by the headlines', () => {
  const { store } = libraryOf([
    { title: 'Holmium prices', text: 'holmium' },
    { title: '氧化钬价格上涨', text: 'holmium' },
    { title: '钬市场评述', text: 'holmium' },
    { title: 'Holmium exports', text: 'holmium' },
    { title: '金属钬', text: 'holmium' },
  ]);
  const languages = [{ lang: 'zh', count: 3 }, { lang: 'en', count: 2 }];
  expect(find(store, 'holmium').languages).toEqual(languages);
  expect(find(store, 'holmium', { order: 'rank' }).languages).toEqual(languages);
  const first = find(store, 'holmium', { limit: 2 });
  expect(first.languages).toEqual(languages);
  expect(find(store, 'holmium', { limit: 2, cursor: first.nextCursor }).languages).toEqual([]);
  expect(find(store, 'nothing').languages).toEqual([]);
});

test('languages of what finds most of a library are not told: each headline would be read at each key', () => {
  const { store } = libraryOf(Array.from({ length: LANGUAGES_TOLD_OF + 1 }, (_, at) => ({ title: at % 2 === 0 ? `Holmium ${at}` : `钬 ${at}`, text: 'holmium' })));
  expect(find(store, 'holmium')).toMatchObject({ total: { count: LANGUAGES_TOLD_OF + 1, exact: true }, languages: [] });
});
