import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId } from '../../contract/model.ts';
import { TOKENS_VERSION } from '../../contract/search/tokens.ts';
import { inflateBody } from '../normalize/body.ts';
import { textOfSanitized } from '../normalize/sanitized-text.ts';
import { searchTokens, streamOfAll, type SearchTokens } from '../normalize/search-tokens.ts';
import { noteUnindexed } from './note-texts.ts';
import { docOf } from './search-place.ts';
import type { Store, StoreReads } from './store.ts';

/** What a transaction indexes of what it changed; what is more is due, and follows in the background. */
const AT_ONCE = 100;

interface Row {
  readonly title: string;
  readonly tags: string;
  readonly feed: Uint8Array | null;
  readonly page: Uint8Array | null;
}

/** Where the words of an article stand that its person added: a note, quotations and what was noted on them. */
export function personWords(store: StoreReads, id: ArticleId): string[] {
  return store
    .all<{ text: string }>(
      `SELECT text FROM notes WHERE article_id = ?1 UNION ALL SELECT quote FROM highlights WHERE article_id = ?1
       UNION ALL SELECT note FROM highlights WHERE article_id = ?1 AND note <> ''`,
      id,
    )
    .map(({ text }) => text);
}

/** What a person wrote beside articles or gave them, tags included; those without any are left out. */
export function personWordsOf(store: StoreReads, ids: readonly ArticleId[]): Map<ArticleId, string[]> {
  const rows = store.all<{ id: ArticleId; text: string }>(
    `WITH wanted AS MATERIALIZED (SELECT value AS article FROM json_each(?))
     SELECT article AS id, text FROM wanted CROSS JOIN notes ON article_id = article
     UNION ALL SELECT article, quote || ' ' || note FROM wanted CROSS JOIN highlights ON article_id = article
     UNION ALL SELECT article, title FROM wanted CROSS JOIN article_tags ON article_id = article CROSS JOIN tags ON tags.id = tag_id`,
    JSON.stringify(ids),
  );
  const words = new Map<ArticleId, string[]>();
  for (const { id, text } of rows) words.set(id, [...(words.get(id) ?? []), text]);
  return words;
}

/** The tags of an article, its publisher's before the person's own. */
export function allTags(store: StoreReads, id: ArticleId, publishers: string): string[] {
  const own = store.all<{ title: string }>('SELECT title FROM article_tags JOIN tags ON tags.id = tag_id WHERE article_id = ? ORDER BY tag_id', id);
  return [...(JSON.parse(publishers) as string[]), ...own.map(({ title }) => title)];
}

/** A text that is damaged cannot be found, and must keep nothing else from being indexed. */
function readable(body: Uint8Array): string {
  try {
    return inflateBody(body);
  } catch {
    return '';
  }
}

/**
 * The texts that can be found of an article: of its page, of its feed, and those that a bookmark froze. On one line each. A text
 * is inflated when it is asked for: who looks for a passage mostly finds it in the first.
 */
export function* eachSearchedText(store: StoreReads, id: ArticleId, { page, feed }: Pick<Row, 'page' | 'feed'>): Generator<string> {
  // They are two or three, mostly of other lengths: a set would read all of each.
  const seen: string[] = [];
  for (const body of bodiesOf(store, id, [page, feed])) {
    const html = readable(body);
    if (html === '' || seen.includes(html)) continue;
    seen.push(html);
    const text = textOfSanitized(html);
    if (text !== '') yield text;
  }
}

function* bodiesOf(store: StoreReads, id: ArticleId, own: readonly (Uint8Array | null)[]): Generator<Uint8Array> {
  for (const body of own) if (body !== null) yield body;
  yield* store.all<{ html: Uint8Array }>('SELECT html FROM frozen_texts WHERE article_id = ? ORDER BY id DESC', id).map(({ html }) => html);
}

/** All of them. */
export function searchedTexts(store: StoreReads, id: ArticleId, bodies: Pick<Row, 'page' | 'feed'>): string[] {
  return [...eachSearchedText(store, id, bodies)];
}

/** Of an article as it came; without tokens, nobody made any. */
interface Brought {
  readonly revision: string;
  readonly tokens?: SearchTokens | undefined;
}

/** Tokens that came with new articles of the transaction that is open. */
const ready = new WeakMap<Store['db'], Map<ArticleId, Brought>>();

