import { useId, useState } from 'react';
import type { Feed } from '../../electron/contract/model.ts';
import { TaskDialog } from '../components/task-dialog.tsx';
import { TextField } from '../components/text-field.tsx';
import { useTask } from '../components/use-task.ts';
import { moveAddress } from '../sources/source-actions.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './manage.module.css';

/** Asks a source at another address from now on, once that has answered with a feed. */
export function FeedAddress({ feed }: { readonly feed: Feed }) {
  const { t } = useWords();
  const task = useTask();
  const noteId = useId();
  const [url, setUrl] = useState(feed.feedUrl);
  const [isSame, setSame] = useState(false);
  const submit = () => {
    const address = url.trim();
    if (address === '' || address === feed.feedUrl) setSame(true);
    else task.run(() => moveAddress(feed, address), closeDialog);
  };
  return (
    <TaskDialog
      title={t('sources.addressTitle', { source: feed.title })}
      submitLabel={t(task.busy ? 'sources.addressAsking' : 'sources.addressSubmit')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
      errorId={noteId}
    >
      <TextField
        label={t('sources.addressLabel')}
        size="large"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={url}
        maxLength={2000}
        errorId={task.error || isSame ? noteId : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(value) => {
          setUrl(value);
          setSame(false);
        }}
      />
      <p className={styles.hint}>{t('sources.addressHint')}</p>
      {isSame ? (
        <p className={styles.problem} id={noteId} role="alert">
          {t('sources.addressSame')}
        </p>
      ) : null}
    </TaskDialog>
  );
}
