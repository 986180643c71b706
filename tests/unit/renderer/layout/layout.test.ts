import { describe, expect, it } from 'vitest';
import { layoutFor } from '../../../../renderer/layout/use-layout.ts';
import { designWidths } from '../../../../renderer/layout/widths.ts';
import { scopeKey } from '../../../../renderer/state/scope-key.ts';
import { nextTextSize } from '../../../../renderer/state/text-size.ts';

describe('the layout', () => {
  it('shows one pane below 860 px, and the design widths from there', () => {
    expect([720, 859, 860, 1439, 1440].map(layoutFor)).toEqual(['narrow', 'narrow', 'medium', 'medium', 'wide']);
    expect([1024, 1200, 1440].map(designWidths)).toEqual([
      { sidebar: 200, list: 320 },
      { sidebar: 220, list: 360 },
      { sidebar: 232, list: 384 },
    ]);
  });
});

describe('the text size', () => {
  it('goes along its steps and stops at the ends', () => {
    expect([nextTextSize(18, 1), nextTextSize(18, -1), nextTextSize(24, 1), nextTextSize(15, -1)]).toEqual([20, 17, 24, 15]);
  });
});

describe('scopeKey', () => {
  it('tells a source from a folder of the same number', () => {
    expect(scopeKey({ kind: 'feed', id: 3 })).not.toBe(scopeKey({ kind: 'folder', id: 3 }));
    expect(scopeKey({ kind: 'today' })).toBe('today');
  });
});
