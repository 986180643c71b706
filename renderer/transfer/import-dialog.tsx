import { useEffect, useEffectEvent } from 'react';
import type { Feed } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useFilePicker } from '../components/use-file-picker.tsx';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { forgetWaiting, isImportWaiting, nextToImport } from './take-files.ts';
import { FilePreview } from './file-preview.tsx';
import { ImportProgressLine } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { linkParts } from './link-parts.ts';
import { ARCHIVE_KINDS, IMPORTED_KINDS, type Found } from './look-into.ts';
import { TransferLine } from './transfer-line.tsx';
import { useImport, type Imported } from './use-import.ts';
import styles from './transfer.module.css';

/** Whether importing it would do anything. */
function isOfUse(found: Found): boolean {
  if (found.kind === 'sources') return found.preview.named > 0;
  return found.kind === 'archive' || found.links.added + found.links.bookmarked + found.links.known > 0;
}

/** Choose a file, see what it would do, do it, see what was done. `library`: opened to put another library in place of this one. */
export function ImportDialog({ feeds, library = false }: { readonly feeds: readonly Feed[]; readonly library?: boolean }) {
  const { t } = useWords();
  const { name, found, imported, refreshing, looking, importing, error, take, start, stop } = useImport(feeds);
  const { picker, choose } = useFilePicker({ label: t('carry.file'), accept: library ? ARCHIVE_KINDS : IMPORTED_KINDS, onChoose: ([file]) => file && take(file) });
  const takeFirst = useEffectEvent(() => {
    const waiting = nextToImport();
    if (waiting) take(waiting);
  });
  useEffect(() => {
    // The file came with the request: as if it had been chosen here.
    // oxlint-disable-next-line react/set-state-in-effect
    takeFirst();
  }, []);

  const leave = () => {
    if (stop()) return;
    forgetWaiting();
    closeDialog();
  };
  /** The next of several files that were dropped together, else the end. */
  const next = () => {
    const waiting = nextToImport();
    if (waiting) take(waiting);
    else closeDialog();
  };
  const canImport = found !== null && isOfUse(found);
  const isArchive = found?.kind === 'archive';
  const submit = t(isArchive ? 'carry.replace' : 'carry.import');
  return (
    <Dialog
      title={t(library ? 'carry.importLibraryTitle' : 'carry.importTitle')}
      onClose={leave}
      onSubmit={imported ? next : canImport ? start : choose}
      note={
        !imported && canImport ? (
          <Button size="large" disabled={importing} onClick={choose}>
            {t('carry.chooseOther')}
          </Button>
        ) : null
      }
      actions={
        imported ? (
          <Button size="large" kind="primary" type="submit" data-first-focus>
            {t(isImportWaiting() ? 'carry.nextFile' : 'common.done')}
          </Button>
        ) : (
          <>
            {/* What replaces a library has to be chosen: the safe one has the keys. */}
            <Button size="large" data-first-focus={isArchive ? '' : undefined} onClick={leave}>
              {t(importing && found?.kind !== 'sources' ? 'carry.stop' : 'common.cancel')}
            </Button>
            <Button key={isArchive ? 'replace' : 'go on'} size="large" kind={isArchive ? 'danger' : 'primary'} type="submit" data-first-focus={isArchive ? undefined : ''} disabled={importing || looking}>
              {canImport ? (importing ? t('carry.importing') : submit) : t(name === null ? 'carry.choose' : 'carry.chooseOther')}
            </Button>
          </>
        )
      }
    >
      {picker}
      {imported ? (
        <ImportDone imported={imported} feeds={feeds} refreshing={refreshing} />
      ) : (
        <>
          <p className={styles.text}>{t(library ? 'carry.importLibraryText' : 'carry.importText')}</p>
          {library ? null : <p className={styles.hint}>{t('carry.importKinds')}</p>}
          {name === null ? <p className={styles.hint}>{t('carry.drop')}</p> : null}
          {looking && name !== null ? <p className={styles.hint}>{t('carry.reading', { file: name })}</p> : null}
          {found ? <FilePreview found={found} /> : null}
          {importing && found?.kind === 'sources' ? <ImportProgressLine /> : null}
          {importing && found?.kind !== 'sources' ? <TransferLine label={t('carry.importing')} megabytes={isArchive} /> : null}
          {error && !importing && !looking ? <ErrorNote error={error} /> : null}
        </>
      )}
    </Dialog>
  );
}

/** What was done, in one line. */
function ImportDone({ imported, feeds, refreshing }: { readonly imported: Imported; readonly feeds: readonly Feed[]; readonly refreshing: boolean }) {
  const words = useWords();
  const { t } = words;
  if (imported.kind === 'sources') {
    const { summary, followedBefore } = imported;
    const unreached = refreshing ? [] : feeds.filter(({ id, failure }) => failure !== null && !followedBefore.has(id));
    return <ImportResult summary={summary} refreshing={refreshing} unreached={unreached} />;
  }
  return (
    <div className={styles.result}>
      <output>{imported.kind === 'archive' ? t('carry.archiveDone', { ...imported.facts }) : t('carry.result', { parts: linkParts(imported.links, words, true).join(t('carry.joiner')) })}</output>
      {imported.kind === 'archive' ? <p className={styles.text}>{t('carry.archiveWhere')}</p> : null}
    </div>
  );
}
