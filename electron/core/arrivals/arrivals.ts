import type { ArticleId } from '../../contract/model.ts';
import type { AlertSettings } from '../../contract/watch.ts';
import type { Announce } from '../pace/announcer.ts';
import type { ThreadShare } from '../pace/thread-share.ts';
import { act } from '../rules/act.ts';
import { meets } from '../rules/meets.ts';
import { listRules, recordRuleFailure } from '../rules/rule-store.ts';
import type { Store } from '../store/store.ts';
import { ownZone } from '../watch/alert-time.ts';
import type { Finder } from '../watch/finder.ts';
import { matchWatches } from '../watch/match-watches.ts';
import { type AlertCause, raiseAlerts } from '../watch/raise-alerts.ts';
import { listWatches, liveWatches, lookAgain } from '../watch/watches.ts';

export interface ArrivalsParts {
  readonly store: Store;
  readonly finder: Finder;
  readonly now: () => number;
  readonly alertSettings: () => AlertSettings;
  readonly zone?: () => string;
  /** Tells at once. */
  readonly announce: Announce;
  readonly share: ThreadShare;
  /** However an article comes to be a bookmark, its text and images are kept. */
  readonly keepWhole: (articleIds: readonly ArticleId[]) => void;
  readonly lookBack: () => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * The one place where articles that came, or changed, are looked at by rules and watches. They are noted in
 * `pending_arrivals` in the transaction that stored them, whichever way they came, what changes by triggers, so that nothing is missed and a kill
 * before they were looked at costs nothing. `pending_words` are those that searches find otherwise though nothing arrived.
 */
export interface Arrivals {
  /** Looks at what is noted; joins a transaction that is open, and leaves it whole where anything fails. */
  settle(): void;
  /** Tells what settle did. To be called once that stands in the log, before the articles themselves are announced. */
  tell(): void;
  /** Looks again, with the watches whose queries ask for such things, at articles of which read, bookmarked or tags changed. */
  statusChanged(articleIds: readonly ArticleId[] | 'many'): void;
  /** Looks at what an earlier run of the engine left, in stretches. */
  catchUp(): Promise<void>;
}

/** A group of documents is at most some hundreds; what is more comes from an import, and is looked at in stretches. */
const AT_ONCE = 500;

/** What the names of an article say comes after it where the gazetteer is new: for so long it is an arrival. */
const LATELY_MS = 2 * 24 * 60 * 60_000;

interface Pending {
  readonly id: ArticleId;
  /** Rules act on it; else only what it names is known otherwise. */
  readonly came: number;
}

/** See Arrivals. */
export function createArrivals({ store, finder, now, alertSettings, zone = ownZone, announce, share, keepWhole, lookBack, onFault }: ArrivalsParts): Arrivals {
  let touched = new Set<ArticleId>();
  let bookmarked = new Set<ArticleId>();
  let kinds = new Set<'watch' | 'alerts' | 'rules'>();
  let catching = false;

  const pending = (): Pending[] =>
    store.all<Pending>(
      `SELECT p.article_id AS id, p.names_only = 0 OR ifnull(s.arrived_at, 0) > ? AS came FROM pending_arrivals p LEFT JOIN statuses s ON s.article_id = p.article_id
       ORDER BY p.article_id DESC LIMIT ?`,
      now() - LATELY_MS, AT_ONCE,
    );

  const applyRules = (ids: readonly ArticleId[]): AlertCause[] => {
    const causes: AlertCause[] = [];
    if (ids.length === 0) return causes;
    for (const rule of listRules(store)) {
      if (!rule.enabled) continue;
      try {
        store.savepoint(() => {
          const met = meets(store, finder, rule.when, ids);
          const fresh = met.length === 0 ? [] : store
            .all<{ id: ArticleId }>(
              'INSERT INTO rule_hits (rule_id, article_id) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING RETURNING article_id AS id',
              rule.id, JSON.stringify(met),
            )
            .map(({ id }) => id);
          if (fresh.length > 0) {
            const acted = act(store, fresh, rule.effects, { ruleId: rule.id });
            store.run('UPDATE rules SET acted = acted + ? WHERE id = ?', fresh.length, rule.id);
            for (const id of acted.changed) touched.add(id);
            for (const id of acted.bookmarked) bookmarked.add(id);
            if (rule.effects.notify) causes.push(...fresh.map((articleId): AlertCause => ({ articleId, digest: false, reason: { kind: 'rule', id: rule.id, title: rule.title, entityId: null }, words: () => wordsOf(rule.when.query, articleId) })));
            kinds.add('rules');
          }
          if (rule.failure) {
            store.run('UPDATE rules SET failure_code = NULL, failure_detail = NULL WHERE id = ?', rule.id);
            kinds.add('rules');
          }
        });
      } catch (error) {
        recordRuleFailure(store, rule.id, error);
        kinds.add('rules');
      }
    }
    return causes;
  };

  const wordsOf = (query: string | undefined, articleId: ArticleId, exact = false): readonly string[] => (query === undefined ? [] : finder.wordsIn({ query, exact }, articleId));

  const match = (ids: readonly ArticleId[], watches = listWatches(store)): AlertCause[] => {
    const { hits, changed } = matchWatches(store, finder, watches, ids);
    if (changed) kinds.add('watch');
    return hits.flatMap(({ watch, fresh }) => {
      const { watched, alert, id, title } = watch;
      if (alert === 'off') return [];
      const entityId = watched.kind === 'entity' ? watched.entityId : null;
      return fresh.map((articleId): AlertCause => ({
        articleId,
        digest: alert === 'digest',
        reason: { kind: 'watch', id, title: title || (watched.kind === 'search' ? watched.query : ''), entityId },
        words: () => (watched.kind === 'search' ? wordsOf(watched.query, articleId, watched.exact) : []),
      }));
    });
  };

  const settleSome = (): boolean => {
    if (!isAnythingWatched(store)) {
      if (store.get('SELECT 1 FROM pending_arrivals LIMIT 1') !== undefined) store.run('DELETE FROM pending_arrivals');
      return false;
    }
    const noted = pending();
    const ids = noted.map(({ id }) => id);
    const reworded = store.all<{ id: ArticleId }>('SELECT article_id AS id FROM pending_words ORDER BY article_id DESC LIMIT ?', AT_ONCE).map(({ id }) => id);
    if (ids.length === 0 && reworded.length === 0) return false;
    store.savepoint(() => {
      const others = reworded.filter((id) => !ids.includes(id));
      finder.ready([...ids, ...others]);
      // What a person wrote is no news to anybody.
      match(others);
      const causes = [...applyRules(noted.filter(({ came }) => came === 1).map(({ id }) => id)), ...match(ids)];
      // Also of those that nobody watches: one of them may be what joins two others.
      if (causes.length > 0) finder.place(ids);
      // To ask for the zone takes as long as to store an article.
      if (causes.length > 0 && raiseAlerts({ store, finder, settings: alertSettings(), zone: zone(), now: now() }, causes)) kinds.add('alerts');
      store.run('DELETE FROM pending_arrivals WHERE article_id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
      if (reworded.length > 0) store.run('DELETE FROM pending_words WHERE article_id IN (SELECT value FROM json_each(?))', JSON.stringify(reworded));
    });
    return Math.max(ids.length, reworded.length) === AT_ONCE;
  };

  /** What failed stays noted, and is looked at again with what comes next. */
  const guarded = (work: () => boolean): boolean => {
    try {
      return work();
    } catch (error) {
      onFault(error);
      return false;
    }
  };

  const catchUp = async (): Promise<void> => {
    if (catching) return;
    catching = true;
    try {
      while (store.db.isOpen && guarded(settleSome)) {
        tell();
        await share.pause();
      }
      tell();
    } finally {
      catching = false;
    }
  };

  const tell = (): void => {
    const statuses = [...touched];
    const kept = [...bookmarked];
    const told = [...kinds];
    touched = new Set();
    bookmarked = new Set();
    kinds = new Set();
    if (statuses.length > 0) announce({ kind: 'status', articleIds: statuses });
    for (const kind of told) announce({ kind });
    if (kept.length > 0) keepWhole(store.all<{ id: ArticleId }>('SELECT article_id AS id FROM statuses WHERE article_id IN (SELECT value FROM json_each(?)) AND bookmarked = 1', JSON.stringify(kept)).map(({ id }) => id));
  };

  return {
    settle() {
      if (guarded(settleSome)) void catchUp().catch(ignoreStopped(onFault));
    },
    tell,
    statusChanged(articleIds) {
      const live = liveWatches(store);
      if (live.length === 0) return;
      if (articleIds === 'many') {
        lookAgain(store, live.map(({ id }) => id));
        lookBack();
        return;
      }
      guarded(() => {
        store.transaction(() => match(articleIds, live));
        return true;
      });
      tell();
    },
    catchUp,
  };
}

/** Most libraries have neither: what comes is then nobody's to look at, but for those who read its names and words. */
function isAnythingWatched(store: Store): boolean {
  return store.get('SELECT 1 FROM watches UNION ALL SELECT 1 FROM rules WHERE enabled = 1 LIMIT 1') !== undefined;
}

function ignoreStopped(onFault: (error: unknown) => void): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'engine-stopped')) onFault(error);
  };
}
