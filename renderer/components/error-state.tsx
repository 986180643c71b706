import type { ErrorDetail } from '../../electron/contract/model.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

export interface ErrorStateProps {
  readonly error: { readonly code: string; readonly detail?: ErrorDetail };
  readonly onRetry: () => void;
}

/** In place of what a pane would show: what happened, what to do, and another try. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const words = useWords();
  const { t } = words;
  const { title, cause, next } = errorWords(error, words);
  return <EmptyState title={title} text={[cause, next].join(t('row.joiner'))} actions={<Button onClick={onRetry}>{t('common.tryAgain')}</Button>} />;
}
