import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ArticleLens, PlacedFigure } from '../../electron/contract/figures.ts';
import type { Article } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { Menu } from '../components/menu.tsx';
import type { MenuAnchor } from '../components/menu-item.ts';
import { useWords } from '../words/use-words.ts';
import { comparisonsOf } from './figure-comparison.ts';
import { figureMenu } from './figure-menu.ts';
import { FigureRow } from './figure-row.tsx';
import { figureLabel } from './figure-words.ts';
import { hoverFigure, useFigureView } from './figure-view.ts';
import { DroppedFigures } from './dropped-figures.tsx';
import { showFigure } from './show-figure.ts';
import rowStyles from './figure-row.module.css';
import styles from './lens.module.css';

function choose(figure: PlacedFigure): void {
  showFigure(figure.id, 'row');
}

function hover(figureId: string | null): void {
  hoverFigure(figureId, 'row');
}

/** The figures of an article in reading order; those that may be wrong are closed below them. */
export function FiguresSection({ lens, article }: { readonly lens: ArticleLens; readonly article: Article }) {
  const words = useWords();
  const { t, format } = words;
  const ref = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<{ readonly figure: PlacedFigure; readonly anchor: MenuAnchor } | null>(null);
  const shown = useFigureView((state) => state.shown);
  const hovered = useFigureView((state) => state.hovered);
  const from = useFigureView((state) => state.from);
  const [at, setAt] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const sure = lens.figures.filter(({ unsure }) => !unsure);
  const unsure = lens.figures.filter((figure) => figure.unsure);
  const lit = from === 'text' ? (hovered ?? shown) : shown;
  const isUnsureLit = unsure.some(({ id }) => id === lit);
  const opened = isOpen || isUnsureLit;
  const rows = opened ? [...sure, ...unsure] : sure;
  const has = (id: string | null) => rows.some((row) => row.id === id);
  const reachable = has(at) ? at : has(shown) ? shown : (rows[0]?.id ?? null);

  useEffect(() => {
    if (lit !== null) ref.current?.querySelector(`[data-figure="${CSS.escape(lit)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [lit]);

  const figures = lens.figures;
  // Rows are drawn anew for what changed alone: a report may hold hundreds of them.
  const comparisons = useMemo(() => comparisonsOf(figures, { t, format }), [figures, t, format]);
  const onMenu = useCallback((figure: PlacedFigure, anchor: MenuAnchor) => setAsked({ figure, anchor }), []);
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = rows.findIndex(({ id }) => id === reachable);
    const aims: Record<string, number> = { ArrowDown: index + 1, j: index + 1, ArrowUp: index - 1, k: index - 1, Home: 0, End: rows.length - 1 };
    const aim = aims[event.key];
    if (aim === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const row = rows[aim];
    if (row) ref.current?.querySelector<HTMLElement>(`[data-figure="${CSS.escape(row.id)}"] > button`)?.focus();
  };
  const list = (listed: readonly PlacedFigure[], label: string) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows inside
    <ul className={rowStyles.rows} aria-label={label} onKeyDown={keyDown} data-own-arrows="">
      {listed.map((figure) => (
        <FigureRow
          key={figure.id}
          figure={figure}
          comparison={comparisons.get(figure.id) ?? null}
          shown={figure.id === shown}
          hovered={figure.id === hovered}
          reachable={figure.id === reachable}
          onChoose={choose}
          onHover={hover}
          onFocus={setAt}
          onMenu={onMenu}
        />
      ))}
    </ul>
  );
  return (
    <section ref={ref} className={styles.section} aria-label={t('lens.figures')}>
      <h3 className={styles.head}>
        {t('lens.figures')}
        <span>{figures.length === 0 ? '' : t('lens.count', { count: sure.length })}</span>
      </h3>
      {figures.length === 0 ? <p className={styles.none}>{t('lens.none')}</p> : null}
      {sure.length > 0 ? list(sure, t('lens.figures')) : null}
      {unsure.length > 0 ? (
        <>
          <button type="button" className={rowStyles.group} aria-expanded={opened} onClick={() => setOpen(!opened)}>
            <Icon name={opened ? 'chevron-down' : 'chevron-right'} size={12} />
            {t('lens.unsure', { count: unsure.length })}
          </button>
          {opened ? list(unsure, t('lens.unsure', { count: unsure.length })) : null}
        </>
      ) : null}
      <DroppedFigures lens={lens} />
      {asked ? <Menu anchor={asked.anchor} label={figureLabel(asked.figure, words)} items={figureMenu(asked.figure, article, words)} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}
