import type { CompiledQuery } from './compile-query.ts';

/** Conditions on a row of `statuses`, of constant text, and the values that they bind in their order. */
export interface Asked {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** What a query asks of the row of an article beside its words, whether lists show it or not. */
export function askedOf({ condition, feedIds, from, below }: CompiledQuery): Asked {
  const parts = ['presence = 1', 'article_id >= ?', 'article_id < ?'];
  const values: (string | number)[] = [from, below];
  if (feedIds) {
    parts.push('feed_id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(feedIds));
  }
  if (condition.sql !== null) {
    parts.push(condition.sql);
    values.push(...condition.values);
  }
  return { sql: parts.join(' AND '), values };
}
