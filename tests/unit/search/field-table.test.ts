import { describe, expect, test } from 'vitest';
import { matchText } from '../../../electron/contract/search/match-text.ts';
import { find, libraryOf } from './library.ts';
import { SMALL_NAMES } from './small-names.ts';

interface Row {
  readonly query: string;
  readonly finds: readonly string[];
  readonly leaves: readonly string[];
}

/** What people of the field search for, what they must be given, and what they must be spared. These need no names. */
const EXACT: readonly Row[] = [
  { query: '稀土', finds: ['北方稀土公布挂牌价', '中重稀土'], leaves: ['稀有金属', '稀释土壤'] },
  { query: '镝', finds: ['氧化镝', '镝铁', '氧化鏑'], leaves: ['铽'] },
  { query: 'Dy2O3', finds: ['Dy2O3 at 99.5%', 'Dy₂O₃'], leaves: ['Dy metal'] },
  { query: '"export control"', finds: ['new export control rules', 'export-control list', 'Export Control'], leaves: ['export of control valves'] },
  { query: '"rare earth"', finds: ['a rare-earth mine', 'rare Earth', 'RARE EARTH'], leaves: ['a rare view from Earth orbit'] },
  { query: 'baotou', finds: ['Baotou plant', 'BAOTOU'], leaves: ['Baosteel', '包钢'] },
];

/** These need the names of things. */
const WITH_NAMES: readonly Row[] = [
  { query: '镝', finds: ['氧化镝', '镝铁', 'dysprosium demand', 'Dy and Tb'], leaves: ['铽'] },
  { query: 'NdPr', finds: ['PrNd oxide', 'Pr-Nd alloy', 'praseodymium-neodymium', '镨钕', 'didymium oxide', 'NdPr'], leaves: ['NdFeB alone'] },
  { query: 'Nd', finds: ['Nd2O3', 'Nd/TREM 75-80%', 'neodymium', '钕', 'Nd₂O₃'], leaves: ['the 2nd plant', 'this and that', 'the NDRC said'] },
  { query: 'Eu', finds: ['Eu2O3', 'Eu oxide'], leaves: ['EU rules', 'the Eu commission'] },
  { query: 'Pr', finds: ['Pr6O11', 'Nd and Pr'], leaves: ['PR Newswire', 'Pr. Newswire'] },
  { query: 'Tb', finds: ['Tb and Dy', 'Tb4O7'], leaves: ['a 1 TB drive'] },
  { query: 'Sm', finds: ['SmCo magnets', 'Sm metal'], leaves: ['SMM said'] },
  { query: 'Er', finds: ['Er2O3'], leaves: ['Er sagte nichts', 'er'] },
  { query: 'dysprosium oxide', finds: ['Dy2O3', 'Dy₂O₃', 'DyO', '氧化镝', 'dysprosium oxides'], leaves: ['dysprosium metal and oxide of iron', 'ferro-dysprosium'] },
  { query: 'neodymium oxide', finds: ['氧化钕', 'Nd2O3/TREO', 'neodymium oxide'], leaves: ['praseodymium-neodymium oxide', '氧化镨钕'] },
  { query: 'rare earth', finds: ['Rare earths', 'rare-earth', 'rare Earth (odd case)', '稀土'], leaves: ['a rare view from Earth orbit'] },
  { query: '"export control"', finds: ['export controls', 'export-control', '出口管制'], leaves: ['export of control valves'] },
  { query: 'MP Materials', finds: ['MP’s Mountain Pass', 'MP Materials', 'NYSE: MP'], leaves: ['a 20 MP camera', 'an MP in parliament'] },
  { query: 'NYSE:MP', finds: ['MP’s Mountain Pass', 'MP Materials'], leaves: ['a 20 MP camera', 'an MP in parliament'] },
  { query: 'Corey Micro Magnetic', finds: ['Ke Rui Micro Magnetic'], leaves: ['Corey as a person'] },
  { query: '公告2025年第18号', finds: ['Announcement No. 18 of 2025', '商务部公告2025年第18号'], leaves: ['No. 18 blast furnace'] },
  { query: 'baotou', finds: ['Baotou', '包头'], leaves: ['Baosteel', '包钢'] },
  { query: 'element:Dy', finds: ['dysprosium', 'Dy₂O₃', '镝'], leaves: ['terbium'] },
];

/** What a row's query finds of its texts, and of these what is lit. */
function outcome({ query, finds, leaves }: Row, options: Parameters<typeof find>[2]): { found: unknown[]; lit: string[] } {
  const texts = [...finds, ...leaves];
  const { store, ids } = libraryOf(texts.map((text, at) => ({ title: `Article ${at}`, text: `It says: ${text}. And so on.` })));
  const page = find(store, query, options);
  return { found: page.articles.map(({ id }) => texts[ids.indexOf(id)]), lit: finds.filter((text) => matchText(text, page.lights).length > 0) };
}

describe('what is typed alone', () => {
  test.each(EXACT)('$query', (row) => {
    expect(outcome(row, { exact: true })).toEqual({ found: row.finds, lit: row.finds });
  });
});

describe('with the names of things', () => {
  test.each(WITH_NAMES)('$query', (row) => {
    expect(outcome(row, { aliases: SMALL_NAMES })).toEqual({ found: row.finds, lit: row.finds });
  });
});

test('the names that are searched for as well are told, and are not searched for where exact words are asked for', () => {
  const { store } = libraryOf([{ title: 'A', text: 'baotou' }, { title: 'B', text: '包头' }]);
  expect(find(store, 'baotou', { aliases: SMALL_NAMES })).toMatchObject({ also: ['包头'], total: { count: 2 } });
  expect(find(store, 'baotou', { aliases: SMALL_NAMES, exact: true })).toMatchObject({ also: [], total: { count: 1 } });
});

test('a name that stands in a query beside other words is one of its words', () => {
  const { store } = libraryOf([{ title: 'A', text: '包头 price of 氧化镝' }, { title: 'B', text: 'price of Dy2O3' }, { title: 'C', text: 'dysprosium oxide in Baotou' }]);
  expect(find(store, 'baotou dysprosium oxide price', { aliases: SMALL_NAMES }).articles.map(({ title }) => title)).toEqual(['A']);
  expect(find(store, 'dysprosium oxide -baotou', { aliases: SMALL_NAMES }).articles.map(({ title }) => title)).toEqual(['B']);
  expect(find(store, 'title:baotou', { aliases: SMALL_NAMES }).articles).toEqual([]);
});
