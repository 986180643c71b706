import type { ReaderError } from '../../electron/contract/errors.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useWords } from '../words/use-words.ts';
import { openFeed } from './open-feed.ts';

/** Why nothing can be followed there; a source that is followed already can be opened. */
export function AddError({ id, error: { code, detail }, host }: { readonly id: string; readonly error: ReaderError; readonly host: string }) {
  const { t } = useWords();
  const knownId = code === 'already-subscribed' ? detail['feedId'] : null;
  return (
    <ErrorNote
      id={id}
      error={{ code, detail: { ...detail, host: detail['host'] ?? host } }}
      actions={
        typeof knownId === 'number' ? (
          <Button
            onClick={() => {
              openFeed(knownId);
            }}
          >
            {t('add.open')}
          </Button>
        ) : null
      }
    />
  );
}
