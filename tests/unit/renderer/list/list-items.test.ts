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

  it('puts what is not on this device under one head, whatever its days', () => {
    const rows = [headline(4, { sortAt: at(18, 9) }), headline(3, { sortAt: at(18, 8), kept: 'headline' }), headline(2, { sortAt: at(17, 8), kept: 'headline' })];
    expect(drawn(listItems(rows, 'kept'))).toEqual(['day 18', '4 last', 'headline-only', '3', '2 last']);
  });

  it('numbers rows by their place in the listing, heads aside', () => {
    const rows = [headline(2, { sortAt: at(18, 9) }), headline(1, { sortAt: at(17, 9) })];
    expect(listItems(rows, 'time').flatMap((item) => (item.kind === 'row' ? [item.index] : []))).toEqual([0, 1]);
  });
});
