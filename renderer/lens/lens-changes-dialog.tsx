import type { ChangedFigures } from '../../electron/contract/lens-api.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { useLensChanges } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './progress.module.css';

function Changed({ changed }: { readonly changed: ChangedFigures }) {
  const { t } = useWords();
  const { source, added, removed, altered } = changed;
  const join = (printed: readonly string[]) => printed.join(t('lens.joiner'));
  return (
    <li>
      <p className={styles.article} dir="auto" lang={textLang(source.title, source.lang)}>
        {source.title}
        <small>{source.feedTitle}</small>
      </p>
      <dl>
        {added.length > 0 ? (
          <>
            <dt>{t('lensProgress.added')}</dt>
            <dd>{join(added)}</dd>
          </>
        ) : null}
        {removed.length > 0 ? (
          <>
            <dt>{t('lensProgress.removed')}</dt>
            <dd>{join(removed)}</dd>
          </>
        ) : null}
        {altered.map(({ printed, was, is }) => (
          <div key={`${printed} ${was}`} style={{ display: 'contents' }}>
            <dt>{printed}</dt>
            <dd>{t('lensProgress.wasIs', { was, is })}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** What an update of the lens's rules changed in the figures of stored articles, article by article. */
export function LensChangesDialog() {
  const { t } = useWords();
  const { data, error, hasNextPage, fetchNextPage } = useLensChanges();
  const articles = data?.pages.flatMap((page) => page.articles) ?? [];
  return (
    <Dialog
      title={t('lensProgress.title')}
      width={640}
      onClose={closeDialog}
      actions={
        <Button size="large" data-first-focus onClick={closeDialog}>
          {t('common.close')}
        </Button>
      }
    >
      {error ? <ErrorNote error={asReaderError(error)} /> : null}
      <ul className={styles.changes}>
        {articles.map((changed) => (
          <Changed key={changed.source.articleId} changed={changed} />
        ))}
      </ul>
      {hasNextPage ? <Button onClick={() => void fetchNextPage()}>{t('common.more')}</Button> : null}
    </Dialog>
  );
}
