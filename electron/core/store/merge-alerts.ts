import type { Store } from './store.ts';

interface Told {
  readonly id: number;
  readonly at: number;
  readonly dueAt: number;
  readonly toldAt: number | null;
  readonly seenAt: number | null;
  readonly digest: number;
}

function earliest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.min(...times);
}

/**
 * Leaves one alert of a story whose reports were told of apart before they came together: with the articles and reasons of all,
 * told when the first of them was, seen when any was. Answers whether there was more than one. To be called in a transaction.
 */
export function mergeAlerts(store: Store, storyId: number): boolean {
  // Most libraries have none, and a story that many tell is walked through for each that joins it.
  if ((store.get<{ newest: number | null }>('SELECT max(id) AS newest FROM alerts')?.newest ?? null) === null) return false;
  const columns = 'a.id, a.at, a.due_at AS dueAt, a.told_at AS toldAt, a.seen_at AS seenAt, a.digest';
  const found = [
    ...store.all<Told>(`SELECT ${columns} FROM statuses s INDEXED BY statuses_by_story JOIN alert_articles t ON t.article_id = s.article_id JOIN alerts a ON a.id = t.alert_id WHERE s.story_id = ?`, storyId),
    ...store.all<Told>(`SELECT ${columns} FROM alerts a INDEXED BY alerts_by_story WHERE a.story = ?`, storyId),
  ];
  const alerts = [...new Map(found.map((alert) => [alert.id, alert])).values()].toSorted((one, other) => (one.toldAt ?? Infinity) - (other.toldAt ?? Infinity) || one.id - other.id);
  const [kept, ...others] = alerts;
  if (!kept) return false;
  store.run(
    'UPDATE alerts SET story = ?2, at = ?3, due_at = ?4, digest = ?5, seen_at = ?6 WHERE id = ?1',
    kept.id, storyId, Math.min(...alerts.map(({ at }) => at)), Math.min(...alerts.map(({ dueAt }) => dueAt)), Math.min(...alerts.map(({ digest }) => digest)), earliest(alerts.flatMap(({ seenAt }) => seenAt ?? [])),
  );
  for (const { id } of others) {
    store.run('UPDATE alert_articles SET alert_id = ? WHERE alert_id = ?', kept.id, id);
    store.run('INSERT OR IGNORE INTO alert_reasons (alert_id, kind, ref_id, title, entity_id, words) SELECT ?, kind, ref_id, title, entity_id, words FROM alert_reasons WHERE alert_id = ?', kept.id, id);
    store.run('DELETE FROM alerts WHERE id = ?', id);
  }
  return others.length > 0;
}
