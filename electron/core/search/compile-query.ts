import type { FeedId } from '../../contract/model.ts';
import { foldText } from '../../contract/search/fold.ts';
import type { Light } from '../../contract/search/match-text.ts';
import type { FilterNode, IsValue, ParsedQuery, QueryField, QueryNode, QueryNote, QueryNoteCode, TextNode } from '../../contract/search/query-node.ts';
import { runsOf } from '../../contract/search/tokens.ts';
import { inLanguage } from '../store/in-language.ts';
import { firstIdAt } from '../store/place-article.ts';
import type { AliasGroup } from './aliases.ts';
import { allOf, anyOf, EVERYTHING, NOTHING, type Condition } from './condition.ts';
import { findNear, findSymbol, findWords, type Found } from './find-words.ts';
import { languageCode } from './language-names.ts';
import { feedsInFolders, feedsNamed } from './named-places.ts';
import type { SearchKnowledge, SearchLibrary } from './search-library.ts';

/** A query as the library is asked. */
export interface CompiledQuery {
  readonly condition: Condition;
  /** Ids of the articles that its dates allow: from `from` to before `below`. */
  readonly from: number;
  readonly below: number;
  /** Where it is about these sources alone, at its top. */
  readonly feedIds: readonly FeedId[] | null;
  /** It is about bookmarks, or about unread articles, at its top. */
  readonly isBookmarked: boolean;
  readonly isUnread: boolean;
  /** It is about what is muted, at its top: no other query finds that. */
  readonly isMuted: boolean;
  readonly lights: readonly Light[];
  readonly also: readonly string[];
  readonly notes: readonly QueryNote[];
  /** There are words in it, which may be ranked. */
  readonly hasWords: boolean;
  /** How many words of several characters there are in it, wanted or not: each is a phrase of the index. */
  readonly phrases: number;
  /** All its words are one that has only begun: a few letters that are being typed. Folded; null else. */
  readonly begun: string | null;
}

/** So many letters of a word that is being typed may become nearly any. */
const BEGUN = 4;

function begunOf(top: readonly QueryNode[]): string | null {
  const [word, ...more] = top.filter(({ kind }) => kind === 'text' || kind === 'any' || kind === 'all' || kind === 'not');
  if (more.length > 0 || word?.kind !== 'text' || word.prefix !== 'typing' || word.field !== 'any') return null;
  const folded = foldText(word.text);
  return /^[a-z]+$/.test(folded) && folded.length <= BEGUN ? folded : null;
}

/** A query that asks for nothing finds nothing, not everything. */
export function asksNothing({ condition, feedIds, from, below }: CompiledQuery): boolean {
  return condition.match === null && condition.sql === null && feedIds === null && from === 0 && below === Number.MAX_SAFE_INTEGER;
}

const COLUMNS: Readonly<Record<QueryField, string>> = { any: '', title: '{title} : ', note: '{notes} : ', tag: '{tags} : ' };

interface Work {
  readonly library: SearchLibrary;
  readonly knowledge: SearchKnowledge;
  readonly exact: boolean;
  readonly lights: Light[];
  readonly also: Map<string, string>;
  readonly notes: QueryNote[];
  /** Below a NOT nothing is lit, and no name is told of. */
  wanted: boolean;
  phrases: number;
}

