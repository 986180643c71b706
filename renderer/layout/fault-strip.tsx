import type { ReaderError } from '../../electron/contract/errors.ts';
import { queryClient } from '../client/query-client.ts';
import { Button } from '../components/button.tsx';
import { Strip } from '../components/strip.tsx';
import { relist } from '../state/relist.ts';

import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';

async function askAgain(): Promise<void> {
  await queryClient.invalidateQueries();
  await relist();
}

/** Over the panes: the engine or the library answers no more. What is on the screen can still be read. */
export function FaultStrip({ error }: { readonly error: Pick<ReaderError, 'code' | 'detail'> }) {
  const words = useWords();
  const { title, cause, next } = errorWords(error, words);
  return <Strip icon="broken" tone="failing" title={title} text={[cause, next].join(words.t('row.joiner'))} actions={<Button onClick={() => void askAgain()}>{words.t('common.tryAgain')}</Button>} />;
}
