import { ReaderError } from '../contract/errors.ts';
import type { EntityId } from '../contract/gazetteer.ts';
import type { ArticleId } from '../contract/model.ts';
import { createMatcher, type TextMatcher } from '../contract/search/match-text.ts';
import { parseQuery } from '../contract/search/parse-query.ts';
import type { QueryNode } from '../contract/search/query-node.ts';
import type { NameFinder } from './entities/name-finder.ts';
import { askedOf } from './search/asked-of.ts';
import { compileQuery, type CompiledQuery } from './search/compile-query.ts';
import type { SearchKnowledge } from './search/search-library.ts';
import { indexDue, searchedTexts } from './store/search-index.ts';
import type { Store } from './store/store.ts';
import type { Finder, FinderQuery } from './watch/finder.ts';

export interface FinderParts {
  readonly store: Store;
  readonly knowledge: SearchKnowledge;
  readonly names: () => NameFinder;
  /** Finds the names of an article, in the transaction that is open. */
  readonly look: (articleId: ArticleId) => void;
  /** Finds the stories of those among these that wait for it, in the transaction that is open. */
  readonly place: (articleIds: readonly ArticleId[]) => void;
}

/** So few are looked up one by one; a walk over their stretch of the index would meet many others. */
const FEW = 24;
/** Words that an alert names, and how much of a text is looked through for them. */
const MOST_WORDS = 6;
const MOST_NAMED = 40;
/** Others follow in the background; one that an alert is about is found in any case. */
const MOST_PLACED = 40;
const LOOKED_THROUGH = 60_000;

/** What a query asks of a person's doings, of what a source is called and in which language it is, or of the day it is asked on. */
function isLiveNode(node: QueryNode): boolean {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.of.some(isLiveNode);
    case 'not':
      return isLiveNode(node.of);
    case 'text':
      return node.field === 'tag' || node.field === 'note';
    case 'is':
    case 'feed':
    case 'folder':
    case 'lang':
      return true;
    case 'after':
    case 'before':
      return !/^\d{4}(-\d{1,2}){0,2}$/.test(node.value);
    case 'entity':
      return false;
    default:
      return node satisfies never;
  }
}

/** The search, the gazetteer and the stories as watches and rules ask them. */
export function createFinder({ store, knowledge, names, look, place }: FinderParts): Finder {
  const compile = ({ query, exact }: FinderQuery): CompiledQuery => compileQuery(parseQuery(query, store.now()), { library: store, knowledge, exact });
  // Of one look at what came: many watches ask for the words of one article.
  const matchers = new Map<string, TextMatcher>();
  let read: { readonly id: ArticleId; readonly texts: readonly string[] } | null = null;
  return {
    ready(ids) {
      matchers.clear();
      read = null;
      indexDue(store, ids);
      // What no reader of documents named; more than a few follow in the background, and are noted again then.
      for (const { id } of store.all<{ id: ArticleId }>('SELECT article_id AS id FROM unnamed WHERE article_id IN (SELECT value FROM json_each(?)) LIMIT ?', JSON.stringify(ids), MOST_NAMED)) look(id);
    },
    check({ query }) {
      if (parseQuery(query, store.now()).node === null) throw new ReaderError('query-empty', 'the query asks for nothing', { query });
    },
    isOfMuted: (query) => compile(query).isMuted,
    isLive({ query }) {
      const { node } = parseQuery(query, store.now());
      return node !== null && isLiveNode(node);
    },
    matching(query, ids) {
      if (ids.length === 0 || parseQuery(query.query, store.now()).node === null) return [];
      const compiled = compile(query);
      if (compiled.condition.match === null) return among(store, compiled, ids);
      return ids.length <= FEW ? ids.filter((id) => within(store, compiled, [id]).length > 0) : stretch(store, compiled, ids);
    },
    wordsIn(query, id) {
      const key = JSON.stringify(query);
      const match = matchers.get(key) ?? createMatcher(compile(query).lights);
      matchers.set(key, match);
      if (read?.id !== id) read = { id, texts: textsOf(store, id) };
      return wordsIn(read.texts, match);
    },
    hasEntity(id) {
      const entity = names().entities.get(id);
      return entity !== undefined && entity.own !== 'removed';
    },
    entitiesOf(ids) {
      const rows = store.all<{ articleId: ArticleId; entityId: EntityId }>(
        `SELECT ae.article_id AS articleId, e.id AS entityId FROM json_each(?) AS wanted
           CROSS JOIN article_entities ae ON ae.article_id = wanted.value CROSS JOIN entities e ON e.key = ae.entity_key`,
        JSON.stringify(ids),
      );
      return new Map([...Map.groupBy(rows, ({ articleId }) => articleId)].map(([id, named]) => [id, named.map(({ entityId }) => entityId)]));
    },
    place: (ids) => place(ids.toSorted((one, other) => other - one).slice(0, MOST_PLACED)),
    storyOf(id) {
      place([id]);
      return store.get<{ storyId: number | null }>('SELECT story_id AS storyId FROM statuses WHERE article_id = ?', id)?.storyId ?? null;
    },
  };
}