/** What a parsed query asks a library for. With `exact`, only for the words that were typed. */
export function compileQuery({ node, notes }: ParsedQuery, { library, knowledge, exact }: Pick<Work, 'library' | 'knowledge' | 'exact'>): CompiledQuery {
  const work: Work = { library, knowledge, exact, lights: [], also: new Map(), notes: [...notes], wanted: true, phrases: 0 };
  const top = node === null ? [] : node.kind === 'all' ? node.of : [node];
  let from = 0;
  let below = Number.MAX_SAFE_INTEGER;
  for (const part of top) {
    if (part.kind === 'after') from = Math.max(from, firstIdAt(part.time));
    if (part.kind === 'before') below = Math.min(below, firstIdAt(part.time));
  }
  const rest = top.filter(({ kind }) => kind !== 'after' && kind !== 'before');
  const feeds = rest.flatMap((part) => (part.kind === 'feed' || part.kind === 'folder' ? [feedsOf(work, part) ?? []] : []));
  const [first, ...others] = feeds;
  const feedIds = first ? first.filter((id) => others.every((ids) => ids.includes(id))) : null;
  const condition = everyOf(work, rest.filter(({ kind }) => kind !== 'feed' && kind !== 'folder'));
  const isAll = (state: IsValue): boolean => top.some((part) => part.kind === 'is' && part.value === state);
  return { condition, from, below, feedIds, isBookmarked: isAll('bookmarked'), isUnread: isAll('unread'), isMuted: isAll('muted'), lights: work.lights, also: [...work.also.values()], notes: work.notes, hasWords: condition.match !== null, phrases: work.phrases, begun: begunOf(top) };
}

function everyOf(work: Work, nodes: readonly QueryNode[]): Condition {
  const found: Condition[] = [];
  const without: Condition[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node) continue;
    if (node.kind === 'not') {
      work.wanted = !work.wanted;
      without.push(conditionOf(work, node.of));
      work.wanted = !work.wanted;
    } else if (node.kind === 'text') {
      const row = rowOf(nodes, at);
      found.push(...textsOf(work, row));
      at += row.length - 1;
    } else {
      found.push(conditionOf(work, node));
    }
  }
  return allOf(found, without);
}

/** Words beside each other that may be one name; what is quoted stands by itself. */
function rowOf(nodes: readonly QueryNode[], from: number): TextNode[] {
  const row: TextNode[] = [];
  for (const node of nodes.slice(from)) {
    const [first] = row;
    if (node.kind !== 'text' || (first && (node.quoted || first.quoted || node.field !== first.field))) break;
    row.push(node);
  }
  return row;
}

function conditionOf(work: Work, node: QueryNode): Condition {
  switch (node.kind) {
    case 'all':
      return everyOf(work, node.of);
    case 'any':
      return anyOf(node.of.map((side) => conditionOf(work, side)));
    case 'not':
    case 'text':
      return everyOf(work, [node]);
    default:
      return filterOf(work, node);
  }
}

function textsOf(work: Work, row: readonly TextNode[]): Condition[] {
  const matches = work.exact ? [] : work.knowledge.aliases.match(row.map(({ text }) => text));
  const conditions: Condition[] = [];
  for (let at = 0; at < row.length; at++) {
    const node = row[at];
    if (!node) continue;
    const name = matches.find(({ from, to }) => from === at && to > at);
    if (name) {
      const typed = row.slice(name.from, name.to);
      conditions.push(namesOf(work, { groups: name.groups, field: node.field, typed: typed.map(({ text }) => text).join(' ') }));
      at = name.to - 1;
    } else {
      conditions.push(wordsOf(work, node));
    }
  }
  return conditions;
}

function wordsOf(work: Work, { text, field, prefix, at, to }: TextNode): Condition {
  const found = findWords(text, { prefix, numbers: !work.exact });
  if (!found) {
    note(work, 'nothing-in-it', { at, to }, text);
    return EVERYTHING;
  }
  light(work, found);
  return { match: `${COLUMNS[field]}${found.match}`, sql: null, values: [] };
}

function light(work: Work, { lights }: Found): void {
  if (work.wanted) work.lights.push(...lights);
  work.phrases += lights.filter((one) => one.kind === 'words' && runsOf(one.text).some(({ dense, text }) => dense && text.length > 1)).length;
}

