import { NETWORK_CODES, ReaderError } from '../../contract/errors.ts';
import type { ErrorDetail } from '../../contract/model.ts';
import { offlineRows } from '../store/offline-rows.ts';
import type { OfflineRow } from '../store/offline-rows.ts';
import type { Store } from '../store/open-store.ts';
import type { FullTextKeeper } from './full-text.ts';
import type { ImageKeeper } from './image-keeper.ts';

export interface Why {
  readonly code: string;
  readonly detail: ErrorDetail;
}

export interface Brought {
  /** Why something of it is not here; null where all is. */
  readonly why: Why | null;
  /** More than was here before. */
  readonly bytes: number;
  /** No other article would fare better. */
  readonly isEnd: boolean;
  /** What met no answer: its page, or images alone. */
  readonly silent: 'page' | 'images' | null;
}

export interface Bringers {
  readonly store: Store;
  readonly texts: Pick<FullTextKeeper, 'keep'>;
  readonly images: Pick<ImageKeeper, 'keep'>;
}

const codes: ReadonlySet<string> = NETWORK_CODES;
const ENDS: ReadonlySet<string> = new Set(['disk-full', 'profile-unwritable', 'database-failed', 'database-damaged', 'engine-stopped']);

/** Fetches what an article lacks: its text, then the images of what is known of it then. Never rejects with a ReaderError. */
export async function bringArticle({ store, texts, images }: Bringers, row: OfflineRow, retry: boolean): Promise<Brought> {
  try {
    const text = row.lacksText ? await texts.keep(row.id, 'chosen') : null;
    const known = rowOf(store, row);
    if (known && known.lacksImages > 0) await images.keep(row.id, { retryNow: retry || known.images.some((image) => image.evicted) });
    const after = rowOf(store, row);
    if (!after || after.ready) return { why: null, bytes: grown(row, after), isEnd: false, silent: null };
    const failed = text?.state === 'failed' ? { code: text.code, detail: text.detail } : after.failure;
    const why = after.lacksText ? (failed ?? OFFLINE) : imageTrouble(store, row);
    return { why, bytes: grown(row, after), isEnd: false, silent: codes.has(why.code) ? (after.lacksText ? 'page' : 'images') : null };
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return { why: { code: error.code, detail: error.detail }, bytes: 0, isEnd: ENDS.has(error.code), silent: null };
  }
}

const OFFLINE: Why = { code: 'offline', detail: {} };

function rowOf(store: Store, { id }: OfflineRow): OfflineRow | undefined {
  return offlineRows(store, [id])[0];
}

/** An image that was put off as it was has met no answer. */
function imageTrouble(store: Store, { id }: OfflineRow): Why {
  const failed = store.get<{ code: string | null; url: string }>(
    "SELECT i.code, i.url FROM article_images ai JOIN images i ON i.id = ai.image_id WHERE ai.article_id = ? AND i.state = 'failed' AND i.verdict IS NOT 'dropped'",
    id,
  );
  return failed ? { code: failed.code ?? 'image-failed', detail: { host: URL.parse(failed.url)?.host ?? null } } : OFFLINE;
}

function grown(before: OfflineRow, after: OfflineRow | undefined): number {
  return Math.max(0, bytesOf(after) - bytesOf(before));
}

function bytesOf(row: OfflineRow | undefined): number {
  return row ? row.images.reduce((sum, { kept, bytes }) => sum + (kept ? bytes : 0), row.textBytes) : 0;
}
