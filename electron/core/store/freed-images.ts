import type { ArticleId } from '../../contract/model.ts';
import type { Store } from './store.ts';

/** What is going, and which of its images were looked at. */
export interface ImagesSeen {
  readonly going: ReadonlySet<ArticleId>;
  /** Articles whose frozen copies go. */
  readonly thawing: ReadonlySet<ArticleId>;
  /** An image that several articles show is one file, and so are two of the same bytes. */
  readonly files: Set<string>;
}

/** The bytes of the images of some articles that nothing shows once all that is going is gone; each is counted with the first that shows it. */
export function freedImages(store: Store, ids: readonly ArticleId[], { going, thawing, files }: ImagesSeen): number {
  const images = store.all<{ file: string; bytes: number }>(
    `SELECT DISTINCT ifnull(hash, key) AS file, bytes FROM images
     WHERE id IN (SELECT image_id FROM article_images WHERE article_id IN (SELECT value FROM json_each(?))) AND bytes > 0`,
    JSON.stringify(ids),
  );
  const fresh = new Map(images.filter(({ file }) => !files.has(file)).map(({ file, bytes }) => [file, bytes]));
  if (fresh.size === 0) return 0;
  const showing = store.all<{ file: string; id: ArticleId; frozen: number }>(
    `WITH same (id, file) AS MATERIALIZED (
       SELECT id, hash FROM images WHERE hash IN (SELECT value FROM json_each(?1)) UNION SELECT id, key FROM images WHERE key IN (SELECT value FROM json_each(?1)) AND hash IS NULL
     )
     SELECT file, o.article_id AS id, 0 AS frozen FROM same CROSS JOIN article_images o ON o.image_id = same.id
     UNION ALL SELECT file, t.article_id, 1 FROM same CROSS JOIN frozen_images z ON z.image_id = same.id CROSS JOIN frozen_texts t ON t.id = z.frozen_id`,
    JSON.stringify([...fresh.keys()]),
  );
  const icons = store.all<{ file: string }>(
    'SELECT hash AS file FROM images WHERE hash IN (SELECT value FROM json_each(?)) AND key IN (SELECT icon FROM feeds WHERE icon IS NOT NULL)', JSON.stringify([...fresh.keys()]),
  );
  for (const file of fresh.keys()) files.add(file);
  // A source that is followed goes on showing its icon.
  for (const { file } of icons) fresh.delete(file);
  for (const { file, id, frozen } of showing) if (!(frozen === 1 ? thawing : going).has(id)) fresh.delete(file);
  return [...fresh.values()].reduce((sum, bytes) => sum + bytes, 0);
}
