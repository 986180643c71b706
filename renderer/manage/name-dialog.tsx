import { useId, useState } from 'react';
import { TaskDialog } from '../components/task-dialog.tsx';
import { TextField } from '../components/text-field.tsx';
import type { Task } from '../components/use-task.ts';
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
  const [name, setName] = useState(initial);
  const [isEmpty, setEmpty] = useState(false);
  const noteId = useId();
  const submit = () => {
    const trimmed = name.trim();
    if (trimmed === '' && emptyWords !== undefined) setEmpty(true);
    else onSubmit(trimmed);
  };
  return (
    <TaskDialog
      title={title}
      submitLabel={submitLabel}
      task={task}
      onSubmit={submit}
      onClose={onClose}
      errorId={noteId}
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
    </TaskDialog>
  );
}
