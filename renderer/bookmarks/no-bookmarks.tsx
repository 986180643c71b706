import { EmptyState } from '../components/empty-state.tsx';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { useWords } from '../words/use-words.ts';

/** What stands where nothing is bookmarked yet: how it is done. */
export function NoBookmarks() {
  const { t } = useWords();
  const keys = useShownKeys('S');
  return <EmptyState title={t('empty.bookmarksTitle')} text={keys ? t('empty.bookmarksText', { keys }) : t('empty.bookmarksBare')} />;
}
