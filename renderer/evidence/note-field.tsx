import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { LONGEST_NOTE } from '../../electron/contract/bookmark-limits.ts';
import { Button } from '../components/button.tsx';
import { useWords } from '../words/use-words.ts';
import { expectNoField, typedAhead } from '../state/typed-ahead.ts';
import { openNoteDraft } from './note-draft.ts';
import styles from './note-field.module.css';

export interface NoteFieldProps {
  /** Names what it is a note of; another one is another field. */
  readonly of: string;
  readonly label: string;
  readonly initial: string;
  /** Answers whether it was kept. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
  /** Stands left of the buttons. `drop` throws away what was written. */
  readonly renderExtra?: (drop: () => void) => React.ReactNode;
}

/** A note being written: Ctrl+Enter or Enter with Cmd saves, Esc closes. What was written is not lost when saving fails, nor when the field goes. */
export function NoteField({ of, label, initial, onSave, onClose, renderExtra }: NoteFieldProps) {
  const { t } = useWords();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [draft] = useState(() => openNoteDraft(of, initial));
  const [text, setText] = useState(() => draft.initial + typedAhead());
  const [busy, setBusy] = useState(false);
  const write = (now: string) => {
    draft.write(now);
    setText(now);
  };

  useEffect(() => {
    const field = ref.current;
    if (!field) return undefined;
    draft.write(field.value);
    expectNoField();
    // What floats gets its place in this frame; following the focus to where it is not yet would move the text.
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    const frame = requestAnimationFrame(() => field.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [draft]);

  const leave = useEffectEvent(() => draft.leave(onSave));
  useEffect(() => {
    // The window closes, or is loaded anew.
    const gone = () => leave();
    window.addEventListener('pagehide', gone);
    return () => {
      window.removeEventListener('pagehide', gone);
      leave();
    };
  }, []);

  const save = async () => {
    setBusy(true);
    const isKept = await draft.save(onSave);
    setBusy(false);
    if (isKept) onClose();
  };
  const cancel = () => {
    draft.drop();
    onClose();
  };
  return (
    <div className={styles.field}>
      <textarea
        ref={ref}
        className={styles.text}
        data-note-of={of}
        aria-label={label}
        placeholder={t('evidence.writeNote')}
        maxLength={LONGEST_NOTE}
        dir="auto"
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            cancel();
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <div className={styles.actions}>
        {renderExtra?.(draft.drop)}
        <span className={styles.space} />
        <Button onClick={cancel}>{t('common.cancel')}</Button>
        <Button kind="primary" disabled={busy} onClick={() => void save()}>
          {t('evidence.saveNote')}
        </Button>
      </div>
    </div>
  );
}
