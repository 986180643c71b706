import type { ArticleId, ErrorDetail } from '../../contract/model.ts';
import { EVICTED_RETRY } from './offline-rows.ts';
import type { Store } from './store.ts';

/** Why an image is not here, and until when nobody but a person has it asked for again, epoch milliseconds; null where no time is set. */
export interface LackingImage {
  readonly code: string;
  readonly detail: ErrorDetail;
  readonly until: number | null;
}

/** The first image of an article that is to be here and is not, as its last try left it; null where all are. One that was put off waits for its host. */
export function lackingImage(store: Store, id: ArticleId): LackingImage | null {
  const row = store.get<{ state: string; code: string | null; url: string; retryAt: number | null }>(
    `SELECT i.state, i.code, i.url, i.retry_at AS retryAt FROM article_images ai JOIN images i ON i.id = ai.image_id
     WHERE ai.article_id = ? AND i.state <> 'kept' AND i.verdict IS NOT 'dropped' ORDER BY i.state = 'pending', ai.position LIMIT 1`,
    id,
  );
  if (!row) return null;
  const until = row.retryAt === EVICTED_RETRY ? null : row.retryAt;
  const detail = { host: URL.parse(row.url)?.host ?? null };
  if (row.state === 'failed') return { code: row.code ?? 'image-failed', detail, until };
  return until === null ? { code: 'image-failed', detail, until } : { code: 'rate-limited', detail: { ...detail, until }, until };
}
