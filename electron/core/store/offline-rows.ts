import type { ArticleId, ErrorDetail } from '../../contract/model.ts';
import { EVICTED } from './page-texts.ts';
import type { Store } from './store.ts';

/** `retry_at` of a pending image that was evicted: it is fetched when somebody asks for it, never by itself. */
export const EVICTED_RETRY = 8_640_000_000_000_000;

export interface OfflineImage {
  readonly id: number;
  readonly kept: boolean;
  readonly evicted: boolean;
  readonly bytes: number;
}

/** How much of an article is here, of what should be. */
export interface OfflineRow {
  readonly id: ArticleId;
  readonly title: string;
  readonly feedTitle: string;
  readonly url: string | null;
  /** Something of it is to come yet. */
  readonly lacking: boolean;
  /** Its whole text and every image are here: what the Offline list shows. */
  readonly ready: boolean;
  /** A summary is here, and no more is to come: its source is read as its feed gives it, or it has no page. */
  readonly summary: boolean;
  readonly lacksText: boolean;
  readonly lacksImages: number;
  /** Of texts, as stored. */
  readonly textBytes: number;
  readonly images: readonly OfflineImage[];
  /** Why its page could not be had at the last try. */
  readonly failure: { readonly code: string; readonly detail: ErrorDetail } | null;
}

interface Row {
  readonly id: ArticleId;
  readonly title: string;
  readonly feedTitle: string;
  readonly url: string | null;
  readonly kept: number;
  readonly mode: string;
  readonly textBytes: number;
  readonly code: string | null;
  readonly detail: string | null;
}

interface ImageRow {
  readonly articleId: ArticleId;
  readonly id: number;
  readonly state: string;
  readonly bytes: number;
  readonly retryAt: number | null;
}

/** What is here of some articles, in the order of their ids; one that is gone is left out. */
export function offlineRows(store: Store, ids: readonly ArticleId[]): OfflineRow[] {
  const list = JSON.stringify(ids);
  const rows = store.all<Row>(
    `SELECT a.id, a.title, ifnull(a.outlet, ifnull(f.own_title, f.title)) AS feedTitle, a.url, s.kept, f.full_text AS mode,
       ifnull(length(b.html), 0) + ifnull(length(p.html), 0) AS textBytes, x.code, x.detail
     FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value
       CROSS JOIN statuses s ON s.article_id = a.id CROSS JOIN feeds f ON f.id = a.feed_id
       LEFT JOIN bodies b ON b.article_id = a.id LEFT JOIN page_texts p ON p.article_id = a.id LEFT JOIN page_failures x ON x.article_id = a.id
     ORDER BY wanted.key`,
    list,
  );
  const images = imagesOf(store, list);
  return rows.map((row) => toRow(row, images.get(row.id) ?? []));
}

function imagesOf(store: Store, list: string): Map<ArticleId, OfflineImage[]> {
  const found = store.all<ImageRow>(
    `SELECT ai.article_id AS articleId, i.id, i.state, i.bytes, i.retry_at AS retryAt
     FROM json_each(?) AS wanted CROSS JOIN article_images ai ON ai.article_id = wanted.value CROSS JOIN images i ON i.id = ai.image_id
     WHERE i.verdict IS NOT 'dropped'`,
    list,
  );
  const images = new Map<ArticleId, Map<number, OfflineImage>>();
  for (const { articleId, id, state, bytes, retryAt } of found) {
    const own = images.get(articleId) ?? new Map<number, OfflineImage>();
    own.set(id, { id, kept: state === 'kept', evicted: state === 'pending' && retryAt === EVICTED_RETRY, bytes });
    images.set(articleId, own);
  }
  return new Map([...images].map(([id, own]) => [id, [...own.values()]]));
}

function toRow({ id, title, feedTitle, url, kept, mode, textBytes, code, detail }: Row, images: readonly OfflineImage[]): OfflineRow {
  // A source that is read as its feed gives it has given all that is wanted of it.
  const lacksText = kept === 0 && mode !== 'feed' && url !== null && /^https?:/iu.test(url);
  const lacksImages = kept === 2 ? 0 : images.filter((image) => !image.kept).length;
  const failure = code === null || code === EVICTED ? null : { code, detail: JSON.parse(detail ?? '{}') as ErrorDetail };
  const lacking = lacksText || lacksImages > 0;
  return { id, title, feedTitle, url, textBytes, images, failure, lacksText, lacksImages, lacking, ready: !lacking && kept > 0, summary: !lacking && kept === 0 };
}
