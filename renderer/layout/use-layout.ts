import { useEffect } from 'react';
import { useUi } from '../state/ui.ts';
import type { Layout } from '../state/ui.ts';

/** The layout for a window of `width` pixels. */
export function layoutFor(width: number): Layout {
  if (width < 860) return 'narrow';
  return width < 1440 ? 'medium' : 'wide';
}

function apply(): void {
  const layout = layoutFor(window.innerWidth);
  if (layout !== useUi.getState().layout) useUi.setState({ layout, drawer: false, lensDrawer: false });
}

/** Keeps the layout in step with the window's width. */
export function useLayoutFollower(): void {
  useEffect(() => {
    apply();
    window.addEventListener('resize', apply);
    return () => {
      window.removeEventListener('resize', apply);
    };
  }, []);
}
