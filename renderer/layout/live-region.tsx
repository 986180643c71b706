import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useRefreshProgress } from '../client/queries.ts';
import { useModals } from '../components/modals.ts';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { useListing } from '../state/listing.ts';
import { announce, useUi } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';

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

/** What was said last, if that was after the announcement `since`. */
function Regions({ since }: { readonly since: number }) {
  const { id, text, kind } = useUi((state) => state.announcement);
  const said = id > since ? kind : null;
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {/* A new node each time: a region that gets the words it has says nothing. */}
        {said === 'polite' ? <span key={id}>{text}</span> : null}
      </div>
      {said === 'alert' ? (
        <div key={id} className="visually-hidden" role="alert">
          {text}
        </div>
      ) : null}
    </>
  );
}

/** What is said while a dialog is open; what was said before is not said again. */
function RegionsOfModal() {
  const [since] = useState(() => useUi.getState().announcement.id);
  return <Regions since={since} />;
}

/**
 * The one polite live region of the window, and beside it, while it is what was said last, what failed. While a dialog is open it has
 * the same in it: nothing outside of that is heard.
 */
export function LiveRegion() {
  const modal = useModals(({ open }) => open.at(-1) ?? null);
  useRefreshAnnouncements();
  return (
    <>
      <Regions since={0} />
      {modal ? createPortal(<RegionsOfModal />, modal) : null}
    </>
  );
}
