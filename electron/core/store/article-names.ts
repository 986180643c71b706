import type { ArticleId } from '../../contract/model.ts';
import { inflateBody } from '../normalize/body.ts';
import type { ArticleNames } from '../normalize/incoming-article.ts';
import { noteUnnamed } from './note-texts.ts';
import type { Store } from './store.ts';

/**
 * Stores what an article names in place of what it named. Names that were found with another version of the gazetteer than
 * the library's are left alone: the article waits in `unnamed` to be looked through with this one.
 */
export function writeNames(store: Store, id: ArticleId, { version, found }: ArticleNames): void {
  if (version !== namingVersion(store)) return;
  store.run('DELETE FROM article_entities WHERE article_id = ?', id);
  insertNames(store, id, found);
  if (found.length > 0) store.run('INSERT INTO pending_arrivals VALUES (?, 1) ON CONFLICT DO NOTHING', id);
  store.run('DELETE FROM unnamed WHERE article_id = ?', id);
}

/** As writeNames, of an article that was stored just now. Without names, or with those of another version, it waits in `unnamed`. */
export function writeFirstNames(store: Store, id: ArticleId, names: ArticleNames | undefined): void {
  if (names && names.version === knownOf(store).version) insertNames(store, id, names.found);
  else noteUnnamed(store, [id]);
}

/**
 * One name a statement: one that stores several, and refers to other tables, has SQLite copy each page that it touches, for it
 * may fail halfway.
 */
const INSERT = 'INSERT INTO article_entities (article_id, entity_key, in_title, count, first_at) VALUES (?, ?, ?, ?, ?)';

function insertNames(store: Store, id: ArticleId, found: ArticleNames['found']): void {
  // In the order of their keys each goes in beside the last.
  const rows = found.map((name) => ({ key: keyOf(store, name.id), ...name })).toSorted((one, other) => one.key - other.key);
  for (const { key, inTitle, count, firstAt } of rows) store.run(INSERT, id, key, inTitle ? 1 : 0, count, firstAt);
}

/** What is the same for every article of a refresh; asked for anew where something was taken back. */
interface Known {
  readonly epoch: number;
  readonly version: string;
  readonly keys: Map<string, number>;
}

const known = new WeakMap<Store, Known>();

function knownOf(store: Store): Known {
  const now = known.get(store);
  if (now?.epoch === store.epoch) return now;
  const fresh = { epoch: store.epoch, version: namingVersion(store), keys: new Map<string, number>() };
  known.set(store, fresh);
  return fresh;
}

/** The short number of an entity, for good. */
function keyOf(store: Store, entityId: string): number {
  const { keys } = knownOf(store);
  const found = keys.get(entityId);
  if (found !== undefined) return found;
  const row =
    store.get<{ key: number }>('SELECT key FROM entities WHERE id = ?', entityId) ??
    store.get<{ key: number }>('INSERT INTO entities (id, kind) VALUES (?, ?) RETURNING key', entityId, entityId.slice(0, entityId.indexOf(':')));
  if (!row) throw new Error('an inserted entity has a key');
  keys.set(entityId, row.key);
  return row.key;
}

/** With which version of the gazetteer articles are looked through; '' before the first. */
export function namingVersion(store: Store): string {
  return store.get<{ version: string }>('SELECT version FROM naming')?.version ?? '';
}

/** From now on articles are looked through with this version, those that are stored as well. True where it is another than before. */
export function useNamingVersion(store: Store, version: string): boolean {
  known.delete(store);
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
