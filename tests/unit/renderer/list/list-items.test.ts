import { describe, expect, it } from 'vitest';
import { listItems } from '../../../../renderer/list/list-items.ts';
import { headline } from '../fake-reader.ts';

const at = (day: number, hour: number): number => new Date(2025, 10, day, hour).getTime();

function drawn(items: ReturnType<typeof listItems>): string[] {
  return items.map((item) => (item.kind === 'row' ? `${item.row.id}${item.last ? ' last' : ''}` : item.kind === 'day' ? `day ${new Date(item.at).getDate()}` : item.kind));
}

describe('listItems', () => {
  it('puts a head before each local day and marks the last row of each', () => {
    const rows = [headline(4, { sortAt: at(18, 9) }), headline(3, { sortAt: at(18, 0) }), headline(2, { sortAt: at(17, 23) })];
    expect(drawn(listItems(rows, 'time'))).toEqual(['day 18', '4', '3 last', 'day 17', '2 last']);
  });

  it('tells days apart where they come back, and where the clocks change', () => {
    const rows = [at(18, 9), at(17, 9), at(18, 0), at(18, 23), at(16, 23), at(17, 0)].map((sortAt, n) => headline(9 - n, { sortAt }));
    expect(drawn(listItems(rows, 'time'))).toEqual(['day 18', '9 last', 'day 17', '8 last', 'day 18', '7', '6 last', 'day 16', '5 last', 'day 17', '4 last']);
    const year = Array.from({ length: 24 * 366 }, (_, hour) => headline(hour + 1, { sortAt: new Date(2025, 0, 1, hour).getTime() }));
    const heads = listItems(year, 'time').flatMap((item) => (item.kind === 'day' ? [item.at] : []));
    expect(heads).toEqual([...new Set(year.map(({ sortAt }) => new Date(sortAt).setHours(0, 0, 0, 0)))]);
  });

  it('puts what is not on this device under one head, whatever its days', () => {
    const rows = [headline(4, { sortAt: at(18, 9) }), headline(3, { sortAt: at(18, 8), kept: 'headline' }), headline(2, { sortAt: at(17, 8), kept: 'headline' })];
    expect(drawn(listItems(rows, 'kept'))).toEqual(['day 18', '4 last', 'headline-only', '3', '2 last']);
  });

  it('numbers rows by their place in the listing, heads aside', () => {
    const rows = [headline(2, { sortAt: at(18, 9) }), headline(1, { sortAt: at(17, 9) })];
    expect(listItems(rows, 'time').flatMap((item) => (item.kind === 'row' ? [item.index] : []))).toEqual([0, 1]);
  });
});
