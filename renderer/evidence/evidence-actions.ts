import type { Highlight, TextQuote } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { noteOwnChange, showStatus } from '../state/article-cache.ts';
import { doing } from '../state/doing.ts';
import type { Outcome } from '../state/doing.ts';
import { wordsNow } from '../words/use-words.ts';
import { evidenceChanged } from './use-evidence.ts';

/** Does something about an article, shows what came of it, and says so with a way back. False where it failed. */
function act(articleId: ArticleId, work: () => Promise<Outcome | null>): Promise<boolean> {
  return doing(async () => {
    noteOwnChange(articleId);
    const outcome = await work();
    await evidenceChanged();
    if (outcome === null) return null;
    const undo = async (): Promise<void> => {
      noteOwnChange(articleId);
      await outcome.undo();
      await evidenceChanged();
    };
    return { said: outcome.said, undo };
  });
}

/** The bookmark that came with what was added goes with it when that is taken back. */
async function unbookmark(articleId: ArticleId, bookmarked: boolean): Promise<void> {
  if (!bookmarked) return;
  await call('setBookmarked', { articleId, bookmarked: false });
  showStatus([articleId], { bookmarked: false });
}

/** Marks a passage; answers with it, or null where that failed. */
export async function highlight(articleId: ArticleId, quote: TextQuote): Promise<Highlight | null> {
  let made: Highlight | null = null;
  await act(articleId, async () => {
    const { highlight: added, bookmarked } = await call('addHighlight', { articleId, ...quote });
    made = added;
    showStatus([articleId], { bookmarked: true });
    return {
      said: () => wordsNow().t(bookmarked ? 'evidence.highlightedAndBookmarked' : 'evidence.highlighted'),
      undo: async () => {
        await call('removeHighlight', { highlightId: added.id });
        await unbookmark(articleId, bookmarked);
      },
    };
  });
  return made;
}

export async function removeHighlight({ id, articleId }: Highlight): Promise<void> {
  await act(articleId, async () => {
    // With its id, by which what was done to it before is taken back.
    const { highlight: { changedAt: _changedAt, ...again } } = await call('removeHighlight', { highlightId: id });
    return { said: () => wordsNow().t('evidence.highlightRemoved'), undo: async () => void (await call('addHighlight', again)) };
  });
}

/** Writes the note of a highlight; '' removes it. */
export async function noteHighlight({ id, articleId, note: before }: Highlight, note: string): Promise<boolean> {
  if (note.trim() === before) return true;
  return act(articleId, async () => {
    await call('changeHighlight', { highlightId: id, note });
    return { said: () => wordsNow().t(note.trim() ? 'evidence.noteKept' : 'evidence.noteRemoved'), undo: async () => void (await call('changeHighlight', { highlightId: id, note: before })) };
  });
}

/** Writes the note of an article; '' removes it. */
export async function writeNote(articleId: ArticleId, text: string): Promise<boolean> {
  return act(articleId, async () => {
    const { note, before, bookmarked } = await call('setNote', { articleId, text });
    if (note !== '') showStatus([articleId], { bookmarked: true });
    if (note === before) return null;
    return {
      said: () => wordsNow().t(note ? 'evidence.noteKept' : 'evidence.noteRemoved'),
      undo: async () => {
        await call('setNote', { articleId, text: before });
        await unbookmark(articleId, bookmarked);
      },
    };
  });
}

export async function addTag(articleId: ArticleId, title: string): Promise<void> {
  await act(articleId, async () => {
    const { changed, bookmarked } = await call('tagArticles', { articleIds: [articleId], add: [title] });
    showStatus([articleId], { bookmarked: true });
    if (changed === 0) return null;
    return {
      said: () => wordsNow().t('evidence.tagAdded', { tag: title }),
      undo: async () => {
        await call('tagArticles', { articleIds: [articleId], remove: [title] });
        await unbookmark(articleId, bookmarked.includes(articleId));
      },
    };
  });
}

export async function takeTag(articleId: ArticleId, title: string): Promise<void> {
  await act(articleId, async () => {
    await call('tagArticles', { articleIds: [articleId], remove: [title] });
    return { said: () => wordsNow().t('evidence.tagTaken', { tag: title }), undo: async () => void (await call('tagArticles', { articleIds: [articleId], add: [title] })) };
  });
}
