import { beforeEach, describe, expect, it } from 'vitest';
import { drawnEntries } from '../../../../renderer/sources/drawn-entries.ts';
import { chooseSource, moveSource, sortSources, useSourcesView } from '../../../../renderer/state/sources-view.ts';
import type { SourceColumn, SourceSort } from '../../../../renderer/state/sources-view.ts';
import { useUi } from '../../../../renderer/state/ui.ts';

beforeEach(() => {
  useSourcesView.setState({ chosen: null, filter: '', sort: null, order: [7, 3, 9] });
  useUi.setState({ layout: 'wide', pushed: false });
});

const chosen = () => useSourcesView.getState().chosen;

describe('moveSource', () => {
  it('starts at the top or the bottom, and stays at the ends', () => {
    moveSource(1);
    expect(chosen()).toBe(7);
    moveSource(-1);
    expect(chosen()).toBe(7);
    chooseSource(null);
    moveSource(-1);
    expect(chosen()).toBe(9);
    moveSource(1);
    expect(chosen()).toBe(9);
  });

  it('starts anew where a filter has taken the chosen source away', () => {
    chooseSource(4);
    moveSource(1);
    expect(chosen()).toBe(7);
  });
});

describe('chooseSource', () => {
  it('brings the details over the table only in the narrow layout, and only where asked', () => {
    chooseSource(3, true);
    expect(useUi.getState().pushed).toBe(false);
    useUi.setState({ layout: 'narrow' });
    chooseSource(7);
    expect(useUi.getState().pushed).toBe(false);
    chooseSource(3, true);
    expect(useUi.getState().pushed).toBe(true);
  });
});

function sortedBy(column: SourceColumn): SourceSort | null {
  sortSources(column);
  return useSourcesView.getState().sort;
}

describe('sortSources', () => {
  it('starts with the largest number or with A, turns round, and lets go', () => {
    expect([sortedBy('perDay'), sortedBy('perDay'), sortedBy('perDay')]).toEqual([{ column: 'perDay', descending: true }, { column: 'perDay', descending: false }, null]);
    expect(sortedBy('source')).toEqual({ column: 'source', descending: false });
  });
});

describe('drawnEntries', () => {
  it('draws the chosen row wherever it is, once and in its place', () => {
    const range = { startIndex: 40, endIndex: 42, overscan: 1, count: 100 };
    expect(drawnEntries(range, 3)).toEqual([3, 39, 40, 41, 42, 43]);
    expect(drawnEntries(range, 41)).toEqual([39, 40, 41, 42, 43]);
    expect(drawnEntries(range, -1)).toEqual([39, 40, 41, 42, 43]);
    expect(drawnEntries(range, 100)).toEqual([39, 40, 41, 42, 43]);
  });
});