/** Takes the tokens that came with a new article, to be indexed as its transaction ends if it still is what came then. */
export function bringTokens(store: Store, id: ArticleId, { revision, tokens }: Brought): void {
  const waiting = ready.get(store.db) ?? new Map<ArticleId, Brought>();
  ready.set(store.db, waiting.set(id, { revision, tokens }));
  // Those that came with tokens are indexed before they could be due.
  if (!tokens) noteUnindexed(store, [id]);
}

/** Of articles whose tokens were brought, those of which nobody has changed or added anything since. */
function asBrought(store: Store, ids: readonly ArticleId[]): Map<ArticleId, SearchTokens> {
  const brought = ready.get(store.db);
  if (!brought || brought.size === 0) return new Map();
  const wanted = ids.filter((id) => brought.has(id));
  const rows = store.all<{ id: ArticleId; revision: string }>(
    `SELECT a.id, a.revision FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value
     WHERE NOT EXISTS (SELECT 1 FROM page_texts WHERE article_id = a.id) AND NOT EXISTS (SELECT 1 FROM frozen_texts WHERE article_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM notes WHERE article_id = a.id) AND NOT EXISTS (SELECT 1 FROM highlights WHERE article_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM article_tags WHERE article_id = a.id)`,
    JSON.stringify(wanted),
  );
  return new Map(rows.flatMap(({ id, revision }) => {
    const one = brought.get(id);
    return one?.tokens && one.revision === revision ? [[id, one.tokens] as const] : [];
  }));
}

interface Line extends SearchTokens {
  readonly doc: number;
  readonly isNew: boolean;
  readonly notes: string;
}

/**
 * Writes anew what the index says of articles, as many as there is time for; answers with how many. Together, and by their rows
 * from the first: FTS5 writes a piece of its index for each row below the one before, and before each savepoint.
 */
function indexArticles(store: Store, ids: readonly ArticleId[], isSpent: () => boolean = () => false): number {
  if (ids.length === 0) return 0;
  const brought = asBrought(store, ids);
  const lines: Line[] = [];
  let looked = 0;
  for (const id of ids) {
    const tokens = brought.get(id) ?? readTokens(store, id);
    if (tokens) lines.push({ ...docOf(store, id), ...tokens, notes: brought.has(id) ? '' : streamOfAll(personWords(store, id)) });
    else forget(store, id);
    looked += 1;
    if (isSpent()) break;
  }
  const done = ids.slice(0, looked);
  store.run('DELETE FROM search_due WHERE article_id IN (SELECT value FROM json_each(?))', JSON.stringify(done));
  for (const id of done) ready.get(store.db)?.delete(id);
  for (const { doc, isNew, title, text, notes, tags, symbols } of lines.toSorted((a, b) => a.doc - b.doc)) {
    store.run(isNew ? ADD : REPLACE, doc, title, text, notes, tags, symbols);
  }
  return looked;
}

const ADD = 'INSERT INTO search (rowid, title, text, notes, tags, symbols) VALUES (?, ?, ?, ?, ?, ?)';
const REPLACE = 'INSERT OR REPLACE INTO search (rowid, title, text, notes, tags, symbols) VALUES (?, ?, ?, ?, ?, ?)';

function forget(store: Store, id: ArticleId): void {
  store.run('DELETE FROM search WHERE rowid = (SELECT doc FROM search_docs WHERE article = ?)', id);
  store.run('DELETE FROM search_docs WHERE article = ?', id);
}

function readTokens(store: Store, id: ArticleId): SearchTokens | null {
  const row = store.get<Row>(
    `SELECT a.title, a.tags, b.html AS feed, p.html AS page
     FROM articles a LEFT JOIN bodies b ON b.article_id = a.id LEFT JOIN page_texts p ON p.article_id = a.id WHERE a.id = ?`,
    id,
  );
  return row ? searchTokens({ title: row.title, texts: searchedTexts(store, id, row), tags: allTags(store, id, row.tags) }) : null;
}

/** Of one moment, the earlier first, as in the lists. */
function byId(a: ArticleId, b: ArticleId): number {
  return a - b;
}

function due(store: Store, limit: number): ArticleId[] {
  return store.all<{ id: ArticleId }>('SELECT article_id AS id FROM search_due ORDER BY article_id DESC LIMIT ?', limit).map(({ id }) => id);
}

