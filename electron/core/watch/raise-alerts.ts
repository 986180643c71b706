import type { ArticleId } from '../../contract/model.ts';
import type { AlertId, AlertReason, AlertSettings } from '../../contract/watch.ts';
import { sortAtOf } from '../store/place-article.ts';
import type { Store } from '../store/store.ts';
import { alertDueAt } from './alert-time.ts';
import type { Finder } from './finder.ts';

/** What is older than this when it comes is no news: the backlog of a new source, what fills a gap. */
const NEWS_MS = 48 * 60 * 60_000;
/** Reports of one story come within this time; its id may be given later than it was told of. */
const STORY_MS = 14 * 24 * 60 * 60_000;

/** An article that is to be told of, and why. */
export interface AlertCause {
  readonly articleId: ArticleId;
  readonly reason: Omit<AlertReason, 'words'>;
  /** Asked for only where it is told of. */
  readonly words: () => readonly string[];
  readonly digest: boolean;
}

export interface RaiseParts {
  readonly store: Store;
  readonly finder: Pick<Finder, 'storyOf'>;
  readonly settings: AlertSettings;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface Row {
  readonly id: ArticleId;
  readonly read: number;
}

/**
 * Makes alerts of what matched: one a story, however many articles and reasons there are. What comes to a story that was told
 * of is added to it and not told again. What is muted or no news is left out, as what is read is, unless a rule wants it told.
 * To be called in a transaction. Answers whether there is anything new in the list.
 */
export function raiseAlerts(parts: RaiseParts, causes: readonly AlertCause[]): boolean {
  if (causes.length === 0) return false;
  const { store, now } = parts;
  const ids = [...new Set(causes.map(({ articleId }) => articleId))];
  const rows = store.all<Row>('SELECT article_id AS id, read FROM statuses WHERE article_id IN (SELECT value FROM json_each(?)) AND visible = 1', JSON.stringify(ids));
  const shown = new Map(rows.map((row) => [row.id, row.read === 1]));
  let changed = false;
  // All of one article together: its texts are read once.
  for (const cause of causes.toSorted((a, b) => b.articleId - a.articleId)) {
    const read = shown.get(cause.articleId);
    if (read === undefined || (read && cause.reason.kind === 'watch') || sortAtOf(cause.articleId) < now - NEWS_MS) continue;
    changed = true;
    raiseOne(parts, cause);
  }
  return changed;
}

function raiseOne({ store, finder, settings, zone, now }: RaiseParts, { articleId, reason, digest, words }: AlertCause): void {
  const story = finder.storyOf(articleId);
  const due = alertDueAt(now, { digest, settings, zone });
  const known = alertOf(store, articleId, story, now);
  const alertId = known ?? newAlert(store, { now, due, digest, story });
  if (known !== null) {
    // What waits for the digest is told sooner where something asks for that.
    store.run('UPDATE alerts SET due_at = min(due_at, ?1), digest = min(digest, ?2), story = ifnull(story, ?3) WHERE id = ?4 AND told_at IS NULL', due, digest ? 1 : 0, story, alertId);
  }
  store.run('INSERT INTO alert_articles (article_id, alert_id) VALUES (?, ?) ON CONFLICT DO NOTHING', articleId, alertId);
  if (known !== null && store.get('SELECT 1 FROM alert_reasons WHERE alert_id = ? AND kind = ? AND ref_id = ?', alertId, reason.kind, reason.id)) return;
  store.run(
    'INSERT INTO alert_reasons (alert_id, kind, ref_id, title, entity_id, words) VALUES (?, ?, ?, ?, ?, ?)',
    alertId, reason.kind, reason.id, reason.title, reason.entityId, JSON.stringify(words()),
  );
}

function newAlert(store: Store, { now, due, digest, story }: { now: number; due: number; digest: boolean; story: number | null }): AlertId {
  const made = store.get<{ id: AlertId }>('INSERT INTO alerts (at, due_at, digest, story) VALUES (?, ?, ?, ?) RETURNING id', now, due, digest ? 1 : 0, story);
  if (!made) throw new Error('an inserted alert has an id');
  return made.id;
}

/** The alert that told of this article or its story, or null. */
function alertOf(store: Store, articleId: ArticleId, story: number | null, now: number): AlertId | null {
  const own = store.get<{ id: AlertId }>('SELECT alert_id AS id FROM alert_articles WHERE article_id = ?', articleId);
  if (own || story === null) return own?.id ?? null;
  const told = store.get<{ id: AlertId }>('SELECT id FROM alerts WHERE story = ? AND at >= ? ORDER BY id DESC LIMIT 1', story, now - STORY_MS);
  if (told) return told.id;
  // Told of while it stood alone: what is told of has been placed, so that its status says since when it does no more.
  const alone = store.get<{ id: AlertId }>(
    `SELECT a.id FROM statuses s INDEXED BY statuses_by_story CROSS JOIN alert_articles t ON t.article_id = s.article_id CROSS JOIN alerts a ON a.id = t.alert_id
     WHERE s.story_id = ? AND a.at >= ? AND a.story IS NULL ORDER BY a.id LIMIT 1`,
    story, now - STORY_MS,
  );
  if (alone) store.run('UPDATE alerts SET story = ? WHERE id = ?', story, alone.id);
  return alone?.id ?? null;
}
