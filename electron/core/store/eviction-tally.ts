import type { ArticleId } from '../../contract/model.ts';
import type { Eviction } from '../../contract/offline.ts';
import type { Store } from './store.ts';

interface SeenImage {
  readonly hash: string | null;
  readonly bytes: number;
}

/**
 * Counts what evicting all of some articles would free, a part of them at a time, so that other work may come between: `look` at each
 * of them in whatever parts, then `settle` until it answers true. What only they show goes with them; a copy of a bookmark keeps its
 * images, also of one that was taken back.
 */
export class EvictionTally {
  readonly #store: Store;
  readonly #going: ReadonlySet<ArticleId>;
  readonly #touched: ArticleId[] = [];
  readonly #theirs = new Map<number, SeenImage>();
  readonly #others = new Set<number>();
  #unsettled: number[] | null = null;
  #images = 0;
  #bytes = 0;

  constructor(store: Store, going: ReadonlySet<ArticleId>) {
    this.#store = store;
    this.#going = going;
  }

  look(ids: readonly ArticleId[]): void {
    const list = JSON.stringify(ids);
    const touched = new Set<ArticleId>();
    for (const { id, bytes } of this.#store.all<{ id: ArticleId; bytes: number }>('SELECT article_id AS id, length(html) AS bytes FROM page_texts WHERE article_id IN (SELECT value FROM json_each(?))', list)) {
      touched.add(id);
      this.#bytes += bytes;
    }
    const shown = this.#store.all<{ articleId: ArticleId; id: number; hash: string | null; bytes: number }>(
      `SELECT ai.article_id AS articleId, i.id, i.hash, i.bytes FROM article_images ai CROSS JOIN images i ON i.id = ai.image_id
       WHERE ai.article_id IN (SELECT value FROM json_each(?)) AND i.state = 'kept'`,
      list,
    );
    this.#divide(new Map(shown.filter(({ id }) => !this.#theirs.has(id) && !this.#others.has(id)).map(({ id, hash, bytes }) => [id, { hash, bytes }])));
    for (const { articleId, id } of shown) if (this.#theirs.has(id)) touched.add(articleId);
    this.#touched.push(...touched);
  }

  /** Parts images into what only these articles show and what stays. */
  #divide(images: ReadonlyMap<number, SeenImage>): void {
    if (images.size === 0) return;
    const list = JSON.stringify([...images.keys()]);
    for (const { id } of this.#store.all<{ id: number }>('SELECT DISTINCT image_id AS id FROM frozen_images WHERE image_id IN (SELECT value FROM json_each(?))', list)) this.#others.add(id);
    for (const { id, articleId } of this.#store.all<{ id: number; articleId: ArticleId }>('SELECT image_id AS id, article_id AS articleId FROM article_images WHERE image_id IN (SELECT value FROM json_each(?))', list)) {
      if (!this.#going.has(articleId)) this.#others.add(id);
    }
    for (const [id, image] of images) if (!this.#others.has(id)) this.#theirs.set(id, image);
  }

  /** Bytes that another address of them still shows stay on the disk. Looks at `limit` images; true when all are done. */
  settle(limit: number): boolean {
    this.#unsettled ??= [...this.#theirs.keys()];
    const part = this.#unsettled.splice(-limit);
    const hashes = [...new Set(part.flatMap((id) => this.#theirs.get(id)?.hash ?? []))];
    const staying = new Set(
      this.#store
        .all<{ id: number; hash: string }>("SELECT id, hash FROM images WHERE hash IN (SELECT value FROM json_each(?)) AND state = 'kept'", JSON.stringify(hashes))
        .filter(({ id }) => !this.#theirs.has(id))
        .map(({ hash }) => hash),
    );
    for (const id of part) {
      const image = this.#theirs.get(id);
      if (!image || (image.hash !== null && staying.has(image.hash))) continue;
      this.#images += 1;
      this.#bytes += image.bytes;
    }
    return this.#unsettled.length === 0;
  }

  /** Those of which something would go, not those whose images others show as well and which have no text of a page; and how much. */
  result(): Pick<Eviction, 'articles' | 'images' | 'bytes'> & { readonly ids: ArticleId[] } {
    return { ids: this.#touched.toSorted((one, other) => one - other), articles: this.#touched.length, images: this.#images, bytes: this.#bytes };
  }
}