function dueOf(store: Store, ids: readonly ArticleId[]): ArticleId[] {
  return store.all<{ id: ArticleId }>('SELECT article_id AS id FROM search_due WHERE article_id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)).map(({ id }) => id);
}

/**
 * Has a connection remember which articles became due through it, for the transaction that made them so: whoever marks one article
 * read is not to read the texts of all that waits. To be called once for a connection that writes.
 */
export function gatherDue(db: DatabaseSync): void {
  db.exec(`
    CREATE TEMP TABLE search_brought (article_id INTEGER PRIMARY KEY);
    CREATE TEMP TRIGGER search_became_due AFTER INSERT ON main.search_due BEGIN
      INSERT INTO search_brought SELECT NEW.article_id WHERE NOT EXISTS (SELECT 1 FROM search_brought WHERE article_id = NEW.article_id);
    END;
  `);
}

/**
 * Indexes what a transaction changed, at its end; what was due before it waits for the filler. With a limit, as many as that, the
 * first of their rows; answers whether some are left.
 */
export function settleSearch(store: Store, limit = Number.POSITIVE_INFINITY): boolean {
  const changed = store.all<{ id: ArticleId }>('SELECT article_id AS id FROM search_brought WHERE article_id IN (SELECT article_id FROM search_due) ORDER BY article_id DESC LIMIT ?', AT_ONCE);
  const ids = new Set([...(ready.get(store.db)?.keys() ?? []), ...changed.map(({ id }) => id)]);
  const inOrder = [...ids].toSorted(byId);
  indexArticles(store, inOrder.slice(0, limit));
  if (inOrder.length > limit) return true;
  store.run('DELETE FROM search_brought');
  ready.delete(store.db);
  return false;
}

/** Indexes now what is due of these articles, for who asks about them before the transaction ends. */
export function indexDue(store: Store, ids: readonly ArticleId[]): void {
  const brought = ready.get(store.db);
  indexArticles(store, [...new Set([...dueOf(store, ids), ...ids.filter((id) => brought?.has(id))])].toSorted(byId));
}

/** An index that another version of the tokens made is made anew, from the newest article down; until then it is asked as it is. */
export function useTokensVersion(store: Store, version: number = TOKENS_VERSION): void {
  store.run('UPDATE search_fill SET version = ?1, below = ifnull((SELECT max(id) FROM articles), 0) + 1 WHERE version <> ?1', version);
}

/** Articles that the index does not say all of yet. */
export function leftToIndex(store: StoreReads): number {
  const row = store.get<{ left: number }>(
    'SELECT (SELECT count(*) FROM articles WHERE id < below) + (SELECT count(*) FROM search_due WHERE article_id >= below) AS left FROM search_fill',
  );
  return row?.left ?? 0;
}

/** Whether there are articles that the index does not know at all. */
export function isFilledAnew(store: StoreReads): boolean {
  return store.get('SELECT 1 FROM search_fill WHERE EXISTS (SELECT 1 FROM articles WHERE id < below)') !== undefined;
}

/** What rests of the time between two looks at whether it is over. */
export interface Stretches {
  isSpent(): boolean;
  pause(): Promise<void>;
}

const PER_TRANSACTION = 20;

/** Indexes some of what is due, else of what was stored before there was an index, the newest first. False where nothing is left. */
export function fillStretch(store: Store, isSpent: () => boolean = () => false): boolean {
  // A transaction, even of nothing, wakes the thread that moves the log.
  if (leftToIndex(store) === 0) return false;
  store.transaction(() => {
    const changed = due(store, PER_TRANSACTION);
    if (changed.length > 0) {
      indexArticles(store, changed, isSpent);
      return;
    }
    const below = store.get<{ below: number }>('SELECT below FROM search_fill')?.below ?? 0;
    const ids = store.all<{ id: ArticleId }>('SELECT id FROM articles WHERE id < ? ORDER BY id DESC LIMIT ?', below, PER_TRANSACTION).map(({ id }) => id);
    const looked = indexArticles(store, ids, isSpent);
    store.run('UPDATE search_fill SET below = ? WHERE below <> ?1', ids[looked - 1] ?? 1);
  });
  return true;
}

/**
 * Indexes all that waits; other work comes between. `onStretch` hears of each transaction. Ends where everything is in the index;
 * what is indexed stays so, whenever it stops.
 */
export async function fillSearch(store: Store, share: Stretches, onStretch: () => void = () => {}): Promise<void> {
  while (store.db.isOpen && fillStretch(store, () => share.isSpent())) {
    onStretch();
    await share.pause();
  }
}
