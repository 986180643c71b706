import type { DamagedLibrary } from './damaged-library.ts';
import type { Insert } from './salvage-row.ts';
import type { Store } from './store.ts';

/**
 * What a person was told of, and what rules acted on by themselves, as far as it is newer than the copy: articles that come back
 * are looked at as others are, and would be told of a second time, and acted on against what a person changed since. Stories have
 * other ids here. To be called behind statuses and rules.
 */
export function salvageAlerts(store: Store, damaged: DamagedLibrary, insert: Insert): void {
  const has = (sql: string, ...ids: (number | null)[]): boolean => store.get(sql, ...ids) !== undefined;
  for (const alert of damaged.rows('alerts')) {
    if (insert('alerts', alert, { story: null })) continue;
    store.run('UPDATE alerts SET told_at = ifnull(?, told_at), seen_at = ? WHERE id = ? AND at = ?', alert['told_at'] ?? null, alert['seen_at'] ?? null, alert['id'] ?? null, alert['at'] ?? null);
  }
  for (const row of damaged.rows('alert_reasons')) if (has('SELECT 1 FROM alerts WHERE id = ?', Number(row['alert_id']))) insert('alert_reasons', row);
  for (const row of damaged.rows('alert_articles')) {
    if (has('SELECT 1 FROM alerts a, statuses s WHERE a.id = ? AND s.article_id = ?', Number(row['alert_id']), Number(row['article_id']))) insert('alert_articles', row);
  }
  const same = new Set<number>();
  for (const { id, conditions, effects } of damaged.rows('rules')) {
    if (store.get('SELECT 1 FROM rules WHERE id = ? AND conditions = ? AND effects = ?', id ?? null, conditions ?? null, effects ?? null)) same.add(Number(id));
  }
  for (const hit of damaged.rows('rule_hits')) {
    if (same.has(Number(hit['rule_id'])) && has('SELECT 1 FROM statuses WHERE article_id = ?', Number(hit['article_id']))) insert('rule_hits', hit);
  }
}
