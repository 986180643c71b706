import type { ReaderError } from '../../electron/contract/errors.ts';
import { Button } from '../components/button.tsx';
import { Strip } from '../components/strip.tsx';
import { loadMore } from '../state/listing.ts';
import { focusPane } from '../state/navigate.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';

async function tryAgain(): Promise<void> {
  // The button goes with the strip, and the keys would go with it.
  if (await loadMore()) focusPane('list');
}

/** Below the headlines: why no further ones came, and another try. Read out when it appears. */
export function MoreFailed({ error }: { readonly error: ReaderError }) {
  const words = useWords();
  const { t } = words;
  const { cause, next } = errorWords(error, words);
  return (
    <div role="alert">
      <Strip icon="broken" tone="failing" title={t('list.moreFailed')} text={[cause, next].join(t('row.joiner'))} actions={<Button onClick={() => void tryAgain()}>{t('common.tryAgain')}</Button>} />
    </div>
  );
}
