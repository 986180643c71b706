import { expect, test } from 'vitest';
import { bCubed, pairwise } from '../../bench/stories/score-clusters.ts';

test('what is one cluster and should be, by hand', () => {
  // Found {a b c} {d}; expected {a b} {c d}.
  const [found, expected] = [['1', '1', '1', '2'], ['x', 'x', 'y', 'y']];
  expect(pairwise(found, expected)).toMatchObject({ precision: 1 / 3, recall: 1 / 2, f1: 0.4, wrong: [[0, 2], [1, 2]], missed: [[2, 3]] });
  const { precision, recall } = bCubed(found, expected);
  expect(precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
  expect(recall).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 2) / 4);
});
