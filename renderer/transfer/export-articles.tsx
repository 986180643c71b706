import { useState } from 'react';
import type { BookmarkFilter } from '../../electron/contract/bookmark.ts';
import type { OutgoingFile } from '../../electron/contract/exchange.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import type { ExportFormat } from '../../electron/contract/transfer.ts';
import { useBookmarkTotal } from '../bookmarks/use-bookmarks.ts';
import { takeOut } from '../client/exchange.ts';
import { useCounts } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Select } from '../components/select.tsx';
import { useTask } from '../components/use-task.ts';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { TransferLine } from './transfer-line.tsx';
import styles from './transfer.module.css';

const FORMATS = [
  { value: 'markdown', words: 'carry.formats.markdown' },
  { value: 'html', words: 'carry.formats.html' },
  { value: 'epub', words: 'carry.formats.epub' },
  { value: 'json', words: 'carry.formats.json' },
  { value: 'csv', words: 'carry.formats.csv' },
  { value: 'ris', words: 'carry.formats.ris' },
  { value: 'bibtex', words: 'carry.formats.bibtex' },
  { value: 'csl-json', words: 'carry.formats.cslJson' },
  { value: 'bookmarks', words: 'carry.formats.bookmarks' },
] as const satisfies readonly { readonly value: ExportFormat; readonly words: string }[];

export interface ExportArticlesProps {
  /** Left out: the bookmarks under the filter, or all of them, or the whole library. */
  readonly articleIds?: readonly ArticleId[];
  readonly filter?: BookmarkFilter;
  /** Begins with the whole library. */
  readonly library?: boolean;
}

type Saved = OutgoingFile & { readonly articles: number; readonly imagesMissing?: number };

/** What and in which format; then a file, and a line that says what is in it. */
export function ExportArticles({ articleIds, filter, library = false }: ExportArticlesProps) {
  const { t, format } = useWords();
  const { data: counts } = useCounts();
  const [what, setWhat] = useState<'articles' | 'library'>(library ? 'library' : 'articles');
  const [chosen, setChosen] = useState<ExportFormat>('markdown');
  const [saved, setSaved] = useState<Saved | null>(null);
  const task = useTask();
  const isWhole = what === 'library';
  const found = useBookmarkTotal(filter);
  const number = articleIds?.length ?? (filter ? found : counts?.bookmarks) ?? 0;
  const named = articleIds ? (number === 1 ? t('carry.whatOne') : t('carry.whatSome', { count: number })) : t(filter ? 'carry.whatSome' : 'carry.whatAll', { count: number });

  const start = () => {
    task.run(
      (): Promise<Saved> =>
        isWhole
          ? call('exportArchive', {})
          : call('exportArticles', { format: chosen, title: t('carry.bookTitle'), ...(articleIds && { articleIds }), ...(filter && { filter }) }),
      (answer) => {
        takeOut(answer);
        setSaved(answer);
      },
    );
  };
  const leave = () => {
    if (task.busy) call('cancelTransfer', {}).catch(showFailure);
    else closeDialog();
  };

  return (
    <Dialog
      title={t('carry.exportTitle')}
      onClose={leave}
      onSubmit={saved ? closeDialog : start}
      actions={
        saved ? (
          <Button size="large" kind="primary" type="submit" data-first-focus>
            {t('common.done')}
          </Button>
        ) : (
          <>
            <Button size="large" onClick={leave}>
              {t(task.busy ? 'carry.stop' : 'common.cancel')}
            </Button>
            <Button size="large" kind="primary" type="submit" disabled={task.busy || (!isWhole && number === 0)}>
              {t(task.busy ? 'carry.exporting' : 'carry.export')}
            </Button>
          </>
        )
      }
    >
      {saved ? (
        <div className={styles.result}>
          <output>{t('carry.saved', { count: saved.articles, file: saved.name, bytes: format.bytes(saved.bytes) })}</output>
          {saved.imagesMissing ? <p className={styles.text}>{t('carry.savedMissing', { count: saved.imagesMissing })}</p> : null}
        </div>
      ) : (
        <div className={styles.fields}>
          {articleIds || filter ? (
            <p className={styles.text}>{filter && found === undefined ? '' : named}</p>
          ) : (
            <Select
              label={t('carry.what')}
              size="large"
              value={what}
              disabled={task.busy}
              options={[
                { value: 'articles', label: named },
                { value: 'library', label: t('carry.whatLibrary') },
              ]}
              onChange={setWhat}
            />
          )}
          {isWhole ? null : (
            <Select label={t('carry.format')} size="large" value={chosen} disabled={task.busy} options={FORMATS.map(({ value, words }) => ({ value, label: t(words) }))} onChange={setChosen} />
          )}
          <p className={styles.text}>{t(isWhole ? 'carry.libraryText' : 'carry.formatText')}</p>
          {task.busy ? <TransferLine label={t('carry.exporting')} megabytes={isWhole} /> : null}
          {task.error ? <ErrorNote error={task.error} /> : null}
        </div>
      )}
    </Dialog>
  );
}
