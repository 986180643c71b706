import type { SearchCompletion } from '../../electron/contract/search.ts';
import { IS_VALUES } from '../../electron/contract/search/query-node.ts';
import { OPERATOR_NAMES, queryParts } from '../../electron/contract/search/query-parts.ts';
import type { Words } from '../words/use-words.ts';

const DATES = { today: 'today', yesterday: 'yesterday', '7d': 'week', '30d': 'month', '1y': 'year' } as const;

function isDate(text: string): text is keyof typeof DATES {
  return Object.hasOwn(DATES, text);
}

/** What a completion means, in words, beside what it writes. Empty where what it writes says it. */
export function completionWords({ insert, operator, isOperator, title }: SearchCompletion, { t, format }: Words): string {
  if (isOperator) return t(`search.operators.${operator}`);
  if (title !== null) return title;
  if (operator === 'lang') return format.language(insert);
  const is = IS_VALUES.find((one) => one === insert);
  if (operator === 'is' && is) return t(`search.is.${is}`);
  return isDate(insert) ? t(`search.dates.${DATES[insert]}`) : '';
}

/** A query with a completion in its place, and where the caret then stands. A finished value is followed by a space. */
export function withCompletion(query: string, { insert, from, to, isOperator }: Pick<SearchCompletion, 'insert' | 'from' | 'to' | 'isOperator'>): { readonly text: string; readonly caret: number } {
  const rest = query.slice(to);
  const space = isOperator || /^\s/u.test(rest) ? '' : ' ';
  const caret = from + insert.length + (isOperator ? 0 : 1);
  return { text: `${query.slice(0, from)}${insert}${space}${rest}`, caret };
}

/** From so many letters on an operator is meant rather than any word. */
const LEAST = 2;

/** Whether what stands at the caret may have a completion: the value of an operator, or a word that one begins with. Nothing is asked for others. */
export function mayComplete(query: string, at: number): boolean {
  const parts = queryParts(query);
  const place = parts.findIndex((part) => part.at <= at && at <= part.to && part.kind !== 'operator');
  const part = parts[place];
  const before = part ? parts[place - 1] : parts.findLast((one) => one.kind === 'operator' && one.to === at);
  if (before?.kind === 'operator' && (!part || part.at === before.to)) return true;
  if (part?.kind !== 'word') return false;
  const typed = query.slice(part.at, at).toLowerCase();
  return typed.length >= LEAST && [...OPERATOR_NAMES.keys()].some((name) => name.startsWith(typed));
}
