import { NETWORK_CODES, ReaderError } from '../../contract/errors.ts';
import { lackingImage } from '../store/lacking-image.ts';
import { offlineRows } from '../store/offline-rows.ts';
import type { OfflineRow } from '../store/offline-rows.ts';
import type { Store } from '../store/open-store.ts';
import type { FullTextKeeper } from './full-text.ts';
import type { ImageKeeper } from './image-keeper.ts';
import { ENDLESS, type Room } from './room.ts';
import type { Why } from './why.ts';

/** Why something of an article is not here, and until when it is not asked for again: it was not asked for now. */
export interface Lack extends Why {
  readonly until: number | null;
}

export interface Brought {
  /** Null where all of it is here. */
  readonly why: Lack | null;
  /** More than was here before. */
  readonly bytes: number;
  /** No other article would fare better. */
  readonly isEnd: boolean;
  /** What met no answer: its page, or images alone. */
  readonly silent: 'page' | 'images' | null;
}

export interface Bringers {
  readonly store: Store;
  readonly texts: Pick<FullTextKeeper, 'bring'>;
  readonly images: Pick<ImageKeeper, 'bring'>;
}

export interface BringOptions {
  /** Also what failed and is not due again. */
  readonly retry: boolean;
  /** What it may take; null where it counts against no budget. */
  readonly room: Pick<Room, 'take'> | null;
  /** Nothing more is begun; what is under way comes to its end. */
  readonly signal: AbortSignal;
}

/** A text is bounded by the extractor, in characters; none comes near this as stored, bytes. */
const LARGEST_TEXT = 1_000_000;
const codes: ReadonlySet<string> = NETWORK_CODES;
const ENDS: ReadonlySet<string> = new Set(['disk-full', 'profile-unwritable', 'database-failed', 'database-damaged', 'engine-stopped']);
const OVER: Lack = { code: 'over-budget', detail: {}, until: null };
const OFFLINE: Lack = { code: 'offline', detail: {}, until: null };

/** Fetches what an article lacks: its text, then the images of what is known of it then. Never rejects with a ReaderError. */
export async function bringArticle({ store, texts, images }: Bringers, row: OfflineRow, { retry, room, signal }: BringOptions): Promise<Brought> {
  try {
    const text = row.lacksText ? await bringText({ store, texts }, row, { room: room ?? ENDLESS, signal }) : null;
    const known = rowOf(store, row);
    const shown = known && known.lacksImages > 0 ? await images.bring(row.id, { retryNow: retry || known.images.some((image) => image.evicted), room: room ?? ENDLESS, signal }) : null;
    const after = rowOf(store, row);
    const bytes = grown(row, after);
    if (!after?.lacking) return { why: null, bytes, isEnd: false, silent: null };
    const why = after.lacksText ? (text ?? lastFailure(after)) : imagesLack(store, row, shown?.why ?? null);
    const isSilent = codes.has(why.code) && why.until === null;
    return { why, bytes, isEnd: false, silent: isSilent ? (after.lacksText ? 'page' : 'images') : null };
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return { why: { code: error.code, detail: error.detail, until: null }, bytes: 0, isEnd: ENDS.has(error.code), silent: null };
  }
}

/** Why the text did not come; null where it did. */
async function bringText({ store, texts }: Pick<Bringers, 'store' | 'texts'>, row: OfflineRow, { room, signal }: { readonly room: Pick<Room, 'take'>; readonly signal: AbortSignal }): Promise<Lack | null> {
  const portion = await room.take(LARGEST_TEXT);
  if (portion === null) return OVER;
  const startedAt = store.now();
  let used = 0;
  try {
    const state = await texts.bring(row.id, portion.bytes, signal);
    if (state.state !== 'failed') return null;
    return { code: state.code, detail: state.detail, until: state.at < startedAt ? state.retryAt : null };
  } finally {
    if (store.db.isOpen) used = Math.max(0, (rowOf(store, row)?.textBytes ?? 0) - row.textBytes);
    portion.settle(used);
  }
}

function lastFailure({ failure }: OfflineRow): Lack {
  return failure === null ? OFFLINE : { ...failure, until: null };
}

/** What an image that was asked for now met, else why one was not asked for. */
function imagesLack(store: Store, { id }: OfflineRow, why: Why | null): Lack {
  return why === null ? (lackingImage(store, id) ?? OFFLINE) : { ...why, until: null };
}

function rowOf(store: Store, { id }: OfflineRow): OfflineRow | undefined {
  return offlineRows(store, [id])[0];
}

function grown(before: OfflineRow, after: OfflineRow | undefined): number {
  return Math.max(0, bytesOf(after) - bytesOf(before));
}

function bytesOf(row: OfflineRow | undefined): number {
  return row ? row.images.reduce((sum, { kept, bytes }) => sum + (kept ? bytes : 0), row.textBytes) : 0;
}
