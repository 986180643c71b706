/** What an article must fulfil to be found: a full-text expression, a condition on its row of `statuses`, or both; neither is fulfilled by all. */
export interface Condition {
  readonly match: string | null;
  /** Of constant text; its values are bound in its order. */
  readonly sql: string | null;
  readonly values: readonly (string | number)[];
}

export const EVERYTHING: Condition = { match: null, sql: null, values: [] };
export const NOTHING: Condition = { match: null, sql: '0', values: [] };

/** The same with the full-text expression as a condition on the row, for where it stands beside others. */
function asSql({ match, sql, values }: Condition): { sql: string; values: readonly (string | number)[] } {
  if (match === null) return { sql: sql ?? '1', values };
  const found = 'article_id IN (SELECT article FROM search CROSS JOIN search_docs ON doc = search.rowid WHERE search MATCH ?)';
  return sql === null ? { sql: found, values: [match] } : { sql: `(${found} AND ${sql})`, values: [match, ...values] };
}

/** Every one of them; of `without`, none. */
export function allOf(conditions: readonly Condition[], without: readonly Condition[] = []): Condition {
  const matches = conditions.flatMap(({ match }) => (match === null ? [] : [match]));
  const sqls = conditions.flatMap(({ sql }) => (sql === null ? [] : [sql]));
  const values = conditions.flatMap((condition) => condition.values);
  const isWord = (condition: Condition): boolean => condition.match !== null && condition.sql === null;
  // NOT of FTS5 takes away from what something else finds.
  const unwanted = matches.length > 0 ? without.filter(isWord) : [];
  for (const condition of without) {
    if (unwanted.includes(condition)) continue;
    const excluded = asSql(condition);
    sqls.push(`NOT ${excluded.sql}`);
    values.push(...excluded.values);
  }
  const found = matches.length > 1 ? `(${matches.join(' AND ')})` : (matches[0] ?? null);
  return {
    match: found === null || unwanted.length === 0 ? found : `(${found} NOT (${unwanted.map(({ match }) => match).join(' OR ')}))`,
    sql: sqls.length > 1 ? `(${sqls.join(' AND ')})` : (sqls[0] ?? null),
    values,
  };
}

/** At least one of them. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const [first] = conditions;
  if (!first || conditions.length === 1) return first ?? NOTHING;
  if (conditions.every(({ match, sql }) => match !== null && sql === null)) {
    return { match: `(${conditions.map(({ match }) => match).join(' OR ')})`, sql: null, values: [] };
  }
  const parts = conditions.map(asSql);
  return { match: null, sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`, values: parts.flatMap(({ values }) => values) };
}
