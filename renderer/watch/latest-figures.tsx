import type { FC } from 'react';
import type { Watch } from '../../electron/contract/watch.ts';

export interface LatestFiguresProps {
  readonly watch: Watch;
}

/**
 * The place of the figures that a watchlist's newest articles give: a section with a `partHead` of its own, beside the names. It is
 * empty, and the names have the width, as long as no question gives the figures of a watchlist.
 */
export const LatestFigures: FC<LatestFiguresProps> = () => null;
