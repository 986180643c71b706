import { beforeAll, expect, test, vi } from 'vitest';
import type { Highlight } from '../../../../electron/contract/bookmark.ts';
import { addTag, noteHighlight, removeHighlight } from '../../../../renderer/evidence/evidence-actions.ts';
import { edit, useEvidenceState } from '../../../../renderer/evidence/evidence-state.ts';
import { showToast, useUi } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';
import { installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

test('a highlight that comes back is the same one, so that what was done to it before can be taken back', async () => {
  const passage = { id: 3, articleId: 5, quote: 'dysprosium', prefix: '', suffix: '', start: 0, note: '', createdAt: 10, changedAt: 10 } as Highlight;
  const kept = new Map<number, Highlight>([[3, passage]]);
  const held = (id: number): Highlight => {
    const highlight = kept.get(id);
    if (!highlight) throw { code: 'highlight-missing', message: '', detail: { highlightId: id } };
    return highlight;
  };
  reader.answer('changeHighlight', ({ highlightId, note }: { highlightId: number; note: string }) => {
    kept.set(highlightId, { ...held(highlightId), note });
    return { highlight: kept.get(highlightId) };
  });
  reader.answer('removeHighlight', ({ highlightId }: { highlightId: number }) => {
    const highlight = held(highlightId);
    kept.delete(highlightId);
    return { highlight };
  });
  reader.answer('addHighlight', (added: Partial<Highlight>) => {
    const highlight = { ...passage, ...added, id: added.id ?? 4 };
    kept.set(highlight.id, highlight);
    return { highlight, bookmarked: false };
  });
  await noteHighlight(passage, 'Ask the separator');
  await removeHighlight({ ...passage, note: 'Ask the separator' });
  await undo();
  expect([...kept.values()]).toMatchObject([{ id: 3, note: 'Ask the separator' }]);
  await undo();
  expect(useUi.getState().toast?.text()).toMatch(/^Undone/u);
  expect([...kept.values()]).toMatchObject([{ id: 3, note: '' }]);
});

test('Z takes back a tag that the engine has not answered to yet, and not what was done before it', async () => {
  const before = vi.fn<() => void>();
  showToast({ text: () => 'Renamed', undo: before });
  const slow = Promise.withResolvers<object>();
  const asked: unknown[] = [];
  reader.answer('tagArticles', (change: object) => {
    asked.push(change);
    return asked.length === 1 ? slow.promise : { changed: 1, bookmarked: [] };
  });
  const tagging = addTag(5, 'Magnets');
  const undoing = undo();
  slow.resolve({ changed: 1, bookmarked: [] });
  await Promise.all([tagging, undoing]);
  expect(asked).toEqual([
    { articleIds: [5], add: ['Magnets'] },
    { articleIds: [5], remove: ['Magnets'] },
  ]);
  expect(before).not.toHaveBeenCalled();
  expect(useUi.getState().toast?.text()).toBe('Undone: Tagged Magnets');
});

test('what is written about one article is not closed by what ends late at another', () => {
  edit(6, { kind: 'note' });
  edit(5, null);
  expect(useEvidenceState.getState()).toMatchObject({ articleId: 6, editing: { kind: 'note' } });
  edit(6, null);
  expect(useEvidenceState.getState()).toMatchObject({ articleId: 6, editing: null });
});
