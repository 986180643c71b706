import type { Store } from '../../../electron/core/store/store.ts';

/** Each counts what must not be there. */
const WRONG: Readonly<Record<string, string>> = {
  'articles that the index neither has nor waits for':
    'SELECT count(*) AS n FROM articles WHERE id >= (SELECT below FROM search_fill) AND id NOT IN (SELECT article FROM search_docs) AND id NOT IN (SELECT article_id FROM search_due)',
  'rows of the index without an article': 'SELECT count(*) AS n FROM search_docs WHERE article NOT IN (SELECT id FROM articles)',
  'watches whose counts are not those of their hits': `SELECT count(*) AS n FROM watches w WHERE (total, unread) IS NOT (
    SELECT count(*), ifnull(sum(read = 0), 0) FROM watch_hits h JOIN statuses s ON s.article_id = h.article_id WHERE h.watch_id = w.id AND s.visible = 1)`,
  'watches or rules out of their order': `SELECT (SELECT count(*) - count(DISTINCT position) FROM watches) + (SELECT count(*) - count(DISTINCT position) FROM rules) AS n`,
  'stories of one article that is split from itself': 'SELECT count(*) AS n FROM story_splits WHERE article_id = other_id',
  'alerts of nothing': 'SELECT count(*) AS n FROM alerts WHERE id NOT IN (SELECT alert_id FROM alert_reasons)',
};

/** What is wrong with what is found and watched in a library. */
export function findingProblems(store: Store): string[] {
  const problems = Object.entries(WRONG).flatMap(([what, sql]) => {
    const { n = 0 } = store.get<{ n: number }>(sql) ?? {};
    return n === 0 ? [] : [`${n} ${what}`];
  });
  try {
    store.run("INSERT INTO search (search) VALUES ('integrity-check')");
  } catch (error) {
    problems.push(`the index is not sound: ${String(error)}`);
  }
  return problems;
}
