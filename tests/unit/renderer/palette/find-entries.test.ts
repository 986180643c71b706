import { describe, expect, it } from 'vitest';
import { findEntries } from '../../../../renderer/palette/find-entries.ts';
import { loadSpelling } from '../../../../renderer/palette/load-spelling.ts';
import { matchName } from '../../../../renderer/palette/match-name.ts';
import type { PaletteEntry } from '../../../../renderer/palette/palette-entry.ts';

const spell = await loadSpelling();

const entry = (key: string, ...names: string[]): PaletteEntry => ({ key, names, mark: { kind: 'icon', icon: 'folder' }, hint: '', run: () => undefined });

describe('a name', () => {
  it.each([
    ['Dysprosium', 'dysprosium', 6, [[0, 10]]],
    ['Dysprosium', 'dy', 5, [[0, 2]]],
    ['thrifting, dysprosium', 'dy', 4, [[11, 13]]],
    ['Mark all in the list as read', 'read mark', 4, [[0, 4], [24, 28]]],
    ['Refresh all', 're refresh', 4, [[0, 7]]],
    ['稀土早报', '稀土 土早 稀土', 2, [[0, 3]]],
    ['Hydrometallurgy Letters', 'metal', 2, [[5, 10]]],
    ['Oxide & Alloy', 'oxal', 1, [[0, 2], [8, 10]]],
    ['Übersicht', 'uber', 5, [[0, 4]]],
    ['稀土早报', '早报', 2, [[2, 4]]],
    ['稀土早報', '早报', 2, [[2, 4]]],
  ] as const)('%s answers to %s', (name, typed, score, spans) => {
    expect(matchName(name, typed, null)).toEqual({ score, spans });
  });

  it.each([
    ['稀土早报', 'xtzb', [0, 4]],
    ['稀土早报', 'xitu', [0, 2]],
    ['稀土早报', 'zb', [2, 4]],
    ['稀土早报', 'xituz', [0, 3]],
    ['稀土早报', 'xit', [0, 2]],
    ['重庆 Mining', 'cq', [0, 2]],
    ['绿色金属', 'lvse', [0, 2]],
  ] as const)('%s is spelled %s', (name, typed, span) => {
    expect(matchName(name, typed, spell(name))).toEqual({ score: 3, spans: [span] });
  });

  it('answers to nothing that does not stand in it', () => {
    expect([matchName('稀土早报', 'zx', spell('稀土早报')), matchName('Oxide', 'oxen', null), matchName('Oxide', ' ', null), matchName('A very long name of something', 'avlns', null)]).toEqual([null, null, null, null]);
  });
});

describe('what is offered', () => {
  const entries = [entry('a', 'Hydrometallurgy Letters'), entry('b', 'Dysprosium', '镝', 'Dy'), entry('c', 'Dy-free magnets'), entry('d', '刷新全部', 'Refresh all')];
  const offer = (typed: string, recent: readonly string[] = [], most = 3): readonly string[] => findEntries(entries, { typed, recent, most, spell }).map(({ key }) => key);

  it('begins with the nearest, by whichever of its names', () => {
    expect(offer('dy')).toEqual(['b', 'c']);
    expect(offer('sxqb')).toEqual(['d']);
    expect(offer('di')).toEqual([]);
    expect(offer('镝')).toEqual(['b']);
    expect(findEntries(entries, { typed: 'refresh', recent: [], most: 3, spell })).toMatchObject([{ key: 'd', found: 'Refresh all', spans: [] }]);
  });

  it('is what was chosen lately where nothing is typed, and no more than asked for', () => {
    expect(offer('', ['d', 'gone', 'c'])).toEqual(['d', 'c', 'a']);
    expect(offer('', [], 1)).toEqual(['a']);
  });
});
