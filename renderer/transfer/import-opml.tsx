import { useRef, useState } from 'react';
import type { Feed, FeedId } from '../../electron/contract/model.ts';
import type { OpmlSummary } from '../../electron/contract/opml.ts';
import { ReaderError } from '../../electron/contract/errors.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { FilePicker } from '../components/file-picker.tsx';
import { useTask } from '../components/use-task.ts';
import { refresh } from '../state/list-actions.ts';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog, noteDone } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { decodeOpml } from './decode-opml.ts';
import { importDropped, isOpmlName } from './dropped-file.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportProgressLine } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { useDropped } from './use-dropped.ts';
import styles from './transfer.module.css';

/** No other try with the same file would end otherwise. */
const NO_USE: ReadonlySet<string> = new Set(['not-opml', 'opml-too-large', 'opml-too-complex']);
/** Twice what the engine reads: in UTF-16 a character takes two bytes. */
const LARGEST = 40 * 1024 * 1024;

interface ChosenFile {
  readonly name: string;
  readonly opml: string;
}

/** Choose a file, see what it holds, import it, see what was done. */
export function ImportOpml({ feeds }: { readonly feeds: readonly Feed[] }) {
  const { t } = useWords();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [summary, setSummary] = useState<OpmlSummary | null>(null);
  const [isRefreshing, setRefreshing] = useState(false);
  const [followedBefore, setFollowedBefore] = useState<ReadonlySet<FeedId>>(new Set());
  const [preview, setPreview] = useState<OpmlSummary | null>(null);
  const looking = useTask();
  const importing = useTask();
  const pickerRef = useRef<HTMLInputElement>(null);

  const take = async (chosen: File) => {
    if (!isOpmlName(chosen.name)) return importDropped(chosen);
    // Gone since it was chosen, or not allowed to be read: said below.
    const isTooLarge = chosen.size > LARGEST;
    const bytes = isTooLarge ? null : await chosen.arrayBuffer().catch(() => null);
    const opml = bytes && decodeOpml(new Uint8Array(bytes));
    importing.reset();
    looking.reset();
    setSummary(null);
    setPreview(null);
    setTooLarge(isTooLarge);
    setFile(opml === null ? null : { name: chosen.name, opml });
    if (opml !== null) looking.run(() => call('previewOpml', { opml }), setPreview);
    setUnreadable(bytes || isTooLarge ? null : chosen.name);
  };
  useDropped((chosen) => void take(chosen).catch(showFailure));

  const start = () => {
    if (!file || importing.busy) return;
    setFollowedBefore(new Set(feeds.map(({ id }) => id)));
    importing.run(
      async () => {
        const answer = await call('importOpml', { opml: file.opml });
        // Sources, their counts and what was done are to be seen at once; the events come later.
        await Promise.all([queryKeys.feeds, queryKeys.counts].map((queryKey) => queryClient.refetchQueries({ queryKey })));
        return answer;
      },
      (answer) => {
        setSummary(answer);
        if (answer.added === 0) return;
        noteDone(t('transfer.importTitle'), null);
        setRefreshing(true);
        void refresh(null).finally(() => setRefreshing(false));
      },
    );
  };
  const choose = () => {
    pickerRef.current?.click();
  };

  const error = importing.error ?? looking.error;
  const isNoUse = preview?.named === 0 || NO_USE.has(error?.code ?? '');
  const canImport = file !== null && !isNoUse;
  return (
    <Dialog
      title={t('transfer.importTitle')}
      onClose={closeDialog}
      onSubmit={summary ? closeDialog : canImport ? start : choose}
      actions={
        summary ? (
          <Button size="large" kind="primary" type="submit" data-first-focus>
            {t('common.done')}
          </Button>
        ) : (
          <>
            <Button size="large" onClick={closeDialog}>
              {t('common.cancel')}
            </Button>
            {canImport ? (
              <Button size="large" disabled={importing.busy} onClick={choose}>
                {t('transfer.chooseOther')}
              </Button>
            ) : null}
            <Button size="large" kind="primary" type="submit" data-first-focus disabled={importing.busy}>
              {canImport ? t(importing.busy ? 'transfer.importing' : 'transfer.import') : t(file ? 'transfer.chooseOther' : 'transfer.choose')}
            </Button>
          </>
        )
      }
    >
      <FilePicker ref={pickerRef} accept=".opml,.xml,.html,.htm,.csv,.zip,text/x-opml,application/xml,text/xml" label={t('transfer.file')} onChoose={(chosen) => void take(chosen).catch(showFailure)} />
      {summary ? (
        <ImportResult summary={summary} refreshing={isRefreshing} unreached={isRefreshing ? [] : feeds.filter(({ id, failure }) => failure !== null && !followedBefore.has(id))} />
      ) : (
        <>
          <p className={styles.text}>{t('transfer.importText')}</p>
          {file ? <ImportPreview file={file.name} preview={preview} /> : null}
          {unreadable === null ? null : (
            <p className={styles.problem} role="alert">
              {t('transfer.unreadable', { file: unreadable })}
            </p>
          )}
          {!file && !tooLarge && unreadable === null ? <p className={styles.hint}>{t('transfer.drop')}</p> : null}
          {importing.busy ? <ImportProgressLine /> : null}
          {tooLarge ? <ErrorNote error={new ReaderError('opml-too-large', '', { limit: LARGEST / 2 })} /> : null}
          {error && !importing.busy ? <ErrorNote error={error} /> : null}
        </>
      )}
    </Dialog>
  );
}
