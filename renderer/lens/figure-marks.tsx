import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import type { ArticleId } from '../../electron/contract/model.ts';
import { useArticleLens } from '../client/lens-queries.ts';
import { figureAt, followFigures } from './figure-lights.ts';
import { hoverFigure, lookAt, useFigureView } from './figure-view.ts';
import { showFigure } from './show-figure.ts';
import { useShownText } from './use-shown-text.ts';
import styles from './figure-lights.module.css';

const pointing = styles.pointing ?? '';

/** What means something else where a figure stands in it. */
const OTHERS = 'a[href], button, mark[data-highlight]';

/** Underlines the figures in the open article, and has the pointer lead from them to their rows in the lens. */
export function FigureMarks({ articleId, paneRef }: { readonly articleId: ArticleId; readonly paneRef: RefObject<HTMLElement | null> }) {
  const { data: lens } = useArticleLens(useShownText(articleId));
  const figures = lens?.articleId === articleId ? lens.figures : null;
  const wanted = useFigureView((state) => (state.wanted?.articleId === articleId ? state.wanted.figureId : null));
  useEffect(() => lookAt(articleId), [articleId]);
  useEffect(() => {
    const pane = paneRef.current;
    return pane && figures ? followFigures(pane, figures) : undefined;
  }, [paneRef, figures]);
  useEffect(() => {
    if (wanted !== null && figures?.some(({ id }) => id === wanted)) showFigure(wanted, 'row');
  }, [wanted, figures]);

  const clicked = useEffectEvent((event: MouseEvent) => {
    if (event.button !== 0 || getSelection()?.isCollapsed === false) return;
    if (event.target instanceof Element && event.target.closest(OTHERS)) return;
    const id = figureAt(event.clientX, event.clientY);
    if (id !== null) showFigure(id, 'text');
  });
  useEffect(() => {
    const pane = paneRef.current;
    if (!pane) return undefined;
    let frame = 0;
    const moved = (event: PointerEvent) => {
      const { clientX, clientY, target } = event;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const id = target instanceof Element && target.closest('[data-article-text], [data-article-title]') && !target.closest(OTHERS) ? figureAt(clientX, clientY) : null;
        hoverFigure(id, 'text');
        pane.classList.toggle(pointing, id !== null);
      });
    };
    const left = () => {
      cancelAnimationFrame(frame);
      // React tells a row that the pointer entered it before the pane hears that it left.
      if (useFigureView.getState().from === 'text') hoverFigure(null, 'text');
      pane.classList.remove(pointing);
    };
    const click = (event: MouseEvent) => clicked(event);
    pane.addEventListener('pointermove', moved);
    pane.addEventListener('pointerleave', left);
    pane.addEventListener('click', click);
    return () => {
      cancelAnimationFrame(frame);
      pane.removeEventListener('pointermove', moved);
      pane.removeEventListener('pointerleave', left);
      pane.removeEventListener('click', click);
    };
  }, [paneRef]);
  return null;
}
