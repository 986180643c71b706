import type { ArticleId } from '../../contract/model.ts';
import type { ImageReference } from '../normalize/incoming-article.ts';
import type { Store } from './store.ts';

/** Where the images of a text stand among those of its article; a feed's text has at most 200. */
export interface ImagePlaces {
  readonly from: number;
  readonly below: number;
}

export const FEED_IMAGES: ImagePlaces = { from: 0, below: 1000 };
export const PAGE_IMAGES: ImagePlaces = { from: 1000, below: 2000 };

/** Notes the images that one text of an article shows, in place of those that it showed before. One may be shown by both texts. */
export function linkImages(store: Store, id: ArticleId, images: readonly ImageReference[], { from, below }: ImagePlaces): void {
  store.run('DELETE FROM article_images WHERE article_id = ? AND position >= ? AND position < ?', id, from, below);
  const seen = new Set<string>();
  for (const { key, url } of images) {
    if (seen.has(key)) continue;
    const image = store.get<{ id: number }>(
      `INSERT INTO images (key, url, newest_article) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET newest_article = max(newest_article, excluded.newest_article) RETURNING id`,
      key, url, id,
    );
    if (!image) throw new Error('an inserted image has an id');
    store.run('INSERT INTO article_images (article_id, position, image_id) VALUES (?, ?, ?)', id, from + seen.size, image.id);
    seen.add(key);
  }
}
