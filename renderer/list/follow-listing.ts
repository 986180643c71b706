import { onEvent, onMissed } from '../client/transport.ts';
import { throttle } from '../client/throttle.ts';
import { isOwnChange } from '../state/article-cache.ts';
import { watchNow } from '../client/watch-queries.ts';
import { reopenListing, useListing } from '../state/listing.ts';
import { showOtherLibrary } from '../state/other-library.ts';
import { bothMoved } from '../state/regroup.ts';
import type { Moved } from '../state/regroup.ts';
import { relist } from '../state/relist.ts';
import { isSearching } from '../state/search-view.ts';
import { useUi } from '../state/ui.ts';

/**
 * A new watchlist looks through older headlines from the newest down: what it finds comes below what is there. Its list is drawn
 * again while that lasts, as long as nobody reads in it.
 */
async function showOlder(): Promise<void> {
  const { scope, articleId } = useUi.getState();
  if (scope.kind !== 'watch' || articleId !== null) return;
  const wasLooking = useListing.getState().rows.length === 0 || (watchNow(scope.id)?.looking ?? false);
  const top = document.querySelector<HTMLElement>('[data-headlines]')?.scrollTop ?? 0;
  if (wasLooking && top < 1) await reopenListing();
}

/** Keeps the rows true while they stand: what changed elsewhere is asked again, what arrived is counted. Returns the way to stop. */
export function followListing(): () => void {
  let moved: Moved = new Set();
  const soon = throttle(() => {
    const now = moved;
    moved = new Set();
    void relist(now);
  }, 1000);
  const older = throttle(() => void showOlder(), 500);
  const stopEvents = onEvent((event) => {
    switch (event.kind) {
      case 'articles':
      case 'images':
      case 'texts':
      case 'names':
        soon();
        break;
      case 'library':
        void showOtherLibrary();
        break;
      case 'stories':
        moved = bothMoved(moved, event.articleIds === 'many' ? 'many' : new Set(event.articleIds));
        soon();
        break;
      case 'feeds':
        if (event.feedIds === 'many') soon();
        break;
      case 'status':
        if (event.articleIds === 'many' || !isOwnChange(event.articleIds)) soon();
        break;
      case 'watch':
        older();
        break;
      case 'search':
        if (isSearching()) soon();
        break;
      case 'figures':
      case 'gazetteer':
      case 'refresh':
      case 'import':
      case 'transfer':
      case 'prepare':
      case 'settings':
      case 'backups':
      case 'catalogue':
      case 'command':
      case 'offers':
      case 'open-unread':
      case 'show-settings':
      case 'alerts':
      case 'rules':
      case 'open':
        break;
    }
  });
  const stopMissed = onMissed(() => {
    // Stories may have come together or parted; nobody said which.
    moved = 'many';
    soon();
  });
  return () => {
    stopEvents();
    stopMissed();
  };
}
