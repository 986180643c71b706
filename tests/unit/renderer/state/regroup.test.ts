import { expect, test } from 'vitest';
import type { ArticleSummary } from '../../../../electron/contract/model.ts';
import { regroup, type Regrouping } from '../../../../renderer/state/regroup.ts';
import { headline } from '../fake-reader.ts';

const rows = (...ids: readonly number[]): ArticleSummary[] => ids.map((id) => headline(id));
function regrouped(before: readonly number[], after: readonly ArticleSummary[], rest: Partial<Regrouping>): number[] {
  return regroup(rows(...before), { newer: new Map(after.map((row) => [row.id, row])), reach: Number.NEGATIVE_INFINITY, asOf: 50, moved: 'many', keepId: null, ...rest }).map(({ id }) => id);
}

test('a row that another stands for goes, and nothing else does', () => {
  expect(regrouped([9, 8, 7, 6], rows(9, 7), { moved: new Set([8, 7]) })).toEqual([9, 7, 6]);
  expect(regrouped([9, 8, 7], rows(9, 7), { moved: new Set() })).toEqual([9, 8, 7]);
});

test('what is being read stays, and what lies beyond the answer', () => {
  expect(regrouped([9, 8, 7], rows(9), { keepId: 8, reach: 7000 })).toEqual([9, 8, 7]);
});

test('an article that is taken out of its story comes to its place; one that arrived since waits', () => {
  expect(regrouped([9, 6], rows(9, 8, 6), { moved: new Set([8, 6]) })).toEqual([9, 8, 6]);
  expect(regrouped([9, 6], [headline(9), headline(8, { arrivedAt: 60 }), headline(6)], { moved: new Set([8]) })).toEqual([9, 6]);
});

test('an earlier report that arrived since takes the place of the row that it stands for', () => {
  expect(regrouped([9, 8, 5], [headline(9), headline(7, { arrivedAt: 60 }), headline(5)], { moved: new Set([8, 7]) })).toEqual([9, 7, 5]);
});

test('of many, what was read meanwhile stays', () => {
  const before = [headline(9), headline(8, { read: true }), headline(7)];
  expect(regroup(before, { newer: new Map([[9, headline(9)]]), reach: 0, asOf: 50, moved: 'many', keepId: null }).map(({ id }) => id)).toEqual([9, 8]);
});
