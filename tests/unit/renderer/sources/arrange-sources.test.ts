import { describe, expect, it } from 'vitest';
import type { Folder } from '../../../../electron/contract/model.ts';
import type { SourceReport } from '../../../../electron/contract/source.ts';
import { arrangeSources } from '../../../../renderer/sources/arrange-sources.ts';
import type { SourceEntry } from '../../../../renderer/sources/arrange-sources.ts';
import { sourceItems } from '../../../../renderer/sources/source-items.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';
import { DAY, feed, NOW, report } from './reports.ts';

const folders: readonly Folder[] = [
  { id: 1, parentId: null, title: 'Trade press' },
  { id: 2, parentId: 1, title: '欧洲' },
];
const feeds = [
  feed(1, { title: 'Oxide & Alloy', folderId: 2 }),
  feed(2, { title: '稀土早报', feedUrl: 'https://xitu.example/早报.xml' }),
  feed(3, { title: 'Port Arden 10' }),
  feed(4, { title: 'Port Arden 9' }),
  feed(5, { title: '矿业参考' }),
  feed(6, { title: 'amber notes' }),
];
const reports: readonly SourceReport[] = [
  report(1, { perWeek: 70, fullText: null }),
  report(2, { perWeek: 210, fullText: 0.5, newestAt: NOW - DAY }),
  report(3, { state: 'quiet', newestAt: NOW - 83 * DAY }),
  report(4, { state: 'failing', code: 'not-found', detail: { status: 404 } }),
  report(5, { state: 'paused' }),
  report(6, { state: 'new', perWeek: 0, newestAt: null }),
];
const items = sourceItems({ sources: reports, slots: [], firstDay: NOW - 29 * DAY, asOf: NOW }, { feeds, folders }, wordsNow());

function shown(entries: readonly SourceEntry[]): readonly (string | number)[] {
  return entries.map((entry) => (entry.kind === 'group' ? `${entry.key} ${entry.count}` : entry.key));
}

const arranged = (filter = '', sort: Parameters<typeof arrangeSources>[2] = null) => shown(arrangeSources(items, filter, sort, 'en'));

describe('arrangeSources', () => {
  it('puts what needs attention first, the most urgent on top, then what is paused, what was not asked yet, then the rest in the order of the feeds', () => {
    expect(arranged()).toEqual(['attention 2', 4, 3, 'paused 1', 5, 'waiting 1', 6, 'healthy 2', 1, 2]);
  });

  it('leaves out a group that is empty', () => {
    expect(arranged('oxide')).toEqual(['healthy 1', 1]);
  });

  it.each([
    ['a title in Chinese', '早报', [2]],
    ['an address', 'source6.example', [6]],
    ['a folder further out', 'trade press', [1]],
    ['a folder in Chinese', '欧洲', [1]],
    ['the words of a state', 'nothing new for', [3]],
    ['capitals and full-width letters', 'ＯＸＩＤＥ', [1]],
    ['two words in any order', 'arden port', [4, 3]],
  ])('finds sources by %s', (_, filter, found) => {
    expect(arranged(filter).filter((entry) => typeof entry === 'number')).toEqual(found);
  });

  it('finds nothing where one of the words is missing', () => {
    expect(arranged('port tungsten')).toEqual([]);
  });

  it('sorts inside the groups, names as people count', () => {
    expect(arranged('', { column: 'source', descending: false })).toEqual(['attention 2', 4, 3, 'paused 1', 5, 'waiting 1', 6, 'healthy 2', 1, 2]);
  });

  it('sorts what is not known below every number, whichever way', () => {
    expect(arranged('', { column: 'fullText', descending: true }).slice(-2)).toEqual([2, 1]);
    expect(arranged('', { column: 'lastNew', descending: false }).slice(-2)).toEqual([2, 1]);
  });

  it('keeps the order of the feeds where two are equal', () => {
    expect(arranged('', { column: 'days', descending: true }).slice(-2)).toEqual([1, 2]);
  });
});

describe('sourceItems', () => {
  it('waits for a source that only the report or only the feeds name', () => {
    const some = sourceItems({ sources: [report(1), report(99)], slots: [], firstDay: NOW - 29 * DAY, asOf: NOW }, { feeds, folders }, wordsNow());
    expect(some.map((item) => item.feed.id)).toEqual([1]);
  });

  it('names the folders around a source, the outermost first', () => {
    expect(items[0]?.folders).toEqual(['Trade press', '欧洲']);
  });
});
