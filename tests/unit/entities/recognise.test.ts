import { describe, expect, it } from 'vitest';
import type { OwnEntity } from '../../../electron/contract/gazetteer.ts';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';

const finder = createNameFinder();
/** Everything that a text names, products with their elements. */
const named = (text: string, publishedAt: number | null = null, by = finder): string[] => by.namesOf({ title: '', text, publishedAt }).found.map(({ id }) => id);
const mentions = (text: string): string[] => finder.mentions({ title: '', text }).map(({ entityId, text: words }) => `${words} ${entityId}`);

/** Pairs that must hold: what names the entity, and what does not. */
const TABLE: readonly (readonly [id: string, must: readonly string[], mustNot: readonly string[]])[] = [
  ['element:Dy', ['氧化镝', '镝铁', 'dysprosium', '氧化鏑', 'Dy₂O₃ content'], ['铽', 'dye', 'Dy is a name']],
  ['product:ndpr', ['镨钕', 'praseodymium-neodymium', 'PrNd'], ['NdFeB alone', '钕铁硼']],
  ['product:ndpr-oxide', ['PrNd oxide', 'didymium oxide', '氧化镨钕', 'Praseodymium – neodymium oxide'], ['NdFeB', '氧化镨', 'neodymium oxide']],
  ['product:ndpr-metal', ['Pr-Nd alloy', '金属镨钕', '镨钕合金'], ['镨钕', '金属钕']],
  ['element:Nd', ['Nd2O3', 'Nd/TREM 75-80%', 'neodymium', '钕', '釹', 'NdPr oxide'], ['2nd', 'and', 'NDRC', 'Nd.', 'sand and land']],
  ['element:Eu', ['Eu2O3', 'Eu and Tb', 'Eu metal', 'Eu3+'], ['EU rules', 'the EU', 'Eu said so']],
  ['element:Pr', ['Pr6O11', 'Nd, Pr', '镨'], ['PR Newswire', 'PR', 'Pr said so']],
  ['element:Tb', ['Tb and Dy', 'Tb4O7', 'Tb prices'], ['1 TB', 'TB', '4 Tb']],
  ['element:Sm', ['Sm, Gd, Tb', 'Sm2O3', 'SmCo5'], ['SMM', 'SM', 'Sm.']],
  ['element:Er', ['Er-doped', 'Ho, Er', 'erbium'], ['er', 'Er, no', 'her']],
  ['element:Y', ['Y and Dy', 'Y oxide', 'Y2O3', 'Y3Al5O12'], ['the Y axis', 'Y', 'Y2K']],
  ['element:Tm', ['Tm oxide', 'Er, Tm, Yb'], ['TM', 'NoiseAway™', 'Tm']],
  ['element:Ce', ['Ce and La', 'CeO2'], ['CE mark', 'CE']],
  ['product:dysprosium-oxide', ['Dy2O3', 'Dy₂O₃', 'DyO', '氧化镝', 'dysprosium oxides', 'Dysprosium  Oxide'], ['dysprosium metal', 'ferro-dysprosium', '镝铁', 'dyo']],
  ['product:neodymium-oxide', ['氧化钕', 'Nd2O3/TREO', 'neodymium oxide'], ['praseodymium-neodymium oxide', '氧化镨钕', 'neodymium and praseodymium']],
  ['policy:export-control', ['export control', 'export controls', 'export-control', '出口管制', '出口管製'], ['export of control valves', 'exports controlled by']],
  ['company:mp-materials', ['MP Materials', 'NYSE: MP', 'NYSE:MP', "MP's Mountain Pass"], ['20 MP camera', 'an MP in parliament', 'an MP visited Mountain Pass', 'mp']],
  ['place:baotou', ['Baotou', '包头', '包頭'], ['Baosteel', '包钢', 'Baogang']],
  ['company:baogang-united', ['包钢', '包鋼', '包钢股份'], ['包头', '宝钢', 'Baosteel']],
  ['company:asm', ['ASX: ASM', 'ASM, owner of Dubbo'], ['ASM International', 'ASM Pacific', 'ASM']],
  ['place:fen', ['the Fen deposit in Norway'], ['The Fen is a wetland', 'a fen']],
  ['place:colossus', ['Viridis and Colossus'], ['HMS Colossus', 'a colossus', 'Colossus']],
  ['place:brook-mine', ['Brook Mine', 'the Brook of Ramaco'], ['a brook', 'Brook Street']],
  ['company:neo', ['Neo Performance Materials', 'TSX: NEO'], ['Neo takes the pill', 'NEO', 'neo magnets']],
  ['company:niocorp', ['Nasdaq: NB'], ['Moncton, NB', 'N.B.', 'NB']],
  ['company:aclara', ['TSX: ARA', 'TSX:ARA'], ['the ara', 'ARA', 'NYSE: ARA']],
  ['company:american-rare-earths', ['ASX: ARR'], ['ARR of 5 m', 'arr']],
  ['company:usa-rare-earth', ['Nasdaq: USAR', 'USA Rare Earth'], ['USAR rescue team']],
];