function namesOf(work: Work, { groups, field, typed }: { groups: readonly AliasGroup[]; field: QueryField; typed: string | null }): Condition {
  const typedFolded = typed === null ? null : foldText(typed);
  const ways: string[] = [];
  const longer: string[] = [];
  for (const group of groups) {
    for (const { text, as, near, dated } of group.names) {
      const isTyped = foldText(text) === typedFolded;
      const found = as === 'symbol' && field === 'any' ? findSymbol(text) : near ? findNear(text, near) : findWords(text, { prefix: 'no', numbers: true });
      if (!found || ways.includes(found.match)) continue;
      if (!dated || isTyped) ways.push(found.match);
      light(work, found);
      if (work.wanted && !isTyped && !near) work.also.set(foldText(text), text);
    }
    longer.push(...(group.longer ?? []).flatMap((text) => findWords(text, { prefix: 'no', numbers: true })?.match ?? []));
  }
  if (ways.length === 0) return NOTHING;
  const column = COLUMNS[field];
  const named = `${column}(${ways.join(' OR ')})`;
  const known = work.knowledge.articlesOf?.(groups.map(({ id }) => id)) ?? null;
  const recognized: Condition | null = known && field === 'any' ? { match: null, sql: known.sql, values: known.values } : null;
  const plain: Condition = { match: named, sql: null, values: [] };
  if (longer.length === 0) return recognized && groups.some(({ byContext }) => byContext) ? anyOf([plain, recognized]) : plain;
  const alone: Condition = { match: `(${named} NOT ${column}(${longer.join(' OR ')}))`, sql: null, values: [] };
  return recognized ? anyOf([alone, recognized]) : alone;
}

type FeedFilter = Extract<FilterNode, { kind: 'feed' | 'folder' | 'lang' }>;

function feedsOf(work: Work, { kind, value, at, to }: FeedFilter): readonly FeedId[] | null {
  const ids = kind === 'feed' ? feedsNamed(work.library, value) : feedsInFolders(work.library, value);
  if (ids === null || (kind === 'feed' && ids.length === 0)) note(work, kind === 'feed' ? 'feed-unknown' : 'folder-unknown', { at, to }, value);
  return ids;
}

const STATES = { unread: 'read = 0', read: 'read = 1', bookmarked: 'bookmarked = 1', offline: 'kept = 2', muted: 'muted_at IS NOT NULL' } as const;

function filterOf(work: Work, node: FilterNode): Condition {
  switch (node.kind) {
    case 'is':
      return { match: null, sql: STATES[node.value], values: [] };
    case 'feed':
    case 'folder':
      return { match: null, sql: 'feed_id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(feedsOf(work, node) ?? [])] };
    case 'after':
      return { match: null, sql: 'article_id >= ?', values: [firstIdAt(node.time)] };
    case 'before':
      return { match: null, sql: 'article_id < ?', values: [firstIdAt(node.time)] };
    case 'lang': {
      const code = languageCode(node.value);
      return { match: null, sql: `EXISTS (SELECT 1 FROM (SELECT ? AS wanted) CROSS JOIN articles a ON a.id = article_id CROSS JOIN feeds f ON f.id = a.feed_id WHERE ${inLanguage('wanted')})`, values: [code] };
    }
    case 'entity':
      return entityOf(work, node);
    default:
      return node satisfies never;
  }
}

function entityOf(work: Work, { entity, value, at, to }: Extract<FilterNode, { kind: 'entity' }>): Condition {
  const groups = work.knowledge.aliases.find(entity, value);
  if (groups.length === 0) {
    note(work, 'name-unknown', { at, to }, value);
    // What nobody knows by that name may still be called so.
    return wordsOf(work, { kind: 'text', field: 'any', text: value, quoted: true, prefix: 'no', at, to });
  }
  const known = work.knowledge.articlesOf?.(groups.map(({ id }) => id));
  const named = namesOf(work, { groups, field: 'any', typed: null });
  return known ? { match: null, sql: known.sql, values: known.values } : named;
}

function note(work: Work, what: QueryNoteCode, { at, to }: { at: number; to: number }, text: string): void {
  work.notes.push({ at, to, what, text });
}
