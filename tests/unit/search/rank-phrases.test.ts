import { expect, test } from 'vitest';
import type { SearchPage } from '../../../electron/contract/search.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { fillStretch } from '../../../electron/core/store/search-index.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { tagArticles } from '../../../electron/core/store/tags.ts';
import { DAY, documentOf, incoming, NOON } from '../store/library.ts';
import { Random } from '../../fuzz/random.ts';
import { find, libraryOf, titlesOf } from './library.ts';
import { SMALL_NAMES } from './small-names.ts';

const FILLER = '市场观察人士认为需求平稳，企业按计划生产。'.repeat(10);
const ranked = (store: Parameters<typeof titlesOf>[0], query: string): string[] => titlesOf(store, query, { order: 'rank' });

test('several words of characters: a title weighs more than a text, and both words there more than one', () => {
  const { store } = libraryOf([
    { title: '综述', text: `稀土价格。${FILLER}` },
    { title: '稀土企业', text: `价格。${FILLER}` },
    { title: '稀土价格上涨', text: FILLER },
    { title: '别的', text: FILLER },
  ]);
  expect(ranked(store, '稀土 价格')).toEqual(['稀土价格上涨', '稀土企业', '综述']);
});

test('several words of characters: what its text has more often comes first, and of equals the newer', () => {
  const { store } = libraryOf([
    { title: '一次', text: `稀土价格。${FILLER}` },
    { title: '又一次', text: `稀土价格。${FILLER}` },
    { title: '五次', text: `${'稀土价格。'.repeat(5)}${FILLER}` },
    { title: '两次', text: `${'稀土价格。'.repeat(2)}${FILLER}` },
    { title: '多稀土', text: `${'稀土。'.repeat(5)}价格。${FILLER}` },
  ]);
  expect(ranked(store, '稀土 价格')).toEqual(['五次', '多稀土', '两次', '一次', '又一次']);
});

test('several words of characters: a long text that has them as often says less about them', () => {
  const { store } = libraryOf([{ title: '长', text: `稀土价格。${FILLER.repeat(8)}` }, { title: '短', text: `稀土价格。${FILLER}` }]);
  expect(ranked(store, '稀土 价格')).toEqual(['短', '长']);
});

test('several words of characters: what is old comes behind what is recent, though it has them a little more often', () => {
  const { store, feedId } = libraryOf([{ title: '今天', text: `${'稀土价格。'.repeat(2)}${FILLER}` }]);
  storeDocument(store, feedId, documentOf([
    incoming({ guid: 'old', title: '去年', text: `<p>${'稀土价格。'.repeat(3)}${FILLER}</p>`, publishedAt: NOON - 300 * DAY }),
    incoming({ guid: 'titled', title: '去年稀土价格', text: `<p>${FILLER}</p>`, publishedAt: NOON - 300 * DAY }),
    incoming({ guid: 'new', title: '今天稀土价格', text: `<p>${FILLER}</p>`, publishedAt: NOON - DAY }),
  ]), NOON);
  expect(ranked(store, '稀土 价格')).toEqual(['今天稀土价格', '今天', '去年稀土价格', '去年']);
});

test('several words of characters: what a person wrote beside a text, and its tags, weigh more than the text', () => {
  const { store, ids, feedId } = libraryOf(['新', '有笔记', '有标签'].map((title) => ({ title, text: `稀土价格。${FILLER}` })));
  storeDocument(store, feedId, documentOf([{ ...incoming({ guid: 'tagged', title: '原有标签', text: `<p>稀土价格。${FILLER}</p>`, publishedAt: NOON - DAY / 2 }), tags: ['稀土', '价格'] }]), NOON);
  setNote(store, ids[1] ?? 0, '稀土的价格');
  tagArticles(store, { articleIds: [ids[2] ?? 0], add: ['稀土', '价格'], remove: [] });
  expect(ranked(store, '稀土 价格')).toEqual(['有笔记', '有标签', '原有标签', '新']);
});

test('several words of characters: words of other scripts, traditional characters and what is not wanted are weighed with them', () => {
  const { store } = libraryOf([
    { title: '一次', text: `稀土出口，Lynas。${FILLER}` },
    { title: '繁體', text: `${'稀土產業，Lynas，出口。'.repeat(4)}${FILLER}` },
    { title: '多次', text: `稀土出口。${'LYNAS，'.repeat(6)}${FILLER}` },
    { title: '不要', text: `${'稀土出口，Lynas。'.repeat(9)}价格。${FILLER}` },
  ]);
  expect(ranked(store, '稀土 出口 lynas -价格')).toEqual(['繁體', '多次', '一次']);
  expect(ranked(store, '产业 稀土')).toEqual(['繁體']);
});

test('either of several words of characters, and several names of one thing: what has more of them comes first', () => {
  const { store } = libraryOf([
    { title: '甲', text: `氧化镝。${FILLER}` },
    { title: '乙', text: `出口管制。${FILLER}` },
    { title: '丙', text: `出口管制，氧化镝。${FILLER}` },
    { title: 'Dysprosium oxide under export control', text: 'Nothing more.' },
  ]);
  expect(ranked(store, '氧化镝 OR 出口管制')).toEqual(['丙', '甲', '乙']);
  expect(titlesOf(store, '氧化镝 出口管制', { order: 'rank', aliases: SMALL_NAMES })).toEqual(['Dysprosium oxide under export control', '丙']);
});

test('of more than is read to be ranked, each is found once, and old titles come before new texts', () => {
  const random = new Random(3);
  // Characters at random are hardly deflated, so that no more than a few dozen such texts are read.
  const noise = (): string => Array.from({ length: 4000 }, () => String.fromCodePoint(0x5000 + random.int(0x3000))).join('');
  const articles = Array.from({ length: 60 }, (_, at) => ({ title: at % 20 === 19 ? `稀土价格 ${at}` : `第 ${at}`, text: `稀土价格。${noise()}` }));
  const { store } = libraryOf(articles);
  const found = ranked(store, '稀土 价格');
  expect(found.slice(0, 3)).toEqual(['稀土价格 19', '稀土价格 39', '稀土价格 59']);
  expect(found.toSorted()).toEqual(articles.map(({ title }) => title).toSorted());
  // Whose text was not read is shown with its passage all the same.
  expect(find(store, '稀土 价格', { order: 'rank' }).articles.every(({ snippet }) => snippet?.text.includes('稀土价格') === true)).toBe(true);
});

test('pages of several words of characters hold what the first page ranked, each once, whatever comes and changes between them', () => {
  const { store, feedId, ids } = libraryOf(Array.from({ length: 20 }, (_, at) => ({ title: `第 ${at}`, text: `${'稀土价格。'.repeat(1 + (at % 4))}${FILLER}` })));
  const expected = ranked(store, '稀土 价格');
  expect(expected).toHaveLength(20);
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let round = 0; round === 0 || cursor !== null; round++) {
    const page: SearchPage = find(store, '稀土 价格', { order: 'rank', limit: 6, cursor });
    seen.push(...page.articles.map(({ title }) => title));
    expect(page.total).toEqual({ count: 20, exact: true });
    cursor = page.nextCursor;
    storeDocument(store, feedId, documentOf([incoming({ guid: `late ${round}`, title: '稀土价格', text: '<p>稀土价格</p>', publishedAt: NOON })]), NOON + round * 1000);
    setNote(store, ids[19 - round] ?? 0, '稀土价格');
    while (fillStretch(store));
  }
  expect(seen).toEqual(expected);
});
