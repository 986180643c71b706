import { EmptyState } from '../components/empty-state.tsx';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { useWords } from '../words/use-words.ts';

/** What stands where no article is open: how one is opened. */
export function NoArticle() {
  const { t } = useWords();
  const keys = useShownKeys('J');
  return <EmptyState title={t('article.noneTitle')} text={keys ? t('article.noneText', { keys }) : t('article.noneBare')} />;
}
