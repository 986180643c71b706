import type { ArticleId } from '../../contract/model.ts';
import { inflateBody } from '../normalize/body.ts';
import type { ArticleNames } from '../normalize/incoming-article.ts';
import type { Store } from './store.ts';

/**
 * Stores what an article names in place of what it named. Names that were found with another version of the gazetteer than
 * the library's are left alone: the article waits in `unnamed` to be looked through with this one.
 */
export function writeNames(store: Store, id: ArticleId, { version, found }: ArticleNames): void {
  if (version !== namingVersion(store)) return;
  store.run('DELETE FROM article_entities WHERE article_id = ?', id);
  if (found.length > 0) {
    // Two statements for all of them: one for each takes many times as long.
    const rows = JSON.stringify(found.map(({ id: entityId, inTitle, count, firstAt }) => [entityId, entityId.slice(0, entityId.indexOf(':')), inTitle ? 1 : 0, count, firstAt]));
    store.run('INSERT INTO entities (id, kind) SELECT value ->> 0, value ->> 1 FROM json_each(?) AS named WHERE NOT EXISTS (SELECT 1 FROM entities e WHERE e.id = named.value ->> 0)', rows);
    store.run(
      `INSERT INTO article_entities (article_id, entity_key, in_title, count, first_at)
       SELECT ?, e.key, named.value ->> 2, named.value ->> 3, named.value ->> 4 FROM json_each(?) AS named CROSS JOIN entities e ON e.id = named.value ->> 0`,
      id, rows,
    );
  }
  store.run('DELETE FROM unnamed WHERE article_id = ?', id);
}

/** With which version of the gazetteer articles are looked through; '' before the first. */
export function namingVersion(store: Store): string {
  return store.get<{ version: string }>('SELECT version FROM naming')?.version ?? '';
}

/** From now on articles are looked through with this version, those that are stored as well. True where it is another than before. */
export function useNamingVersion(store: Store, version: string): boolean {
  return store.run('UPDATE naming SET version = ?1, below = ifnull((SELECT max(id) FROM articles), 0) + 1 WHERE version <> ?1', version) > 0;
}

/**
 * What an article names, as a signature takes it: what the title names first. Null where it waits to be looked through.
 */
export function namedEntities(store: Store, id: ArticleId): readonly string[] | null {
  const waits = store.get('SELECT 1 FROM naming WHERE below > ?1 UNION ALL SELECT 1 FROM unnamed WHERE article_id = ?1', id) !== undefined;
  if (waits) return null;
  return store
    .all<{ id: string }>('SELECT e.id FROM article_entities ae JOIN entities e ON e.key = ae.entity_key WHERE ae.article_id = ? ORDER BY ae.in_title DESC, ae.first_at, e.key', id)
    .map(({ id: entityId }) => entityId);
}

/** An article whose names are to be looked for. */
export interface UnnamedArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly publishedAt: number | null;
  /** Sanitized, of its page where that is kept, else of the feed; '' where there is none. */
  readonly html: string;
  readonly summary: string;
}

interface Row extends Omit<UnnamedArticle, 'html'> {
  readonly html: Uint8Array | null;
}

const COLUMNS = `a.id, a.title, a.published_at AS publishedAt, a.summary,
  ifnull((SELECT html FROM page_texts p WHERE p.article_id = a.id), (SELECT html FROM bodies b WHERE b.article_id = a.id)) AS html`;

function unnamedOf({ html, ...row }: Row): UnnamedArticle {
  return { ...row, html: html === null ? '' : readable(html) };
}

/** A body whose bytes are damaged names nothing. */
function readable(html: Uint8Array): string {
  try {
    return inflateBody(html);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}

/** The next articles to look through, the newest first: those whose text changed, then those that an older version saw. */
export function nextUnnamed(store: Store, limit: number): { readonly articles: readonly UnnamedArticle[]; readonly isWalk: boolean } {
  const changed = store.all<Row>(
    `SELECT ${COLUMNS} FROM (SELECT article_id FROM unnamed ORDER BY article_id DESC LIMIT ?) AS u CROSS JOIN articles a ON a.id = u.article_id`,
    limit,
  );
  if (changed.length > 0) return { articles: changed.map(unnamedOf), isWalk: false };
  const articles = store.all<Row>(`SELECT ${COLUMNS} FROM articles a WHERE a.id < (SELECT below FROM naming) ORDER BY a.id DESC LIMIT ?`, limit);
  return { articles: articles.map(unnamedOf), isWalk: true };
}

/** One article to look through now; undefined where it is gone. */
export function unnamedArticle(store: Store, id: ArticleId): UnnamedArticle | undefined {
  const row = store.get<Row>(`SELECT ${COLUMNS} FROM articles a WHERE a.id = ?`, id);
  return row && unnamedOf(row);
}

/** Those of an older version are looked through from the newest down: as far as here. */
export function namedDownTo(store: Store, id: ArticleId): void {
  store.run('UPDATE naming SET below = min(below, ?)', id);
}

/** How many articles are still to be looked through. */
export function countUnnamed(store: Store): number {
  const row = store.get<{ count: number }>(
    `SELECT (SELECT count(*) FROM articles WHERE id < (SELECT below FROM naming)) + (SELECT count(*) FROM unnamed WHERE article_id >= (SELECT below FROM naming)) AS count`,
  );
  return row?.count ?? 0;
}
