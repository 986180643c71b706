import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { Alert, AlertId, AlertPage, AlertReason, AlertSettings, Notice } from '../../contract/watch.ts';
import { articleSummaries } from '../query/article-summaries.ts';
import type { Store } from '../store/store.ts';
import { alertDueAt } from './alert-time.ts';

interface AlertRow {
  readonly id: AlertId;
  readonly at: number;
  readonly dueAt: number;
  readonly seen: number;
}

/** Older ones are forgotten at the start of the engine. */
const MOST_ALERTS = 2000;
/** Articles of one story that an alert shows. */
const MOST_SHOWN = 20;
/** More than these at once are one notification. */
const MOST_NOTICES = 3;

function reasonsOf(store: Store, id: AlertId): AlertReason[] {
  return store
    .all<Omit<AlertReason, 'words'> & { words: string }>(
      `SELECT kind, ref_id AS id, title, entity_id AS entityId, words FROM alert_reasons WHERE alert_id = ? ORDER BY kind DESC, ref_id`,
      id,
    )
    .map((row) => ({ ...row, words: JSON.parse(row.words) as string[] }));
}

function articlesOf(store: Store, id: AlertId): ArticleId[] {
  return store.all<{ id: ArticleId }>('SELECT article_id AS id FROM alert_articles WHERE alert_id = ? ORDER BY article_id DESC LIMIT ?', id, MOST_SHOWN).map((row) => row.id);
}

function alertOf(store: Store, { id, at, dueAt, seen }: AlertRow): Alert {
  return { id, at, dueAt, seen: seen === 1, reasons: reasonsOf(store, id), articles: articleSummaries(store, articlesOf(store, id)) };
}

/** A page of what was told of, newest first. Throws `invalid-argument` for the cursor. */
export function listAlerts(store: Store, { limit, cursor = null }: { readonly limit: number; readonly cursor?: string | null | undefined }): AlertPage {
  const below = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor);
  if (!Number.isSafeInteger(below)) throw new ReaderError('invalid-argument', 'alerts: cursor: not one of ours', { method: 'alerts', path: 'cursor', reason: 'not one of ours' });
  const rows = store.all<AlertRow>('SELECT id, at, due_at AS dueAt, seen_at IS NOT NULL AS seen FROM alerts WHERE id < ? ORDER BY id DESC LIMIT ?', below, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    alerts: shown.map((row) => alertOf(store, row)),
    unseen: store.get<{ n: number }>('SELECT count(*) AS n FROM alerts INDEXED BY alerts_unseen WHERE seen_at IS NULL')?.n ?? 0,
    total: store.get<{ n: number }>('SELECT count(*) AS n FROM alerts')?.n ?? 0,
    nextCursor: rows.length > limit && last ? String(last.id) : null,
  };
}

/** Answers with those that changed. */
export function setAlertsSeen(store: Store, alertIds: readonly AlertId[] | 'all', seen: boolean, at: number): AlertId[] {
  const list = alertIds === 'all' ? null : JSON.stringify(alertIds);
  return store
    .all<{ id: AlertId }>(
      `UPDATE alerts SET seen_at = ?1, told_at = iif(?1 IS NULL, told_at, ifnull(told_at, ?1))
       WHERE (?2 IS NULL OR id IN (SELECT value FROM json_each(?2))) AND (seen_at IS NULL) = ?3 RETURNING id`,
      seen ? at : null, list, seen ? 1 : 0,
    )
    .map((row) => row.id);
}

/** Whether one of its articles is in the lists, and was not read since. */
function isNews(store: Store, { id, at }: AlertRow): boolean {
  const news = 's.visible = 1 AND NOT (s.read = 1 AND ifnull(s.read_at, 0) > ?)';
  return store.get(`SELECT 1 FROM alert_articles t JOIN statuses s ON s.article_id = t.article_id WHERE t.alert_id = ? AND ${news}`, id, at) !== undefined;
}

/** What is due and was not told of; from now on it was. Many at once are one notice. */
export function takeNotices(store: Store, now: number): Notice[] {
  return store.transaction(() => {
    const rows = store.all<AlertRow>(
      'UPDATE alerts SET told_at = ?1 WHERE told_at IS NULL AND due_at <= ?1 RETURNING id, at, due_at AS dueAt, seen_at IS NOT NULL AS seen',
      now,
    );
    // What a person read while it waited, or somebody took out of the lists, is told of no more.
    const due = rows.filter((row) => row.seen === 0 && isNews(store, row)).map((row) => alertOf(store, row)).filter(({ articles }) => articles.length > 0);
    const groups = due.length > MOST_NOTICES ? [due] : due.map((one) => [one]);
    return groups.flatMap((group): Notice[] => {
      const first = group.at(-1);
      const article = first?.articles[0];
      if (!first || !article) return [];
      const reasons = new Map(group.flatMap((one) => one.reasons).map((reason) => [`${reason.kind}:${reason.id}`, reason]));
      return [{ alertIds: group.map(({ id }) => id), articleId: article.id, articleTitle: article.title, feedTitle: article.feedTitle, reasons: [...reasons.values()], count: group.length }];
    });
  });
}

/** When the next alert that was not told of is due, or null. */
export function nextDueAt(store: Store): number | null {
  return store.get<{ at: number | null }>('SELECT min(due_at) AS at FROM alerts INDEXED BY alerts_untold WHERE told_at IS NULL')?.at ?? null;
}

/** Holds what was not told of to other quiet hours or another time of the digest. */
export function retimeAlerts(store: Store, settings: AlertSettings, zone: string): void {
  store.transaction(() => {
    for (const { id, at, digest } of store.all<{ id: AlertId; at: number; digest: number }>('SELECT id, at, digest FROM alerts WHERE told_at IS NULL')) {
      store.run('UPDATE alerts SET due_at = ? WHERE id = ?', alertDueAt(at, { digest: digest === 1, settings, zone }), id);
    }
  });
}

/** Forgets alerts past the newest 2,000. */
export function pruneAlerts(store: Store): void {
  store.run('DELETE FROM alerts WHERE id <= (SELECT id FROM alerts ORDER BY id DESC LIMIT 1 OFFSET ?)', MOST_ALERTS);
}