describe('recognising', () => {
  it.each(TABLE.flatMap(([id, must]) => must.map((text) => [id, text] as const)))('finds %s in: %s', (id, text) => {
    expect(named(text)).toContain(id);
  });

  it.each(TABLE.flatMap(([id, , mustNot]) => mustNot.map((text) => [id, text] as const)))('finds no %s in: %s', (id, text) => {
    expect(named(text)).not.toContain(id);
  });

  it('takes the longest name that fits', () => {
    expect(mentions('氧化镨钕、氧化镨、镝铁、中重稀土')).toEqual(['氧化镨钕 product:ndpr-oxide', '氧化镨 product:praseodymium-oxide', '镝铁 product:ferro-dysprosium']);
    expect(mentions('praseodymium-neodymium oxide')).toEqual(['praseodymium-neodymium oxide product:ndpr-oxide']);
  });

  it('gives places in the text as it was given, whatever folding did before them', () => {
    const text = '🙂 e\u0301 ｆｕｌｌ… Sillama\u0308e, Dy₂O₃ and 　 氧化鏑';
    const found = finder.mentions({ title: 'Ｌｙｎａｓ', text });
    expect(found.map(({ field, start, end, text: words }) => [field, words, (field === 'title' ? 'Ｌｙｎａｓ' : text).slice(start, end)])).toEqual([
      ['title', 'Ｌｙｎａｓ', 'Ｌｙｎａｓ'],
      ['text', 'Sillama\u0308e', 'Sillama\u0308e'],
      ['text', 'Dy₂O₃', 'Dy₂O₃'],
      ['text', '氧化鏑', '氧化鏑'],
    ]);
  });

  it('tells names that two had in turn apart by the date', () => {
    expect(named('Molycorp', Date.UTC(2013, 5, 1))).toEqual(['company:molycorp']);
    expect(named('Molycorp', Date.UTC(2015, 5, 24, 23))).toEqual(['company:molycorp']);
    expect(named('Molycorp', Date.UTC(2019, 5, 1))).toEqual(['company:mp-materials']);
    expect(named('Lynas Corporation', Date.UTC(2014, 0, 1))).toEqual(['company:lynas']);
    // An old name goes on to mean whom it meant.
    expect(named('五矿稀土', Date.UTC(2026, 0, 1))).toEqual(['company:china-rare-earth-resources']);
    expect(named('中国稀土(000831)涨停', Date.UTC(2019, 0, 1))).not.toContain('company:china-rare-earth-resources');
  });

  it('knows what a person added, and not what they hid or removed', () => {
    const own: readonly OwnEntity[] = [
      { id: 'company:own-1', kind: 'company', names: { en: 'Ke Rui Micro Magnetic' }, aliases: [{ text: 'Corey Micro Magnetic' }], hidden: [] },
      { id: 'company:lynas', kind: 'company', names: {}, aliases: [{ text: 'the Kuantan firm' }], hidden: ['LYNAS'] },
      { id: 'element:Tb', kind: 'element', names: {}, aliases: [], hidden: [], removed: true },
    ];
    const mine = createNameFinder(own);
    expect(named('Corey Micro Magnetic', null, mine)).toEqual(['company:own-1']);
    expect(named('Corey, a person', null, mine)).toEqual([]);
    expect(named('Lynas', null, mine)).toEqual([]);
    expect(named('The Kuantan firm', null, mine)).toContain('company:lynas');
    expect(named('氧化铽, Tb4O7, terbium, TbFe2', null, mine)).toEqual(['product:terbium-oxide']);
    expect(mine.version).not.toBe(finder.version);
    expect(createNameFinder(own.toReversed()).version).toBe(mine.version);
  });

  it('takes any text', () => {
    for (const text of ['', '\u0000', '\ud800', 'Dy'.repeat(20_000), '氧化镨'.repeat(20_000), 'ﷺ'.repeat(3000), 'a\u0301'.repeat(9000), 'Dy, '.repeat(5000)]) expect(() => finder.mentions({ title: text, text })).not.toThrow();
  });
});
