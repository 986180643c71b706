import type { SearchCompletion } from '../../contract/search.ts';
import { foldText } from '../../contract/search/fold.ts';
import { operatorValue } from '../../contract/search/operator-value.ts';
import { ENTITY_KINDS, IS_NAMES, IS_VALUES, type EntityKind } from '../../contract/search/query-node.ts';
import { OPERATOR_NAMES, queryParts, type Operator } from '../../contract/search/query-parts.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import { folderPaths } from './named-places.ts';
import type { SearchKnowledge, SearchLibrary } from './search-library.ts';

const MOST = 12;
const DATES = ['today', 'yesterday', '7d', '30d', '1y'];
const OTHER_DATES = ['今天', '昨天'];

type Value = Pick<SearchCompletion, 'insert' | 'title' | 'feedId'>;

/** How the operator under the caret may go on, or which operators begin as the word under it does. */
export function completeQuery(library: SearchLibrary, knowledge: SearchKnowledge, { query, at }: { readonly query: string; readonly at: number }): SearchCompletion[] {
  const parts = queryParts(query);
  const place = parts.findIndex((part) => part.at <= at && at <= part.to && part.kind !== 'operator');
  const part = place === -1 ? undefined : parts[place];
  const operator = part ? parts[place - 1] : parts.findLast((one) => one.kind === 'operator' && one.to === at);
  if (operator?.kind === 'operator' && (part === undefined || part.at === operator.to)) {
    const to = part?.to ?? at;
    const typed = query.slice(operator.to, at).replace(/^["“「『]/, '');
    return valuesOf(library, knowledge, operator.name, typed).map((value) => ({ ...value, from: operator.to, to, operator: operator.name, isOperator: false }));
  }
  if (part?.kind !== 'word') return [];
  const typed = query.slice(part.at, at).toLowerCase();
  if (typed === '') return [];
  return [...OPERATOR_NAMES].filter(([name]) => name.startsWith(typed)).map(([name, meant]) => ({ insert: `${name}:`, from: part.at, to: part.to, operator: meant, isOperator: true, title: null, feedId: null }));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** How a date that is being typed may go on: the months of a year, a day of each week of a month. */
function datesOf(typed: string): string[] {
  const [, year, month] = /^(\d{4})(?:-(\d{2})(?:-\d{0,2})?|-\d?)?$/.exec(typed) ?? [];
  if (year === undefined) return [];
  if (month === undefined) return Array.from({ length: 12 }, (_, at) => `${year}-${two(at + 1)}`);
  return Number(month) < 1 || Number(month) > 12 ? [] : [1, 8, 15, 22].map((day) => `${year}-${month}-${two(day)}`);
}

function valuesOf(library: SearchLibrary, knowledge: SearchKnowledge, operator: Operator, typed: string): Value[] {
  const wanted = foldText(typed).trim();
  const begins = (text: string): boolean => foldText(text).trim().startsWith(wanted);
  const holds = (text: string): boolean => foldText(text).includes(wanted);
  // What else means the same is offered where somebody begins to type it.
  const plain = (values: readonly string[], others: Iterable<string> = []): Value[] =>
    [...new Set(wanted === '' ? values : [...values, ...others])].filter(begins).map((insert) => ({ insert, title: null, feedId: null }));
  switch (operator) {
    case 'is':
      return plain(IS_VALUES, IS_NAMES.keys());
    case 'before':
    case 'after':
      return plain([...DATES, ...datesOf(wanted)], OTHER_DATES);
    case 'feed': {
      const feeds = library.all<{ id: number; title: string }>('SELECT id, ifnull(own_title, title) AS title FROM feeds WHERE subscribed = 1 ORDER BY title');
      return bestFirst(feeds, ({ title }) => title, begins, holds).map(({ id, title }) => ({ insert: operatorValue(title), title, feedId: id }));
    }
    case 'folder':
      return bestFirst(folderPaths(library), ({ path }) => path, begins, holds).map(({ path }) => ({ insert: operatorValue(path), title: path, feedId: null }));
    case 'tag': {
      const tags = library.all<{ title: string }>('SELECT title FROM tags ORDER BY title');
      return bestFirst(tags, ({ title }) => title, begins, holds).map(({ title }) => ({ insert: operatorValue(title), title, feedId: null }));
    }
    case 'lang': {
      const tags = library.all<{ lang: string }>('SELECT DISTINCT lang FROM feeds WHERE lang IS NOT NULL AND subscribed = 1').map(({ lang }) => lang.replace(/-.*/s, '').toLowerCase());
      return plain([...new Set([...tags, 'en', 'zh'])].toSorted(), LANGUAGE_NAMES.keys());
    }
    case 'title':
    case 'note':
      return [];
    default:
      return isEntity(operator) ? knowledge.aliases.complete(operator, typed, MOST).map(({ value, title }) => ({ insert: operatorValue(value), title, feedId: null })) : [];
  }
}

function isEntity(operator: Operator): operator is EntityKind {
  return (ENTITY_KINDS as readonly string[]).includes(operator);
}

function bestFirst<T>(all: readonly T[], titleOf: (one: T) => string, begins: (text: string) => boolean, holds: (text: string) => boolean): T[] {
  const first = all.filter((one) => begins(titleOf(one)));
  return [...first, ...all.filter((one) => !first.includes(one) && holds(titleOf(one)))].slice(0, MOST);
}