function among(store: Store, query: CompiledQuery, ids: readonly ArticleId[]): ArticleId[] {
  const { sql, values } = askedOf(query);
  return store
    .all<{ id: ArticleId }>(`SELECT article_id AS id FROM json_each(?) AS wanted CROSS JOIN statuses ON article_id = wanted.value WHERE ${sql} ORDER BY wanted.key`, JSON.stringify(ids), ...values)
    .map(({ id }) => id);
}

/** Of articles in the stretch of the index that these take, newest and oldest of them included, those that a query finds. */
function within(store: Store, query: CompiledQuery, ids: readonly ArticleId[]): ArticleId[] {
  const rows = store.get<{ first: number | null; last: number | null }>('SELECT min(doc) AS first, max(doc) AS last FROM search_docs WHERE article IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
  if (!rows || rows.first === null || rows.last === null) return [];
  const { sql, values } = askedOf(query);
  return store
    .all<{ id: ArticleId }>(
      `SELECT article_id AS id FROM search CROSS JOIN search_docs ON doc = search.rowid CROSS JOIN statuses ON article_id = article
       WHERE search MATCH ? AND search.rowid >= ? AND search.rowid <= ? AND ${sql}`,
      query.condition.match, rows.first, rows.last, ...values,
    )
    .map(({ id }) => id);
}

function stretch(store: Store, query: CompiledQuery, ids: readonly ArticleId[]): ArticleId[] {
  const found = new Set(within(store, query, ids));
  return ids.filter((id) => found.has(id));
}

interface Texts {
  readonly title: string;
  readonly summary: string;
  readonly feed: Uint8Array | null;
  readonly page: Uint8Array | null;
}

/** Title, summary and texts, the first stretch of each. */
function textsOf(store: Store, id: ArticleId): string[] {
  const row = store.get<Texts>(
    `SELECT a.title, a.summary, b.html AS feed, p.html AS page
     FROM articles a LEFT JOIN bodies b ON b.article_id = a.id LEFT JOIN page_texts p ON p.article_id = a.id WHERE a.id = ?`,
    id,
  );
  return row ? [row.title, row.summary, ...searchedTexts(store, id, row)].map((text) => text.slice(0, LOOKED_THROUGH)) : [];
}

/** The words as they stand in the texts, each once whatever its case. */
function wordsIn(texts: readonly string[], match: TextMatcher): string[] {
  const found = new Map<string, string>();
  for (const text of texts) {
    for (const [from, to] of match(text)) {
      const word = text.slice(from, to);
      if (!found.has(word.toLowerCase())) found.set(word.toLowerCase(), word);
      if (found.size >= MOST_WORDS) return [...found.values()];
    }
    // What the title and the summary show is enough.
    if (found.size > 0 && text !== texts[0]) break;
  }
  return [...found.values()];
}
