import { describe, expect, test } from 'vitest';
import { layoutDifferences } from '../../e2e/app/layout.ts';
import type { ScreenLayout } from '../../e2e/app/layout.ts';

const WAS: ScreenLayout = {
  sidebar: { x: 0, y: 0, width: 232, height: 900, tone: 239, ink: 0.03 },
  list: { x: 232, y: 48, width: 384, height: 852, tone: 248, ink: 0.06 },
  title: { x: 700, y: 90, width: 640, height: null, tone: 255, ink: 0.08 },
};

describe('The layout of a screen', () => {
  test('holds where words are drawn somewhat otherwise', () => {
    expect(layoutDifferences(WAS, { ...WAS, list: { ...WAS['list']!, width: 380, tone: 247, ink: 0.075 }, title: { ...WAS['title']!, ink: 0.1 } })).toEqual([]);
  });

  test('does not hold where a pane moved by 24 px, is missing, or has another backdrop', () => {
    expect(layoutDifferences(WAS, { ...WAS, list: { ...WAS['list']!, x: 256 } })).toEqual(['list: x was 232, is 256']);
    const { sidebar: _gone, ...left } = WAS;
    expect(layoutDifferences(WAS, left)).toEqual(['sidebar is missing']);
    expect(layoutDifferences(WAS, { ...WAS, sidebar: { ...WAS['sidebar']!, tone: 255 } })).toEqual(['sidebar: its grey was 239, is 255']);
  });

  test('does not hold where nothing is drawn any more, or words stand over words', () => {
    expect(layoutDifferences(WAS, { ...WAS, list: { ...WAS['list']!, ink: 0 } })).toHaveLength(1);
    expect(layoutDifferences(WAS, { ...WAS, list: { ...WAS['list']!, ink: 0.15 } })).toHaveLength(1);
    expect(layoutDifferences({ list: { ...WAS['list']!, ink: 0.002 } }, { list: { ...WAS['list']!, ink: 0.008 } })).toEqual([]);
  });
});
