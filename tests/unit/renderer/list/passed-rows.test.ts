import { describe, expect, it } from 'vitest';
import { listItems } from '../../../../renderer/list/list-items.ts';
import { passedRows } from '../../../../renderer/list/passed-rows.ts';
import { headline } from '../fake-reader.ts';

const rows = Array.from({ length: 40 }, (_, n) => headline(100 - n, { sortAt: 1_700_000_000_000 - n }));
/** One head, then the rows: the row of `n` stands at `n + 1`. */
const items = listItems(rows, 'time');
const ids = (from: number, to: number): number[] => rows.slice(from, to).map(({ id }) => id);
const passed = (...args: Parameters<typeof passedRows>): number[] => passedRows(...args).map(({ id }) => id);
const sight = (from: number, to: number) => ({ key: items[from]!.key, from, to });

describe('passed rows', () => {
  it('are those that left at the top, heads left out', () => {
    expect(passed(items, sight(0, 10), 4, true)).toEqual(ids(0, 3));
    expect(passed(items, sight(3, 13), 3, true)).toEqual([]);
  });

  it('are none where the list went up', () => {
    expect(passed(items, sight(8, 18), 2, true)).toEqual([]);
    expect(passed(items, sight(8, 18), 2, false)).toEqual([]);
  });

  it('are all that one continuous scroll went by, and of a leap those that were in sight', () => {
    expect(passed(items, sight(1, 10), 30, true)).toEqual(ids(0, 29));
    expect(passed(items, sight(1, 10), 30, false)).toEqual(ids(0, 10));
  });

  it('are told by what stood at the top where rows came above it, and none where that is gone', () => {
    const come = listItems([headline(200, { sortAt: 1_700_000_000_001 }), ...rows], 'time');
    expect(passed(come, sight(1, 10), 4, true)).toEqual(ids(0, 2));
    expect(passed(listItems(rows.slice(1), 'time'), sight(1, 10), 4, true)).toEqual([]);
  });

  it('are the reports of an opened story too, each a row of its own', () => {
    const opened = listItems(rows, 'time', new Map([[100, [headline(7), headline(8)]]]));
    expect(passed(opened, sight(1, 10), 3, true)).toEqual([100, 7]);
  });
});
