import { asReaderError } from '../client/as-reader-error.ts';
import { ErrorState } from '../components/error-state.tsx';
import { PageInstead } from './page-instead.tsx';

/** In place of the list of a page that could not be asked for: what happened, and another try. */
export function PageError({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <PageInstead>
      <ErrorState error={asReaderError(error)} onRetry={onRetry} />
    </PageInstead>
  );
}
