import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './note-field.module.css';

export interface NoteFieldProps {
  readonly label: string;
  readonly initial: string;
  /** Answers whether it was kept. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
  /** Stands left of the buttons. */
  readonly extra?: React.ReactNode;
}

/** A note being written: Ctrl+Enter or Enter with Cmd saves, Esc closes. What was written is not lost when saving fails. */
export function NoteField({ label, initial, onSave, onClose, extra }: NoteFieldProps) {
  const { t } = useWords();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const field = ref.current;
    if (!field) return undefined;
    // What floats gets its place in this frame; following the focus to where it is not yet would move the text.
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    const frame = requestAnimationFrame(() => field.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, []);

  const save = async () => {
    setBusy(true);
    const isKept = await onSave(text);
    setBusy(false);
    if (isKept) onClose();
  };
  return (
    <div className={styles.field}>
      <textarea
        ref={ref}
        className={styles.text}
        aria-label={label}
        placeholder={t('evidence.writeNote')}
        rows={Math.min(12, Math.max(3, text.split('\n').length))}
        maxLength={100_000}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onClose();
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <div className={styles.actions}>
        {extra}
        <span className={styles.space} />
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" disabled={busy} onClick={() => void save()}>
          {t('evidence.saveNote')}
        </Button>
      </div>
    </div>
  );
}
