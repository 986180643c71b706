import type { SaveSource } from '../../electron/contract/saving.ts';
import { letGo } from '../client/exchange.ts';
import { call } from '../client/transport.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { failureWords } from './failure-words.ts';

export interface SaveOrder {
  readonly source: () => Promise<SaveSource>;
  readonly tags: readonly string[];
  readonly note: string;
  readonly images: boolean;
}

/** Saves behind the closed dialog, and says in a toast what came of it. */
export async function saveNow({ source, tags, note, images }: SaveOrder): Promise<void> {
  showToast({ text: () => wordsNow().t('saving.saving') });
  let wanted: SaveSource | null = null;
  try {
    wanted = await source();
    const { articleId, title, failure, bookmarked, state } = await call('savePage', { ...wanted, tags, note, images });
    const added = tags.length > 0 || note.trim() !== '';
    const said = () => failure && state === 'link' ? failureWords(failure, wordsNow()) : wordsNow().t(bookmarked ? 'saving.saved' : added ? 'saving.savedAgain' : 'saving.savedBefore', { title });
    showToast({ text: said, undo: bookmarked ? async () => void (await call('removeBookmarks', { articleIds: [articleId] })) : undefined });
  } catch (error) {
    if (wanted && 'file' in wanted) void letGo(wanted.file);
    showFailure(error);
  }
}
