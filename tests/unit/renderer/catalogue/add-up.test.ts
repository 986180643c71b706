import { describe, expect, it } from 'vitest';
import type { CatalogueEntry, CatalogueTry } from '../../../../electron/contract/catalogue.ts';
import { addUp, perDayOf } from '../../../../renderer/catalogue/add-up.ts';
import { filterCatalogue } from '../../../../renderer/catalogue/catalogue-filter.ts';

const tried = (perDay: number | null): CatalogueTry => ({ at: 0, code: null, detail: {}, items: 3, newestAt: null, perDay });
const entry = (id: string, over: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id, kind: 'trade', title: id, url: `https://${id}.example/`, site: `https://${id}.example/`, reads: 'feed', lang: 'en', topics: [], about: {}, perDay: null, evidence: 'guess', starter: false, tried: null, feedId: null, ...over,
});

describe('what is chosen', () => {
  it('adds up as far as it is known, and says of how many it is not', () => {
    expect(addUp([entry('a', { perDay: 18 }), entry('b', { tried: tried(2.4) }), entry('c', { lang: 'zh-CN', perDay: 31 }), entry('d')])).toEqual({ sources: 4, perDay: 51, chinese: 31, unknown: 1 });
  });

  it('says nothing of a day where nothing is known', () => {
    expect(addUp([entry('a'), entry('b', { tried: tried(null) })])).toEqual({ sources: 2, perDay: null, chinese: 0, unknown: 2 });
    expect(addUp([])).toEqual({ sources: 0, perDay: null, chinese: 0, unknown: 0 });
  });

  it('counts what was measured here before what the catalogue says', () => {
    expect(perDayOf(entry('a', { perDay: 18, tried: tried(4) }))).toBe(4);
    expect(perDayOf(entry('a', { perDay: 18, tried: tried(null) }))).toBe(18);
  });
});

describe('the catalogue’s filter', () => {
  const sources = [entry('a', { about: { en: 'Quotas and licences', 'zh-Hans': '总量控制' } }), entry('b', { lang: 'zh-CN', kind: 'prices', title: '上海有色网' }), entry('c', { lang: 'ko' })];
  const shown = (typed: string, kind: 'all' | 'prices' = 'all', ...languages: string[]): readonly string[] => filterCatalogue(sources, { typed, kind, languages: new Set(languages) }).map(({ id }) => id);

  it('goes by language, kind and the words of either language', () => {
    expect(shown('', 'all', 'en', 'zh')).toEqual(['a', 'b']);
    expect(shown('', 'prices', 'en', 'zh', 'ko')).toEqual(['b']);
    expect(shown('总量', 'all', 'en', 'zh')).toEqual(['a']);
    expect(shown('licences quotas', 'all', 'en')).toEqual(['a']);
    expect(shown('xyz', 'all', 'en', 'zh', 'ko')).toEqual([]);
  });
});
