import { ENTITY_KINDS } from '../../contract/gazetteer.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { AlertMode, Watch, WatchDraft, Watched, WatchId, WatchMark } from '../../contract/watch.ts';
import type { Store } from '../store/store.ts';
import { requireWatch } from '../store/watches.ts';
import type { Finder } from './finder.ts';
import { closeHoles, putAt } from './positions.ts';
import { type FailureColumns, readFailure } from './query-failure.ts';

interface WatchRow extends FailureColumns {
  readonly id: WatchId;
  readonly kind: Watched['kind'];
  readonly entityId: string | null;
  readonly query: string | null;
  readonly exact: number;
  readonly title: string;
  readonly position: number;
  readonly alert: AlertMode;
  readonly createdAt: number;
  readonly live: number;
  readonly below: number | null;
  readonly total: number;
  readonly unread: number;
}

const COLUMNS = `id, kind, entity_id AS entityId, query, exact, title, position, alert, created_at AS createdAt, live, below, total, unread,
  failure_code AS failureCode, failure_detail AS failureDetail`;
const ABOVE_ALL = Number.MAX_SAFE_INTEGER;

function watchedOf(row: WatchRow): Watched {
  return row.kind === 'entity' ? { kind: 'entity', entityId: row.entityId ?? '' } : { kind: 'search', query: row.query ?? '', exact: row.exact === 1 };
}

/** What a watch is drawn with. */
export function markOf(watched: Watched): WatchMark {
  if (watched.kind === 'search') return /^\s*["“”「『][^"“”」』]+["“”」』]\s*$/u.test(watched.query) ? 'phrase' : 'search';
  const kind = watched.entityId.slice(0, watched.entityId.indexOf(':'));
  return ENTITY_KINDS.find((one) => one === kind) ?? 'search';
}

function watchOf(row: WatchRow): Watch {
  const { id, title, position, alert, createdAt, total, unread, below } = row;
  const watched = watchedOf(row);
  return { id, watched, title, mark: markOf(watched), position, alert, createdAt, total, unread, looking: below !== null, failure: readFailure(row) };
}

/** Every watch in its order; its counts stand in its row. */
export function listWatches(store: Store): Watch[] {
  return store.all<WatchRow>(`SELECT ${COLUMNS} FROM watches ORDER BY position, id`).map(watchOf);
}

/** Throws `watch-missing` {watchId}. */
export function findWatch(store: Store, id: WatchId): Watch {
  const row = store.get<WatchRow>(`SELECT ${COLUMNS} FROM watches WHERE id = ?`, requireWatch(store, id));
  if (!row) throw new Error('a watch that is there has a row');
  return watchOf(row);
}

/** Whether what it matches changes with what a person does. Throws `entity-missing` {entityId} and what the search fails with. */
function checkWatched(finder: Finder, watched: Watched): boolean {
  if (watched.kind === 'search') {
    finder.check(watched);
    if (finder.isOfMuted(watched)) throw new ReaderError('query-muted', 'what is muted is in no list and no count', { query: watched.query });
    return finder.isLive(watched);
  }
  if (!finder.hasEntity(watched.entityId)) throw new ReaderError('entity-missing', `there is no ${watched.entityId}`, { entityId: watched.entityId });
  return false;
}

/** Adds a watch, which has older articles to look through. Throws as checkWatched. */
export function addWatch(store: Store, finder: Finder, { watched, title = '', alert = 'off', position }: WatchDraft): Watch {
  return store.transaction(() => {
    const live = checkWatched(finder, watched);
    const made = store.get<{ id: WatchId }>(
      `INSERT INTO watches (kind, entity_id, query, exact, title, position, alert, created_at, live, below)
       VALUES (?, ?, ?, ?, ?, (SELECT count(*) FROM watches), ?, ?, ?, ?) RETURNING id`,
      watched.kind, watched.kind === 'entity' ? watched.entityId : null, watched.kind === 'search' ? watched.query : null,
      watched.kind === 'search' && watched.exact ? 1 : 0, title, alert, store.now(), live ? 1 : 0, ABOVE_ALL,
    );
    if (!made) throw new Error('an inserted watch has an id');
    if (position !== undefined) putAt(store, 'watches', made.id, position);
    return findWatch(store, made.id);
  });
}

export interface WatchChange {
  readonly watched?: Watched | undefined;
  readonly title?: string | undefined;
  readonly alert?: AlertMode | undefined;
}

/** Changes a watch; one that watches something else has everything to look through. Throws `watch-missing`, and as addWatch. */
export function changeWatch(store: Store, finder: Finder, id: WatchId, { watched, title, alert }: WatchChange): Watch {
  return store.transaction(() => {
    const before = findWatch(store, id);
    if (title !== undefined) store.run('UPDATE watches SET title = ? WHERE id = ?', title, id);
    if (alert !== undefined) store.run('UPDATE watches SET alert = ? WHERE id = ?', alert, id);
    if (watched && JSON.stringify(watched) !== JSON.stringify(before.watched)) {
      const live = checkWatched(finder, watched);
      store.run(
        'UPDATE watches SET kind = ?, entity_id = ?, query = ?, exact = ?, live = ? WHERE id = ?',
        watched.kind, watched.kind === 'entity' ? watched.entityId : null, watched.kind === 'search' ? watched.query : null,
        watched.kind === 'search' && watched.exact ? 1 : 0, live ? 1 : 0, id,
      );
      store.run('DELETE FROM watch_hits WHERE watch_id = ?', id);
      lookAgain(store, [id]);
    }
    return findWatch(store, id);
  });
}

/** Has watches look through everything that is stored anew. */
export function lookAgain(store: Store, ids: readonly WatchId[]): void {
  store.run('UPDATE watches SET below = ?, failure_code = NULL, failure_detail = NULL WHERE id IN (SELECT value FROM json_each(?))', ABOVE_ALL, JSON.stringify(ids));
}

/** Answers with what adds it again. Throws `watch-missing`. */
export function removeWatch(store: Store, id: WatchId): Required<WatchDraft> {
  return store.transaction(() => {
    const { watched, title, alert, position } = findWatch(store, id);
    store.run('DELETE FROM watches WHERE id = ?', id);
    closeHoles(store, 'watches');
    return { watched, title, alert, position };
  });
}

/** Answers with where it was. Throws `watch-missing`. */
export function moveWatch(store: Store, id: WatchId, position: number): number {
  return store.transaction(() => putAt(store, 'watches', requireWatch(store, id), position));
}

/** The watches of which what they match changes with what a person does. */
export function liveWatches(store: Store): Watch[] {
  return store.all<WatchRow>(`SELECT ${COLUMNS} FROM watches WHERE live = 1 ORDER BY position, id`).map(watchOf);
}
