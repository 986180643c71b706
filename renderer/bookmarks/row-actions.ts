import type { BookmarkSummary } from '../../electron/contract/bookmark.ts';
import { copyAddress, openAddress } from '../state/article-actions.ts';
import { useBookmarksView } from '../state/bookmarks-view.ts';
import { showToast } from '../state/ui.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { wordsNow } from '../words/use-words.ts';

/** Does something with the link of a bookmark, by default of the chosen one, or says that it has none. */
function withLink(act: (url: string, row: BookmarkSummary) => void, row: BookmarkSummary | undefined): void {
  const { chosen, byId } = useBookmarksView.getState();
  const one = row ?? (chosen === null ? undefined : byId.get(chosen));
  if (!one) return;
  if (one.url === null) showToast({ text: () => wordsNow().t('list.noLink') });
  else act(one.url, one);
}

export function openOutsideOf(background: boolean, row?: BookmarkSummary): void {
  withLink((url) => openAddress(url, background), row);
}

/** Copies the link, with the title on a line above where asked. */
export function copyLinkOf(withTitle: boolean, row?: BookmarkSummary): void {
  const words = wordsNow();
  withLink((url, one) => {
    const text = withTitle ? `${headlineTitle(one, words)}\n${url}` : url;
    void copyAddress(text, () => wordsNow().t(withTitle ? 'list.titleAndLinkCopied' : 'list.linkCopied'));
  }, row);
}
