import { onEvent, onMissed } from '../client/transport.ts';
import { throttle } from '../client/throttle.ts';
import { isOwnChange } from '../state/article-cache.ts';
import { relist } from '../state/listing.ts';
import type { Moved } from '../state/regroup.ts';

/** Keeps the rows true while they stand: what changed elsewhere is asked again, what arrived is counted. Returns the way to stop. */
export function followListing(): () => void {
  let moved: Moved = new Set();
  const soon = throttle(() => {
    const now = moved;
    moved = new Set();
    void relist(now);
  }, 1000);
  const stopEvents = onEvent((event) => {
    switch (event.kind) {
      case 'articles':
      case 'images':
      case 'texts':
      case 'names':
      case 'library':
        soon();
        break;
      case 'stories':
        moved = moved === 'many' || event.articleIds === 'many' ? 'many' : new Set([...moved, ...event.articleIds]);
        soon();
        break;
      case 'feeds':
        if (event.feedIds === 'many') soon();
        break;
      case 'status':
        if (event.articleIds === 'many' || !isOwnChange(event.articleIds)) soon();
        break;
      case 'gazetteer':
      case 'refresh':
      case 'import':
      case 'transfer':
      case 'prepare':
      case 'settings':
      case 'backups':
      case 'search':
      case 'watch':
      case 'alerts':
      case 'rules':
      case 'open':
        break;
    }
  });
  const stopMissed = onMissed(soon);
  return () => {
    stopEvents();
    stopMissed();
  };
}
