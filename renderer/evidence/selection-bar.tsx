import { useEffect, useRef, useState } from 'react';
import type { ArticleId } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { KeyBadge } from '../components/key-badge.tsx';
import { addFigureHere } from '../lens/add-figure-here.ts';
import { useWords } from '../words/use-words.ts';
import { copySelection, highlightSelection, writeNoteHere } from './evidence-commands.ts';
import { selectedRange } from './selection.ts';
import styles from './floating.module.css';

interface Place {
  readonly top: number;
  readonly left: number;
  readonly below: boolean;
}

/** Half of the bar and a little more: it stays inside of the text. */
const HALF = 170;
const ROOM_ABOVE = 56;

function placeOver(range: Range, holder: HTMLElement): Place {
  const around = holder.getBoundingClientRect();
  const lines = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const first = lines[0] ?? range.getBoundingClientRect();
  const last = lines.at(-1) ?? first;
  const pane = holder.closest('[data-article-scroll]')?.getBoundingClientRect();
  const below = first.top - (pane?.top ?? 0) < ROOM_ABOVE;
  const middle = (below ? last : first).left + (below ? last : first).width / 2 - around.left;
  return { top: (below ? last.bottom : first.top) - around.top, left: Math.min(Math.max(middle, HALF), Math.max(HALF, around.width - HALF)), below };
}

/** Over a selected passage: highlight, note, figure, copy. */
export function SelectionBar({ articleId }: { readonly articleId: ArticleId }) {
  const { t } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);

  useEffect(() => {
    let held = false;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const holder = ref.current?.parentElement;
        const range = held || !holder ? null : selectedRange();
        setPlace(range && holder ? placeOver(range, holder) : null);
      });
    };
    // While the pointer draws the selection a bar would be in its way.
    const down = (event: PointerEvent) => {
      if (event.target instanceof Node && ref.current?.contains(event.target)) return;
      held = true;
    };
    const up = () => {
      held = false;
      look();
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    window.addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
      window.removeEventListener('resize', look);
    };
  }, []);

  const actions: readonly { readonly icon: IconName; readonly label: string; readonly keys: string; readonly run: () => void }[] = [
    { icon: 'highlight', label: t('evidence.highlight'), keys: 'H', run: () => void highlightSelection(articleId) },
    { icon: 'note', label: t('evidence.note'), keys: 'C', run: () => void writeNoteHere(articleId) },
    { icon: 'table', label: t('lens.addShort'), keys: 'F', run: () => addFigureHere(articleId) },
    { icon: 'copy', label: t('common.copy'), keys: 'Y', run: () => void copySelection() },
  ];
  return (
    <div ref={ref}>
      {place ? (
        <div className={place.below ? `${styles.bar} ${styles.below}` : styles.bar} style={{ top: place.top, left: place.left }} role="toolbar" aria-label={t('evidence.selectionTools')}>
          {actions.map(({ icon, label, keys, run }) => (
            <button
              key={keys}
              type="button"
              className={styles.tool}
              // A press would take the selection away before the click comes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={run}
            >
              <Icon name={icon} size={14} />
              {label}
              <KeyBadge usual={keys} className={styles.key} />
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
