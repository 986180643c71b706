import { describe, expect, it } from 'vitest';
import type { Feed, Folder } from '../../../../electron/contract/model.ts';
import { sourceTree } from '../../../../renderer/sidebar/source-tree.ts';
import type { TreeRow } from '../../../../renderer/sidebar/source-tree.ts';
import { treeMove } from '../../../../renderer/sidebar/tree-move.ts';

const folder = (id: number, parentId: number | null = null): Folder => ({ id, parentId, title: `Folder ${id}` });
const feed = (id: number, folderId: number | null = null): Feed => ({ id, folderId, title: `Feed ${id}` }) as Feed;
const name = (row: TreeRow): string => (row.kind === 'folder' ? `folder:${row.folder.id}` : `feed:${row.feed.id}`);

const folders = [folder(1), folder(2, 1), folder(3)];
const feeds = [feed(10, 1), feed(11, 2), feed(12)];
const open = sourceTree({ feeds, folders, closed: new Set(), counts: { feeds: { 11: 4 }, folders: { 1: 4, 2: 4 } } });

describe('sourceTree', () => {
  it('draws folders before the sources beside them, each level under its folder', () => {
    expect(open.map((row) => `${'-'.repeat(row.level)}${name(row)}`)).toEqual(['-folder:1', '--folder:2', '---feed:11', '--feed:10', '-folder:3', '-feed:12']);
  });

  it('hides what a closed folder holds, and keeps its count', () => {
    const rows = sourceTree({ feeds, folders, closed: new Set([1]), counts: { feeds: {}, folders: { 1: 4 } } });
    expect(rows.map(name)).toEqual(['folder:1', 'folder:3', 'feed:12']);
    expect(rows[0]?.unread).toBe(4);
  });

  it('tells assistive technology the place among siblings', () => {
    expect(open.map(({ place, of }) => `${place}/${of}`)).toEqual(['1/3', '1/2', '1/1', '2/2', '2/3', '3/3']);
  });

  it('puts a source whose folder is unknown at the top level', () => {
    expect(sourceTree({ feeds: [feed(1, 99)], folders: [], closed: new Set(), counts: undefined }).map(({ level }) => level)).toEqual([1]);
  });
});

describe('treeMove', () => {
  const ids = ['today', 'unread', ...open.map(name)];
  const move = (key: string, at: string) => treeMove(key, ids, at, open);

  it('goes up and down over views, folders and sources, and stops at the ends', () => {
    expect(move('ArrowDown', 'unread')).toEqual({ kind: 'go', id: 'folder:1' });
    expect(move('ArrowUp', 'folder:1')).toEqual({ kind: 'go', id: 'unread' });
    expect(move('ArrowUp', 'today')).toBeNull();
    expect(move('ArrowDown', 'feed:12')).toBeNull();
  });

  it('closes an open folder with left, goes to the folder above from inside it', () => {
    expect(move('ArrowLeft', 'folder:2')).toEqual({ kind: 'fold', folderId: 2, open: false });
    expect(move('ArrowLeft', 'feed:10')).toEqual({ kind: 'go', id: 'folder:1' });
    expect(move('ArrowLeft', 'feed:12')).toBeNull();
  });

  it('goes into an open folder with right, opens a closed one, and has nothing to go into in an empty one', () => {
    expect(move('ArrowRight', 'folder:1')).toEqual({ kind: 'go', id: 'folder:2' });
    expect(move('ArrowRight', 'folder:3')).toBeNull();
    expect(move('ArrowLeft', 'folder:3')).toEqual({ kind: 'fold', folderId: 3, open: false });
    const closed = sourceTree({ feeds, folders, closed: new Set([1]), counts: undefined });
    expect(treeMove('ArrowRight', ['today', ...closed.map(name)], 'folder:1', closed)).toEqual({ kind: 'fold', folderId: 1, open: true });
  });
});
