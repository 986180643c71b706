import { useId, useState } from 'react';
import { useTags } from '../evidence/use-evidence.ts';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { TextField } from '../components/text-field.tsx';
import { useFilePicker } from '../components/use-file-picker.tsx';
import { leavePages } from '../transfer/take-files.ts';
import { useWords } from '../words/use-words.ts';
import { PreviewCard } from './preview-card.tsx';
import { saveNow } from './save-now.ts';
import { PageTags } from './page-tags.tsx';
import { mayBeAddress, SAVED_KINDS, saveFilesAsPages, takeGivenFiles } from './save-request.ts';
import { usePreview } from './use-preview.ts';
import styles from './saving.module.css';

/** An address or a file to a bookmark: see what it holds, tag it, note it, save. Saving goes on behind the closed dialog. */
export function SavePage({ initial }: { readonly initial: string }) {
  const { t, format } = useWords();
  const [file, setFile] = useState(() => takeGivenFiles()[0] ?? null);
  const [address, setAddress] = useState(initial);
  const [tags, setTags] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [keeps, setKeeps] = useState(true);
  const [isEmpty, setEmpty] = useState(false);
  const { preview, images, busy, error, source } = usePreview(address, file);
  const known = useTags().data ?? [];
  const { picker, choose } = useFilePicker({
    label: t('saving.file'),
    accept: SAVED_KINDS,
    multiple: true,
    onChoose: (files) => {
      if (files.length > 1) saveFilesAsPages(files);
      else {
        setEmpty(false);
        setFile(files[0] ?? null);
      }
    },
  });
  const noteId = useId();
  const problemId = useId();

  const save = () => {
    // What is no address is told here, where what was typed beside it is not lost.
    if (file === null && !mayBeAddress(address)) {
      setEmpty(true);
      return;
    }
    const last = typed.trim();
    void saveNow({ source, tags: last === '' || tags.includes(last) ? tags : [...tags, last], note, images: keeps });
    leavePages();
  };
  const bytes = images?.bytes ?? preview?.bytes ?? null;
  const host = URL.parse(address.trim())?.host ?? address.trim();
  return (
    <Dialog
      title={t('saving.title')}
      onClose={leavePages}
      onSubmit={save}
      note={
        <Button size="large" onClick={choose}>
          {t('saving.chooseFile')}
        </Button>
      }
      actions={
        <>
          <Button size="large" onClick={leavePages}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind="primary" type="submit" disabled={error !== null}>
            {t('saving.save')}
          </Button>
        </>
      }
    >
      {picker}
      <TextField
        label={t(file ? 'saving.file' : 'saving.address')}
        labelHidden
        icon={file ? 'file' : 'link'}
        size="large"
        value={file ? file.name : address}
        placeholder={t('saving.placeholder')}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        errorId={isEmpty || error ? problemId : undefined}
        data-first-focus
        onChange={(value) => {
          setEmpty(false);
          setFile(null);
          setAddress(file ? '' : value);
        }}
      />
      {isEmpty ? (
        <p className={styles.problem} id={problemId} role="alert">
          {t('saving.empty')}
        </p>
      ) : null}
      {busy ? <output className={styles.reading}>{t('saving.reading', { host: file?.name ?? host })}</output> : null}
      {preview ? <PreviewCard preview={preview} images={images} /> : null}
      {error && !busy ? <ErrorNote error={error} id={problemId} /> : null}
      <PageTags tags={tags} known={known} onChange={setTags} typed={typed} onType={setTyped} />
      <div className={styles.part}>
        <label className={styles.label} htmlFor={noteId}>
          {t('saving.note')}
        </label>
        <textarea id={noteId} className={styles.note} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <div className={styles.keep}>
        <Checkbox label={t('saving.keep')} checked={keeps} onChange={setKeeps} />
        <span className={styles.size}>{bytes !== null && preview?.failure === null ? format.bytes(bytes) : null}</span>
      </div>
    </Dialog>
  );
}
