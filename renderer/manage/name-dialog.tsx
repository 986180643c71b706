import { useId, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { TextField } from '../components/text-field.tsx';
import type { Task } from '../components/use-task.ts';
import { useWords } from '../words/use-words.ts';
import styles from './manage.module.css';

export interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  readonly hint?: string | undefined;
  readonly submitLabel: string;
  /** Said instead of submitting an empty name; absent where empty is allowed. */
  readonly emptyWords?: string;
  readonly task: Task;
  readonly onSubmit: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for one name. */
export function NameDialog({ title, label, initial, hint, submitLabel, emptyWords, task, onSubmit, onClose }: NameDialogProps) {
  const { t } = useWords();
  const [name, setName] = useState(initial);
  const [isEmpty, setEmpty] = useState(false);
  const noteId = useId();
  const submit = () => {
    const trimmed = name.trim();
    if (trimmed === '' && emptyWords !== undefined) setEmpty(true);
    else onSubmit(trimmed);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind="primary" type="submit" disabled={task.busy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <TextField
        label={label}
        size="large"
        value={name}
        maxLength={500}
        errorId={task.error || isEmpty ? noteId : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(value) => {
          setName(value);
          setEmpty(false);
        }}
      />
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {isEmpty ? (
        <p className={styles.problem} id={noteId} role="alert">
          {emptyWords}
        </p>
      ) : null}
      {task.error ? <ErrorNote error={task.error} id={noteId} /> : null}
    </Dialog>
  );
}
