import { useRef, useState } from 'react';
import type { FileKey } from '../../electron/contract/exchange.ts';
import type { ArchiveFacts, LinkImport } from '../../electron/contract/transfer.ts';
import { handIn } from '../client/exchange.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { FilePicker } from '../components/file-picker.tsx';
import { useTask } from '../components/use-task.ts';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog, noteDone } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { importDropped, isListName } from './dropped-file.ts';
import { ArchivePreview, LinkPreview, linkParts } from './file-preview.tsx';
import { TransferLine } from './transfer-line.tsx';
import { useDropped } from './use-dropped.ts';
import styles from './transfer.module.css';

/** What a file was found to hold. */
type Found = { readonly file: FileKey; readonly name: string } & ({ readonly kind: 'links'; readonly links: LinkImport } | { readonly kind: 'archive'; readonly facts: ArchiveFacts });

async function lookInto(chosen: File): Promise<Found> {
  const { name } = chosen;
  const file = await handIn(chosen);
  if (/\.zip$/i.test(name)) return { file, name, kind: 'archive', facts: await call('previewArchive', { file, name }) };
  return { file, name, kind: 'links', links: await call('previewImport', { file, name }) };
}

/** Choose bookmarks, a table or an archive, see what it would do, do it, see what was done. */
export function ImportFile() {
  const words = useWords();
  const { t } = words;
  const [found, setFound] = useState<Found | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [result, setResult] = useState<string | null>(null);
  const looking = useTask();
  const importing = useTask();
  const pickerRef = useRef<HTMLInputElement>(null);

  const take = (chosen: File) => {
    if (isListName(chosen.name)) {
      importDropped(chosen);
      return;
    }
    importing.reset();
    setFound(null);
    setName(chosen.name);
    looking.run(() => lookInto(chosen), setFound);
  };
  useDropped(take);

  const start = () => {
    if (!found || importing.busy) return;
    const { file, name: given } = found;
    importing.run(
      async () => {
        if (found.kind === 'archive') return t('carry.archiveDone', { ...(await call('importArchive', { file, name: given })) });
        return t('carry.result', { parts: linkParts(await call('importFile', { file, name: given }), words, true).join(t('carry.joiner')) });
      },
      (said) => {
        noteDone(t('carry.importTitle'), null);
        setResult(said);
      },
    );
  };
  const choose = () => pickerRef.current?.click();
  const leave = () => {
    if (importing.busy) call('cancelTransfer', {}).catch(showFailure);
    else closeDialog();
  };
  const error = importing.error ?? looking.error;
  const canImport = found !== null && (found.kind === 'archive' || found.links.added + found.links.bookmarked + found.links.known > 0);
  const isArchive = found?.kind === 'archive';

  return (
    <Dialog
      title={t('carry.importTitle')}
      onClose={leave}
      onSubmit={result !== null ? closeDialog : canImport ? start : choose}
      actions={
        result !== null ? (
          <Button size="large" kind="primary" type="submit" data-first-focus>
            {t('common.done')}
          </Button>
        ) : (
          <>
            <Button size="large" onClick={leave}>
              {t(importing.busy ? 'carry.stop' : 'common.cancel')}
            </Button>
            {canImport ? (
              <Button size="large" disabled={importing.busy} onClick={choose}>
                {t('carry.chooseOther')}
              </Button>
            ) : null}
            <Button size="large" kind={isArchive ? 'danger' : 'primary'} type="submit" data-first-focus disabled={importing.busy || looking.busy}>
              {canImport ? t(importing.busy ? 'carry.importing' : isArchive ? 'carry.replace' : 'carry.import') : t(name === null ? 'carry.choose' : 'carry.chooseOther')}
            </Button>
          </>
        )
      }
    >
      <FilePicker ref={pickerRef} accept=".html,.htm,.csv,.zip,.opml,.xml" label={t('carry.file')} onChoose={take} />
      {result === null ? (
        <>
          <p className={styles.text}>{t('carry.importText')}</p>
          {looking.busy && name !== null ? <p className={styles.hint}>{t('carry.reading', { file: name })}</p> : null}
          {found?.kind === 'links' ? <LinkPreview file={found.name} links={found.links} /> : null}
          {found?.kind === 'archive' ? <ArchivePreview facts={found.facts} /> : null}
          {importing.busy ? <TransferLine label={t('carry.importing')} megabytes={isArchive} /> : null}
          {error && !importing.busy ? <ErrorNote error={error} /> : null}
        </>
      ) : (
        <div className={styles.result}>
          <output>{result}</output>
        </div>
      )}
    </Dialog>
  );
}
