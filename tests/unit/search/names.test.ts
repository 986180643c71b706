import { describe, expect, test } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { createSearchKnowledge } from '../../../electron/core/search/knowledge.ts';
import { searchArticles } from '../../../electron/core/search/search-articles.ts';
import { writeNames, useNamingVersion } from '../../../electron/core/store/article-names.ts';
import { keepOwnEntity } from '../../../electron/core/store/own-entities.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';
import { libraryOf } from './library.ts';

const finder = createNameFinder();

/** Whether a query with the shipped names finds an article of this text alone. */
function finds(query: string, text: string, { exact = false } = {}): boolean {
  const { store, ids } = libraryOf([{ title: 'Untitled', text }]);
  const [id = 0] = ids;
  useNamingVersion(store, finder.version);
  writeNames(store, id, finder.namesOf({ title: 'Untitled', text, publishedAt: NOON }));
  return searchArticles(store, createSearchKnowledge(store), { query, limit: 10, exact }, { asOf: store.stamp(), now: NOON }).articles.length === 1;
}

/** What the field's followers mean by what they type. */
const TABLE: readonly { readonly query: string; readonly must: readonly string[]; readonly not: readonly string[] }[] = [
  { query: '稀土', must: ['北方稀土公布挂牌价', '中重稀土'], not: ['稀有金属', '稀释土壤'] },
  { query: '镝', must: ['氧化镝', '镝铁', 'dysprosium'], not: ['铽'] },
  { query: 'NdPr', must: ['PrNd oxide', 'Pr-Nd alloy', 'praseodymium-neodymium', '镨钕', 'didymium oxide'], not: ['NdFeB alone'] },
  { query: 'Nd', must: ['Nd2O3', 'Nd/TREM 75-80%', 'neodymium', '钕'], not: ['on the 2nd of May', 'this and that', 'NDRC'] },
  { query: 'Eu', must: ['Eu2O3'], not: ['EU rules', 'eu'] },
  { query: 'Pr', must: ['Pr6O11', 'Pr and Nd'], not: ['PR Newswire'] },
  { query: 'Tb', must: ['Tb and Dy', 'Tb4O7'], not: ['1 TB of data'] },
  { query: 'Sm', must: ['Sm2O3', 'Sm and Gd'], not: ['SMM said'] },
  { query: 'Er', must: ['Er2O3'], not: ['er', 'the ER'] },
  { query: 'dysprosium oxide', must: ['Dy2O3', 'Dy₂O₃', 'DyO', '氧化镝'], not: ['dysprosium metal', 'ferro-dysprosium'] },
  { query: 'neodymium oxide', must: ['氧化钕', 'Nd2O3/TREO'], not: ['praseodymium-neodymium oxide', '氧化镨钕'] },
  { query: 'rare earth', must: ['Rare earths', 'rare-earth', 'rare Earth'], not: ['a rare view of an Earth orbit'] },
  { query: '"export control"', must: ['export controls', 'export-control', '出口管制'], not: ['export of control valves'] },
  { query: 'MP Materials', must: ['MP Materials', "MP's Mountain Pass mine", 'NYSE: MP'], not: ['20 MP camera', 'an MP in parliament'] },
  { query: 'NYSE:MP', must: ['MP Materials', 'NYSE: MP'], not: ['20 MP camera', 'an MP in parliament'] },
  { query: '公告2025年第18号', must: ['Announcement No. 18 of 2025', '公告2025年第18号'], not: ['No. 18 blast furnace', '公告2025年第180号'] },
  { query: 'Announcement No. 18 of 2025', must: ['公告2025年第18号', 'under Announcement No. 18 of 2025,'], not: ['No. 18 blast furnace'] },
  // A code that is a word elsewhere is none where a company is asked for.
  { query: 'company:MP', must: ['MP Materials', 'NYSE: MP'], not: ['20 MP camera', 'an MP in parliament'] },
  { query: 'company:lyc', must: ['Lynas said so'], not: ['Lyceum'] },
  { query: 'baotou', must: ['Baotou', '包头'], not: ['Baosteel', '包钢'] },
];

