import { useEffect } from 'react';
import { useRefreshProgress } from '../client/queries.ts';
import { openKeptLinks } from '../state/kept-links.ts';

/** Opens the links that were pressed offline once the network is back. */
export function useOpenKeptLinks(): void {
  const { data: progress } = useRefreshProgress();
  const isOnline = progress !== undefined && progress.offlineSince === null;
  useEffect(() => {
    if (isOnline) openKeptLinks();
  }, [isOnline]);
}
