import { describe, expect, test } from 'vitest';
import { listTags } from '../../../electron/core/query/evidence.ts';
import { removeBookmarks } from '../../../electron/core/store/bookmark-status.ts';
import { addHighlight, changeHighlight, highlightsOf, removeHighlight } from '../../../electron/core/store/highlights.ts';
import { noteOf, setNote } from '../../../electron/core/store/notes.ts';
import { setBookmarked } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { removeTag, renameTag, tagArticles, type TaggedArticles } from '../../../electron/core/store/tags.ts';
import { NOON, documentOf, failureOf, follow, incoming, testStore } from './library.ts';

function shelf(): { store: Store; ids: number[] } {
  const store = testStore();
  const ids = storeDocument(store, follow(store).id, documentOf(['a', 'b', 'c', 'd'].map((guid) => incoming({ guid, title: guid, text: `<p>${guid}</p>` }))), NOON).added;
  return { store, ids: ids.toSorted((one, other) => one - other) };
}

const tag = (store: Store, articleIds: readonly number[], add: readonly string[], remove: readonly string[] = []) => tagArticles(store, { articleIds, add, remove });
const counts = (store: Store): Record<string, number> => Object.fromEntries(listTags(store).map(({ title, count }) => [title, count]));
const idOf = (store: Store, title: string): number => listTags(store).find((one) => one.title === title)?.id ?? 0;

describe('tags', () => {
  test('tagging bookmarks, and a tag is one however it is written', () => {
    const { store, ids } = shelf();
    const [a = 0, b = 0] = ids;
    expect(tag(store, [a, b, 12345], ['Prices '])).toMatchObject({ changed: [a, b], bookmarked: [a, b] });
    expect(tag(store, [a], ['ＰＲＩＣＥＳ', '稀土'])).toMatchObject({ changed: [a], bookmarked: [] });
    expect(counts(store)).toEqual({ Prices: 2, 稀土: 1 });
  });

  test('what tagging many did is taken back, and nothing of what was so before', () => {
    const { store, ids } = shelf();
    const [a = 0, b = 0, c = 0] = ids;
    tag(store, [a, b], ['Prices']);
    tag(store, [c], ['quota']);
    const { back } = tag(store, [a, b, c], ['ｐrices', 'new'], ['QUOTA', 'never']);
    expect(counts(store)).toEqual({ Prices: 3, new: 3 });
    expect(back).toEqual([{ articleIds: [c], add: ['quota'] }, { articleIds: [a, b, c], remove: ['new'] }, { articleIds: [c], remove: ['ｐrices'] }]);
    for (const { articleIds, add = [], remove = [] } of back) tagArticles(store, { articleIds, add, remove });
    expect(counts(store)).toEqual({ Prices: 2, quota: 1 });
  });

  test('a tag without articles is forgotten; one of articles that are bookmarked no more waits for them', () => {
    const { store, ids: [a = 0] } = shelf();
    tag(store, [a], ['one', 'two']);
    expect(tag(store, [a], [], ['ONE', 'never'])).toMatchObject({ changed: [a], bookmarked: [] });
    expect(store.all('SELECT title FROM tags').map((row) => ({ ...(row as object) }))).toEqual([{ title: 'two' }]);
    setBookmarked(store, a, false);
    expect(counts(store)).toEqual({});
    setBookmarked(store, a, true);
    expect(counts(store)).toEqual({ two: 1 });
  });

  test('renaming to a title that is there merges, and can be undone by what it answers', () => {
    const { store, ids } = shelf();
    const [a = 0, b = 0, c = 0] = ids;
    tag(store, [a, b], ['price']);
    tag(store, [b, c], ['Prices']);
    expect(renameTag(store, idOf(store, 'price'), 'Price')).toMatchObject({ merged: false, tag: { title: 'Price' } });
    const { merged, before, gained } = renameTag(store, idOf(store, 'Price'), 'prices');
    expect({ merged, gained, counts: counts(store) }).toEqual({ merged: true, gained: [a], counts: { Prices: 3 } });
    tag(store, gained, [], ['prices']);
    tag(store, before.articleIds, [before.title]);
    expect(counts(store)).toEqual({ Price: 2, Prices: 2 });
  });

  test('a merge and a removal reach what is bookmarked no more too, and their undo leaves that unbookmarked', () => {
    const { store, ids: [a = 0, b = 0, c = 0] } = shelf();
    const titlesOf = (id: number) => store.all<{ title: string }>('SELECT title FROM article_tags JOIN tags ON tags.id = tag_id WHERE article_id = ? ORDER BY title', id).map(({ title }) => title);
    const undo = (title: string, { articleIds, waiting }: TaggedArticles) => {
      tag(store, articleIds, [title]);
      removeBookmarks(store, tag(store, waiting, [title]).bookmarked);
    };
    tag(store, [a, b], ['price']);
    tag(store, [b, c], ['Prices']);
    removeBookmarks(store, [a]);
    const { before, gained } = renameTag(store, idOf(store, 'price'), 'prices');
    expect({ before, gained, titles: titlesOf(a) }).toEqual({ before: { title: 'price', articleIds: [b], waiting: [a] }, gained: [a], titles: ['Prices'] });
    tag(store, gained, [], ['Prices']);
    undo(before.title, before);
    expect([titlesOf(a), titlesOf(b), counts(store)]).toEqual([['price'], ['Prices', 'price'], { price: 1, Prices: 2 }]);
    const removed = removeTag(store, idOf(store, 'price'));
    expect([removed, titlesOf(a)]).toEqual([{ title: 'price', articleIds: [b], waiting: [a] }, []]);
    undo(removed.title, removed);
    setBookmarked(store, a, true);
    expect([titlesOf(a), counts(store)]).toEqual([['price'], { price: 2, Prices: 2 }]);
  });

  test('removing a tag takes it from every article, and can be undone by what it answers', () => {
    const { store, ids } = shelf();
    tag(store, ids, ['quota']);
    const { title, articleIds } = removeTag(store, idOf(store, 'quota'));
    expect(counts(store)).toEqual({});
    expect(failureOf(() => removeTag(store, 1))).toEqual({ code: 'tag-missing', detail: { tagId: 1 } });
    tag(store, articleIds, [title]);
    expect(counts(store)).toEqual({ quota: 4 });
  });
});

