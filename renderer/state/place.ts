import type { Place } from '../../electron/contract/model.ts';
import { saveSettings, settingsNow } from '../client/queries.ts';
import { throttle } from '../client/throttle.ts';
import { useListing } from './listing.ts';
import { searchPlace } from './search-view.ts';
import { seen } from './seen.ts';
import { useUi } from './ui.ts';

let following = false;
let stored = '';

function placeNow(): Place {
  const { scope, articleId } = useUi.getState();
  return { scope, articleId, listTopId: seen.listTopId, articleScroll: Math.round(seen.articleScroll * 10_000) / 10_000, search: searchPlace() };
}

function save(): void {
  const place = placeNow();
  const text = JSON.stringify(place);
  if (text === stored) return;
  stored = text;
  // The place is a convenience: a settings file that cannot be written is said where the person changes a setting.
  saveSettings({ place }).catch(() => {
    stored = '';
  });
}

const saveSoon = throttle(save, 2000);

/** Remembers where the reader is, for the next start. Silent until `followPlace` was called, so that starting does not overwrite it. */
export function notePlace(part: Partial<typeof seen>): void {
  Object.assign(seen, part);
  if (following) saveSoon();
}

/** Stores the place from now on: every 2 s at most, and when the page goes away. Returns the way to stop. */
export function followPlace(): () => void {
  following = true;
  stored = JSON.stringify(settingsNow()?.place ?? null);
  const stopUi = useUi.subscribe((now, before) => {
    if (now.scope !== before.scope || now.articleId !== before.articleId) saveSoon();
  });
  const stopListing = useListing.subscribe((now, before) => {
    if (now.request?.search !== before.request?.search) saveSoon();
  });
  window.addEventListener('pagehide', save);
  return () => {
    following = false;
    stopUi();
    stopListing();
    window.removeEventListener('pagehide', save);
  };
}
