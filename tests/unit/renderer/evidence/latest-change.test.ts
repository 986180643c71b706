import { describe, expect, it } from 'vitest';
import type { FrozenCopy, TextOrigin } from '../../../../electron/contract/bookmark.ts';
import { copiesUpTo, latestChange } from '../../../../renderer/evidence/latest-change.ts';

function copy(id: number, retrievedAt: number, origin: TextOrigin = 'feed'): FrozenCopy {
  return { id, retrievedAt, origin, frozenAt: retrievedAt, url: null, title: 'A', sha256: '', bytes: 1, images: 0, imagesNamed: 0 };
}
const between = (copies: readonly FrozenCopy[], currentCopy: number | null): readonly (number | undefined)[] => {
  const change = latestChange({ copies, currentCopy });
  return [change?.from.id, change?.to.id];
};

describe('the last change of what is read', () => {
  it('is between the copy of now and the one before it', () => {
    expect(between([copy(1, 10)], 1)).toEqual([undefined, undefined]);
    expect(between([copy(1, 10), copy(2, 20), copy(3, 30)], 3)).toEqual([2, 3]);
  });

  it('is none where the text of the page came to that of the feed', () => {
    expect(between([copy(1, 10), copy(2, 20, 'page')], 2)).toEqual([undefined, undefined]);
    expect(between([copy(1, 10), copy(2, 20, 'page'), copy(3, 30)], 2)).toEqual([undefined, undefined]);
  });

  it('leads back where the source went back to an earlier text', () => {
    expect(between([copy(1, 10), copy(2, 20)], 1)).toEqual([2, 1]);
  });

  it('waits, as the new text does, until that is shown', () => {
    const evidence = { copies: [copy(1, 10), copy(2, 20)], currentCopy: 2 };
    const none = { textOrigin: 'feed', fullText: { state: 'none' } } as const;
    expect(copiesUpTo(evidence, { arrivedAt: 10, revisedAt: null, ...none })).toEqual({ copies: [copy(1, 10)], currentCopy: 1 });
    expect(copiesUpTo(evidence, { arrivedAt: 10, revisedAt: 20, ...none })).toEqual(evidence);
  });

  it('waits for the text of a page as well, and is of the text that is shown', () => {
    const evidence = { copies: [copy(1, 10), copy(2, 20, 'page'), copy(3, 30), copy(4, 40, 'page')], currentCopy: 4 };
    const read = (textOrigin: TextOrigin, at: number): readonly (number | undefined)[] => {
      const change = latestChange(copiesUpTo(evidence, { arrivedAt: 10, revisedAt: 30, textOrigin, fullText: { state: 'kept', at, url: '' } }));
      return [change?.from.id, change?.to.id];
    };
    expect(read('page', 20)).toEqual([undefined, undefined]);
    expect(read('page', 40)).toEqual([2, 4]);
    expect(read('feed', 40)).toEqual([1, 3]);
  });
});
