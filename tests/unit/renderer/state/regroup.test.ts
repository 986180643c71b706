import { expect, test } from 'vitest';
import type { ArticleSummary } from '../../../../electron/contract/model.ts';
import { regroup, type Regrouping } from '../../../../renderer/state/regroup.ts';
import { headline } from '../fake-reader.ts';

const rows = (...ids: readonly number[]): ArticleSummary[] => ids.map((id) => headline(id));
function regrouped(before: readonly number[], after: readonly ArticleSummary[], rest: Partial<Regrouping>): number[] {
  return regroup(rows(...before), { newer: new Map(after.map((row) => [row.id, row])), reach: Number.NEGATIVE_INFINITY, asOf: 50, moved: 'many', keepId: null, storyIds: new Map(), ...rest }).map(({ id }) => id);
}

/** A row that stands for a story. */
const leads = (id: number, story: number): ArticleSummary => headline(id, { story: { id: story, sources: 2, articles: 2, unread: 2 } });

test('a row that another stands for goes, and nothing else does', () => {
  const storyIds = new Map([[8, 3], [6, 4]]);
  expect(regrouped([9, 8, 7, 6], [headline(9), leads(7, 3)], { moved: new Set([8, 7]), storyIds })).toEqual([9, 7, 6]);
  // Of a story whose row waits, and of none: read meanwhile, or muted.
  expect(regrouped([9, 8, 7, 6], [headline(9), leads(7, 3), leads(5, 4)], { storyIds: new Map([[6, 4]]) })).toEqual([9, 8, 7, 6]);
  expect(regrouped([9, 8, 7], rows(9, 7), { moved: new Set() })).toEqual([9, 8, 7]);
});

test('what is being read stays, and what lies beyond the answer', () => {
  expect(regrouped([9, 8, 7], [leads(9, 3)], { keepId: 8, reach: 7000, storyIds: new Map([[8, 3], [7, 3]]) })).toEqual([9, 8, 7]);
});

test('an article that is taken out of its story comes to its place; one that arrived since waits', () => {
  expect(regrouped([9, 6], rows(9, 8, 6), { moved: new Set([8, 6]) })).toEqual([9, 8, 6]);
  expect(regrouped([9, 6], [headline(9), headline(8, { arrivedAt: 60 }), headline(6)], { moved: new Set([8]) })).toEqual([9, 6]);
});
