import type { CopyId, FrozenCopy, FrozenText } from '../../contract/bookmark.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import { inflateBody } from '../normalize/body.ts';
import { textHash } from '../store/freeze.ts';
import type { Store } from '../store/store.ts';

interface Row {
  readonly id: CopyId;
  readonly articleId: ArticleId;
  readonly frozenAt: number;
  readonly retrievedAt: number;
  readonly url: string | null;
  readonly title: string;
  readonly origin: 'feed' | 'page';
  readonly html: Uint8Array;
  readonly sha256: string;
  readonly imageBytes: number;
  readonly images: number;
  readonly imagesNamed: number;
}

const SELECT = `
  SELECT f.id, f.article_id AS articleId, f.frozen_at AS frozenAt, f.retrieved_at AS retrievedAt, f.url, f.title, f.origin, f.html, f.sha256,
    (SELECT ifnull(sum(iif(i.bytes > 0 OR i.hash IS NULL, i.bytes, (SELECT max(o.bytes) FROM images o WHERE o.hash = i.hash))), 0)
     FROM frozen_images fi JOIN images i ON i.id = fi.image_id WHERE fi.frozen_id = f.id AND i.state = 'kept') AS imageBytes,
    (SELECT count(*) FROM frozen_images fi JOIN images i ON i.id = fi.image_id WHERE fi.frozen_id = f.id AND i.state = 'kept') AS images,
    (SELECT count(*) FROM frozen_images fi WHERE fi.frozen_id = f.id) AS imagesNamed
  FROM frozen_texts f`;

function textOf({ html: stored, imageBytes, ...row }: Row): FrozenText {
  const html = readable(stored);
  return { ...row, html: html ?? '', intact: html !== null && textHash(html) === row.sha256, bytes: Buffer.byteLength(html ?? '') + imageBytes };
}

/** Null where the stored bytes are damaged. */
function readable(stored: Uint8Array): string | null {
  try {
    return inflateBody(stored);
  } catch {
    // It is said of the copy that it is not what was frozen.
    return null;
  }
}

/** What is known of a copy without its text. */
export function aboutCopy({ articleId: _article, html: _html, intact: _intact, ...copy }: FrozenText): FrozenCopy {
  return copy;
}

/** The copies of an article, oldest first. */
export function copiesOf(store: Store, articleId: ArticleId): FrozenText[] {
  return store.all<Row>(`${SELECT} WHERE f.article_id = ?`, articleId).map(textOf).sort((one, other) => one.id - other.id);
}

/** Throws `copy-missing` {copyId}. */
export function getCopy(store: Store, id: CopyId): FrozenText {
  const row = store.get<Row>(`${SELECT} WHERE f.id = ?`, id);
  if (!row) throw new ReaderError('copy-missing', `there is no copy ${id}`, { copyId: id });
  return textOf(row);
}
