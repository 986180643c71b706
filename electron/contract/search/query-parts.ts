import { ENTITY_KINDS } from './query-node.ts';

/** The names that stand before a colon. */
export const OPERATORS = ['title', 'feed', 'folder', 'tag', 'note', 'is', 'before', 'after', 'lang', ...ENTITY_KINDS] as const;
export type Operator = (typeof OPERATORS)[number];

/** All names that may stand there, and what each means. */
export const OPERATOR_NAMES: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...OPERATORS.map((name): [string, Operator] => [name, name]),
  ['source', 'feed'], ['标题', 'title'], ['来源', 'feed'], ['文件夹', 'folder'], ['标签', 'tag'], ['笔记', 'note'], ['状态', 'is'], ['早于', 'before'], ['晚于', 'after'],
  ['语言', 'lang'], ['元素', 'element'], ['公司', 'company'], ['地点', 'place'], ['产品', 'product'], ['机构', 'agency'], ['政策', 'policy'],
]);

/** A part of a query as it is typed. Offsets are UTF-16 units. */
export type QueryPart =
  | { readonly kind: 'open' | 'close' | 'or' | 'not'; readonly at: number; readonly to: number }
  | { readonly kind: 'operator'; readonly name: Operator; readonly at: number; readonly to: number }
  | { readonly kind: 'word'; readonly text: string; readonly at: number; readonly to: number }
  | { readonly kind: 'phrase'; readonly text: string; readonly closed: boolean; readonly at: number; readonly to: number };

const QUOTES: ReadonlyMap<string, string> = new Map([['"', '"'], ['＂', '＂'], ['“', '”'], ['„', '“'], ['”', '”'], ['«', '»'], ['「', '」'], ['『', '』'], ['《', '》']]);
const SPACE = /\s/u;
const OPEN = /[(（]/;
const CLOSE = /[)）]/;
const MINUS = /[-−－]/;
const OPERATOR = /^([\p{L}]+)[:：]/u;

/** The parts of a query, read once from its beginning. Any text has some; what they mean together is parse-query's. */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let at = 0;
  while (at < query.length) {
    const char = query.charAt(at);
    const before = parts.at(-1);
    const begins = at === 0 || SPACE.test(query.charAt(at - 1)) || OPEN.test(query.charAt(at - 1));
    const end = QUOTES.get(char);
    if (SPACE.test(char)) {
      at++;
    } else if (OPEN.test(char) || CLOSE.test(char)) {
      parts.push({ kind: OPEN.test(char) ? 'open' : 'close', at, to: ++at });
    } else if (end !== undefined) {
      const close = closing(query, at + 1, end);
      let to = close === -1 ? query.length : close + 1;
      const text = query.slice(at + 1, close === -1 ? query.length : close);
      const marked = query.charAt(to) === '*';
      if (marked) to++;
      parts.push({ kind: 'phrase', text: marked ? `${text}*` : text, closed: close !== -1, at, to });
      at = to;
    } else if (MINUS.test(char) && begins && at + 1 < query.length && !SPACE.test(query.charAt(at + 1))) {
      parts.push({ kind: 'not', at, to: ++at });
    } else {
      const named = OPERATOR.exec(query.slice(at, at + 20));
      const operator = OPERATOR_NAMES.get(named?.[1]?.toLowerCase() ?? '');
      if (named && operator && !(before?.kind === 'operator' && before.to === at)) {
        parts.push({ kind: 'operator', name: operator, at, to: at + named[0].length });
        at += named[0].length;
      } else {
        const to = wordEnd(query, at);
        const text = query.slice(at, to);
        if (text === 'OR' || text === '|' || text === '||') parts.push({ kind: 'or', at, to });
        else if (text === 'NOT') parts.push({ kind: 'not', at, to });
        else if (text !== 'AND' && text !== '&&') parts.push({ kind: 'word', text, at, to });
        at = to;
      }
    }
  }
  return parts;
}

/** A quotation mark that was opened in one style may be closed in another. */
function closing(query: string, from: number, end: string): number {
  const own = query.indexOf(end, from);
  return own === -1 && end === '”' ? query.indexOf('"', from) : own;
}

function wordEnd(query: string, from: number): number {
  let to = from;
  while (to < query.length && !SPACE.test(query.charAt(to)) && !OPEN.test(query.charAt(to)) && !CLOSE.test(query.charAt(to)) && !QUOTES.has(query.charAt(to))) to++;
  // A quotation mark within a word (5", d”) closes nothing.
  return Math.max(to, from + 1);
}
