import { useEffect, useRef } from 'react';
import { useRefreshProgress } from '../client/queries.ts';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { useListing } from '../state/listing.ts';
import { announce } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { SaidRegion } from './said-region.tsx';

/** Says the start, each quarter and the end of a refresh, what waits at the top of the list, and the network's coming and going. */
function useRefreshAnnouncements(): void {
  const { t } = useWords();
  const keys = useShownKeys('.');
  const { data: progress } = useRefreshProgress();
  const arrived = useListing((state) => state.arrived);
  const toldRef = useRef({ running: false, quarter: 0, offline: false, arrived: 0, known: false });

  useEffect(() => {
    if (!progress) return;
    const told = toldRef.current;
    const { running, asked, done, added, failed, cancelled, offlineSince, proxyTrouble } = progress;
    const offline = offlineSince !== null;
    const quarter = asked > 0 ? Math.floor((done / asked) * 4) : 0;
    if (told.known) {
      if (running && !told.running) announce(t('announce.refreshStarted', { count: asked }));
      else if (!running && told.running) announce(cancelled ? t('announce.refreshCancelled') : t('announce.refreshEnded', { added, failing: failed.length }));
      else if (running && quarter > told.quarter && quarter < 4) announce(t('announce.refreshQuarter', { percent: quarter * 25 }));
      if (offline !== told.offline) announce(offline && proxyTrouble ? errorWords(proxyTrouble).title : t(offline ? 'announce.offline' : 'announce.online'));
    }
    Object.assign(told, { running, quarter, offline, known: true });
  }, [progress, t]);

  useEffect(() => {
    const told = toldRef.current;
    if (arrived > 0 && told.arrived === 0) {
      // A full stop by itself is read as silence.
      announce(keys ? t('announce.newHeadlines', { count: arrived, keys: keys === '.' ? t('announce.fullStop') : keys }) : t('announce.newHeadlinesBare', { count: arrived }));
    }
    told.arrived = arrived;
  }, [arrived, keys, t]);
}

/** Says what happens in the window that is read in. */
export function LiveRegion() {
  useRefreshAnnouncements();
  return <SaidRegion />;
}
