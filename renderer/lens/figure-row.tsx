import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { PlacedFigure } from '../../electron/contract/figures.ts';
import { useEntities } from '../client/watch-queries.ts';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { Direction } from './direction.tsx';
import type { Comparison } from './figure-comparison.ts';
import { shownValue } from './figure-value.ts';
import { figureLabel, figureName, figureReasons } from './figure-words.ts';
import rowButton from '../components/row-button.module.css';
import styles from './figure-row.module.css';

export interface FigureRowProps {
  readonly figure: PlacedFigure;
  readonly comparison: Comparison | null;
  readonly shown: boolean;
  readonly hovered: boolean;
  /** It takes the Tab key; the arrows lead to the others. */
  readonly reachable: boolean;
  readonly onChoose: (figure: PlacedFigure) => void;
  readonly onHover: (figureId: string | null) => void;
  readonly onFocus: (figureId: string) => void;
  readonly onMenu: (figure: PlacedFigure, anchor: HTMLElement | { readonly x: number; readonly y: number }) => void;
}

/** A figure of the article: its value, what it measures, and where it stands. Choosing it shows the sentence. */
export const FigureRow = memo(function FigureRow({ figure, comparison, shown, hovered, reachable, onChoose, onHover, onFocus, onMenu }: FigureRowProps) {
  const words = useWords();
  const { t, format } = words;
  // Names come with the glossary.
  useEntities();
  const { value, unit, close } = shownValue(figure, words);
  const label = figureLabel(figure, words);
  const reasons = figureReasons(figure, words);
  const classes = [styles.row, shown ? styles.shown : '', hovered ? styles.hovered : ''].filter(Boolean).join(' ');
  const menu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    // A context menu that a key asked for has no place of its own.
    onMenu(figure, event.clientX === 0 && event.clientY === 0 ? event.currentTarget : { x: event.clientX, y: event.clientY });
  };
  const direction = comparison?.direction ? <Direction direction={comparison.direction} /> : null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the pointer over the row, its button too, lights its words
    <li className={classes} data-figure={figure.id} onPointerEnter={() => onHover(figure.id)} onPointerLeave={() => onHover(null)} onContextMenu={menu}>
      <button
        type="button"
        className={`${rowButton.bare} ${styles.figure}`}
        tabIndex={reachable ? 0 : -1}
        data-pane-focus={reachable ? '' : undefined}
        aria-label={figureName(figure, comparison, words)}
        aria-current={shown || undefined}
        title={t('lens.printed', { printed: figure.printed })}
        onFocus={() => onFocus(figure.id)}
        onClick={() => onChoose(figure)}
      >
        <span className={styles.value}>
          {value}
          {unit === '' ? null : close ? unit : <small>{unit}</small>}
          {/* With no number beside it, it is of this one. */}
          {comparison?.text === '' ? direction : null}
        </span>
        <span className={styles.beside}>
          {comparison?.text ? direction : null}
          {comparison?.text ?? ''}
        </span>
        <span className={styles.label} dir="auto" lang={textLang(label, null)}>
          {label}
        </span>
        <span className={styles.place}>
          {figure.correction ? <Icon name="rename" size={12} className={styles.corrected} /> : null}
          {figure.paragraph === 0 ? t('lens.titleMark') : t('lens.paragraphMark', { paragraph: format.count(figure.paragraph) })}
        </span>
        {reasons.length > 0 ? (
          <span className={styles.reasons}>
            {reasons.map((reason) => (
              <span key={reason}>{reason}</span>
            ))}
          </span>
        ) : null}
      </button>
      <IconButton
        className={styles.more}
        size="small"
        icon="more"
        tabIndex={reachable ? 0 : -1}
        label={t('lens.rowMenu', { what: label })}
        aria-haspopup="menu"
        onClick={(event) => onMenu(figure, event.currentTarget)}
      />
    </li>
  );
});
