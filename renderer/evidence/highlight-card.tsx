import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Highlight } from '../../electron/contract/bookmark.ts';
import { IconButton } from '../components/icon-button.tsx';
import { focusPane } from '../state/navigate.ts';
import { useWords } from '../words/use-words.ts';
import { noteHighlight, removeHighlight } from './evidence-actions.ts';
import { copyWords } from './evidence-commands.ts';
import { edit, endEditing } from './evidence-state.ts';
import { NoteField } from './note-field.tsx';
import styles from './floating.module.css';

export interface HighlightCardProps {
  readonly highlight: Highlight;
  /** The words in the text are not those that were highlighted. */
  readonly moved: boolean;
}

/** Below a highlight: its note, and the way to remove it. */
export function HighlightCard({ highlight, moved }: HighlightCardProps) {
  const { t } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const { id, articleId, note, quote } = highlight;

  useLayoutEffect(() => {
    const holder = ref.current?.parentElement;
    const marks = holder?.querySelectorAll(`mark[data-highlight="${id}"]`);
    const last = marks?.[marks.length - 1];
    if (!holder || !last || !ref.current) return;
    const [around, at] = [holder.getBoundingClientRect(), last.getBoundingClientRect()];
    const most = Math.max(0, around.width - ref.current.offsetWidth);
    setPlace({ top: at.bottom - around.top + 6, left: Math.min(Math.max(0, at.left - around.left), most) });
  }, [id]);

  const close = () => {
    const reference = document.querySelector<HTMLElement>(`[data-reference="${id}"]`);
    endEditing(articleId);
    reference?.focus({ preventScroll: true });
  };
  // What was written is kept, since the field goes with it; only Cancel and Esc throw it away.
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      const card = ref.current;
      if (!card || !(event.target instanceof Node) || card.contains(event.target)) return;
      edit(articleId, null);
    };
    document.addEventListener('pointerdown', pressed);
    return () => document.removeEventListener('pointerdown', pressed);
  }, [articleId]);

  return (
    <div
      ref={ref}
      className={styles.card}
      // Not hidden: the field in it takes the focus before it has its place.
      style={place ? { top: place.top, left: place.left } : { opacity: 0 }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it floats beside the text, which stays in reach
      role="dialog"
      aria-label={t('evidence.noteOnHighlight')}
    >
      {moved ? <p className={styles.moved}>{t('evidence.movedText', { quote })}</p> : null}
      <NoteField
        of={`highlight-${id}`}
        label={t('evidence.noteOnHighlight')}
        initial={note}
        onSave={(text) => noteHighlight(highlight, text)}
        onClose={close}
        renderExtra={(drop) => (
          <>
            <IconButton
              icon="trash"
              label={t('evidence.removeHighlight')}
              onClick={() => {
                drop();
                edit(articleId, null);
                focusPane('article');
                void removeHighlight(highlight);
              }}
            />
            <IconButton icon="copy" label={t('common.copy')} onClick={() => void copyWords(quote)} />
          </>
        )}
      />
    </div>
  );
}
