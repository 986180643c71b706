import type { ReactNode } from 'react';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';
import type { Task } from './use-task.ts';

export interface TaskDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly task: Task;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** What stands left of the buttons. */
  readonly note?: ReactNode;
  /** Takes something away: read out whole, and the button is red. */
  readonly danger?: boolean;
  /** Not to be done yet. A task under way disables by itself. */
  readonly disabled?: boolean;
  /** By default that of the task; null where the body says it. */
  readonly error?: ReaderError | null;
  /** By which a field names the error as its own. */
  readonly errorId?: string;
}

/** A small dialog that does one thing, or says why it could not. */
export function TaskDialog({ title, submitLabel, task, onSubmit, onClose, children, note, danger = false, disabled = false, error = task.error, errorId }: TaskDialogProps) {
  const { t } = useWords();
  return (
    <Dialog
      urgent={danger}
      title={title}
      onClose={onClose}
      onSubmit={onSubmit}
      note={note}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind={danger ? 'danger' : 'primary'} type="submit" disabled={task.busy || disabled}>
            {submitLabel}
          </Button>
        </>
      }
    >
      {children}
      {error ? <ErrorNote error={error} id={errorId} /> : null}
    </Dialog>
  );
}
