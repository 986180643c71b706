import { useEffect } from 'react';
import { useUi } from '../state/ui.ts';
import type { Layout } from '../state/ui.ts';

/** The layout for a window of `width` pixels. */
export function layoutFor(width: number): Layout {
  if (width < 860) return 'narrow';
  return width < 1440 ? 'medium' : 'wide';
}

/** Has the layout fit the window as wide as it is. */
export function fitLayout(): void {
  const layout = layoutFor(window.innerWidth);
  const now = useUi.getState();
  if (layout === now.layout) return;
  // Where one pane is left, it is the one that was read in.
  const isRead = now.page === null && now.articleId !== null && (now.pane === 'article' || now.pane === 'lens');
  useUi.setState({ layout, drawer: false, lensDrawer: false, pushed: now.pushed || (layout === 'narrow' && isRead) });
}

/** Keeps the layout in step with the window's width. */
export function useLayoutFollower(): void {
  useEffect(() => {
    fitLayout();
    window.addEventListener('resize', fitLayout);
    return () => {
      window.removeEventListener('resize', fitLayout);
    };
  }, []);
}