describe.each(TABLE)('$query', ({ query, must, not }) => {
  test.each(must)('finds %s', (text) => {
    expect(finds(query, text)).toBe(true);
  });
  test.each(not)('leaves out %s', (text) => {
    expect(finds(query, text)).toBe(false);
  });
});

test('a name that a person added is searched for, and only as it stands', () => {
  const { store } = libraryOf([{ title: 'A', text: 'Ke Rui Micro Magnetic opened a line' }, { title: 'B', text: 'Corey said so' }]);
  const knowledge = createSearchKnowledge(store);
  const found = () => searchArticles(store, knowledge, { query: 'Corey Micro Magnetic', limit: 10 }, { asOf: store.stamp(), now: NOON }).articles.map(({ title }) => title);
  expect(found()).toEqual([]);
  // Seen by the next search, also over a connection that was open before.
  keepOwnEntity(store, { id: 'company:own-1', kind: 'company', names: { en: 'Corey Micro Magnetic' }, aliases: [{ text: 'Ke Rui Micro Magnetic' }], hidden: [] });
  expect(found()).toEqual(['A']);
});

test('with the words alone, no other name is searched for', () => {
  expect(finds('镝', 'dysprosium', { exact: true })).toBe(false);
  expect(finds('dysprosium oxide', '氧化镝', { exact: true })).toBe(false);
});

test('a search says which names it added', () => {
  const { store } = libraryOf([{ title: 'A', text: 'Dy₂O₃' }]);
  const { also } = searchArticles(store, createSearchKnowledge(store), { query: 'dysprosium oxide', limit: 10 }, { asOf: store.stamp(), now: NOON });
  expect(also).toEqual(expect.arrayContaining(['氧化镝', 'Dy2O3']));
  expect(also).not.toContain('dysprosium oxide');
});

test('an abbreviation or a code that is a word elsewhere is offered behind its operator', () => {
  const { aliases } = createSearchKnowledge(libraryOf([]).store);
  expect(aliases.complete('agency', 'mofc', 5).map(({ title }) => title)).toEqual(['Ministry of Commerce of China · 商务部']);
  expect(aliases.complete('company', 'lyc', 5).map(({ value }) => value)).toEqual(['Lynas Rare Earths']);
  expect(aliases.find('agency', aliases.complete('agency', 'mofc', 5)[0]?.value ?? '').map(({ id }) => id)).toEqual(['agency:mofcom']);
});

test('a name that changed hands is searched for in the years in which it meant what is asked for, and wherever it stands if it is typed', () => {
  const written = [['Molycorp opens a mine', Date.UTC(2012, 5, 1)], ['The site that was of Molycorp', Date.UTC(2019, 5, 1)], ['MP Materials ships oxide', Date.UTC(2020, 5, 1)]] as const;
  const store = testStore();
  const { id: feedId } = follow(store, { url: 'https://metals.example/feed' });
  storeDocument(store, feedId, documentOf(written.map(([title, publishedAt]) => ({ ...incoming({ guid: title, title, publishedAt }), tags: [] }))), NOON);
  useNamingVersion(store, finder.version);
  for (const { id, title } of store.all<{ id: number; title: string }>('SELECT id, title FROM articles')) writeNames(store, id, finder.namesOf({ title, text: '', publishedAt: written.find(([one]) => one === title)?.[1] ?? 0 }));
  const found = (query: string) => searchArticles(store, createSearchKnowledge(store), { query, limit: 10 }, { asOf: store.stamp(), now: NOON }).articles.map(({ title }) => title);
  const [before, after, now] = written.map(([title]) => title);
  expect(found('MP Materials')).toEqual([now, after]);
  expect(found('company:"MP Materials"')).toEqual([now, after]);
  expect(found('company:Molycorp')).toEqual([before]);
  expect(found('Molycorp')).toEqual([now, after, before]);
  expect(found('"MP Materials" -is:read')).toEqual([now, after]);
});
