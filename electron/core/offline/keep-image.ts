import type { ArticleId } from '../../contract/model.ts';
import type { FetchedImage } from '../refresh/ingest-job.ts';
import { missImage, recordImage, twinOf, unseenImages } from '../store/images.ts';
import type { Store } from '../store/open-store.ts';
import type { Ingest } from '../refresh/ingest-job.ts';
import { removeImage, shareImage, writeImage } from './image-file.ts';
import { imagePath } from './image-path.ts';

/** Looked at before others come between. */
const AT_ONCE = 20;

export interface ImageShelf {
  /**
   * Puts an image on this device: its bytes once, whatever the number of addresses that they have. One of a point or a line
   * is there to count readers, and is dropped. Answers with the articles that show it. Throws `disk-full` or `profile-unwritable`.
   */
  put(key: string, image: FetchedImage): Promise<ArticleId[]>;
  /** Looks at what was stored before bytes were looked at: sizes are noted, doubles become one, what is lost or no image is told. */
  lookThrough(ingest: Pick<Ingest, 'imageFile'>, signal: AbortSignal): Promise<ArticleId[]>;
}

/** Known by its real size, whatever the article says of it. */
function isCounter({ width, height, type }: Pick<FetchedImage, 'width' | 'height' | 'type'>): boolean {
  if (width === null || height === null || type === 'image/svg+xml') return false;
  return Math.min(width, height) <= 1 || Math.max(width, height) <= 3;
}

export function createImageShelf(store: Store): ImageShelf {
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: of two that come with the same bytes, the second must find the first. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const put = async (key: string, { bytes, ...facts }: FetchedImage): Promise<ArticleId[]> => {
    if (isCounter(facts)) return recordImage(store, key, { state: 'dropped' });
    const twin = twinOf(store, key, facts.hash);
    const shared = twin !== null && (await shareImage(store.profile, key, twin));
    if (!shared) await writeImage(store.profile, key, bytes);
    return recordImage(store, key, { state: 'kept', ...facts, bytes: bytes.length, shared });
  };

  const look = async (key: string, bytes: number, ingest: Pick<Ingest, 'imageFile'>): Promise<ArticleId[]> => {
    const seen = await ingest.imageFile(imagePath(store.profile, key));
    if (seen.kind === 'image' && !isCounter(seen.image)) {
      const { type, width, height, hash } = seen.image;
      const twin = twinOf(store, key, hash);
      const shared = twin !== null && (await shareImage(store.profile, key, twin));
      recordImage(store, key, { state: 'kept', type, width, height, hash, bytes, shared });
      return [];
    }
    // The engine is closing, or a thread was lost: not the image's doing.
    if (seen.kind === 'failed' && (seen.code === 'engine-stopped' || seen.code === 'internal')) return [];
    if (seen.kind === 'image') {
      removeImage(store.profile, key);
      return recordImage(store, key, { state: 'dropped' });
    }
    removeImage(store.profile, key);
    return missImage(store, key);
  };

  return {
    put: (key, image) => inTurn(() => put(key, image)),
    async lookThrough(ingest, signal) {
      const changed = new Set<ArticleId>();
      for (;;) {
        const images = unseenImages(store, AT_ONCE);
        for (const { key, bytes } of images) {
          if (signal.aborted) return [...changed];
          for (const id of await inTurn(() => look(key, bytes, ingest))) changed.add(id);
        }
        const left = new Set(unseenImages(store, AT_ONCE).map(({ key }) => key));
        // Where nothing can be looked at now, it is not tried again and again.
        if (images.length < AT_ONCE || images.every(({ key }) => left.has(key))) return [...changed];
      }
    },
  };
}
