import { describe, expect, it } from 'vitest';
import type { Feed, Scope } from '../../../../electron/contract/model.ts';
import { sourceTree } from '../../../../renderer/sidebar/source-tree.ts';
import { elsewhere } from '../../../../renderer/state/elsewhere.ts';
import { scopeKey } from '../../../../renderer/state/scope-key.ts';

const feed = (id: number, folderId: number | null): Feed => ({ id, folderId, title: `Feed ${id}` }) as Feed;
const folders = [
  { id: 1, parentId: null, title: 'Trade press' },
  { id: 2, parentId: null, title: 'Ministries' },
];
// Trade press (10, 11), Ministries (12), 13.
const rows = sourceTree({
  feeds: [feed(10, 1), feed(11, 1), feed(12, 2), feed(13, null)],
  folders,
  closed: new Set(),
  counts: { feeds: { 10: 1, 11: 2, 13: 4 }, folders: { 1: 3 } },
});
const from = (scope: Scope, step: 1 | -1 = 1) => elsewhere(rows, scope, step).map(scopeKey);

describe('elsewhere', () => {
  it('goes on in the order of the sidebar and round its end, past what has nothing unread', () => {
    expect(from({ kind: 'feed', id: 10 })).toEqual(['feed:11', 'feed:13', 'folder:1', 'feed:10']);
    expect(from({ kind: 'feed', id: 13 })).toEqual(['folder:1', 'feed:10', 'feed:11', 'feed:13']);
  });

  it('goes backwards too', () => {
    expect(from({ kind: 'feed', id: 13 }, -1)).toEqual(['feed:11', 'feed:10', 'folder:1', 'feed:13']);
  });

  it('leaves a folder before it enters the sources in it again', () => {
    expect(from({ kind: 'folder', id: 1 })).toEqual(['feed:13', 'folder:1', 'feed:10', 'feed:11']);
  });

  it('starts at the top from a view over all sources', () => {
    expect(from({ kind: 'today' })).toEqual(['folder:1', 'feed:10', 'feed:11', 'feed:13']);
  });
});