describe('notes and highlights', () => {
  test('a note bookmarks its article; an empty one removes it', () => {
    const { store, ids: [a = 0] } = shelf();
    expect(setNote(store, a, ' Ask the separator.\n')).toEqual({ note: 'Ask the separator.', before: '', bookmarked: true });
    expect(setNote(store, a, 'Asked.')).toEqual({ note: 'Asked.', before: 'Ask the separator.', bookmarked: false });
    setNote(store, a, '  ');
    expect(noteOf(store, a)).toEqual({ text: '', changedAt: null });
    expect(failureOf(() => setNote(store, 77, 'x')).code).toBe('article-missing');
  });

  test('a highlight that was removed comes back by being added again', () => {
    const { store, ids: [a = 0] } = shelf();
    const passage = { articleId: a, quote: 'a', prefix: '', suffix: '', start: 0 };
    const { highlight, bookmarked } = addHighlight(store, passage);
    expect(bookmarked).toBe(true);
    expect(changeHighlight(store, highlight.id, 'Look here.')).toMatchObject({ note: 'Look here.', createdAt: highlight.createdAt });
    const removed = removeHighlight(store, highlight.id);
    expect(highlightsOf(store, a)).toEqual([]);
    const { changedAt: _changedAt, ...again } = removed;
    addHighlight(store, again);
    expect(highlightsOf(store, a)).toMatchObject([again]);
    removeHighlight(store, highlight.id);
    const { highlight: between } = addHighlight(store, passage);
    // As SQLite has it: nobody may write the note of the one into the other.
    expect(between.id).toBe(highlight.id);
    expect(addHighlight(store, again).highlight).toMatchObject({ note: 'Look here.', id: between.id + 1 });
    expect(failureOf(() => changeHighlight(store, 99, ''))).toEqual({ code: 'highlight-missing', detail: { highlightId: 99 } });
  });
});
