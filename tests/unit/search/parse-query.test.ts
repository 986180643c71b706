import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../electron/contract/search/parse-query.ts';
import type { QueryNode } from '../../../electron/contract/search/query-node.ts';
import { Random } from '../../fuzz/random.ts';
import { NOON } from '../store/library.ts';

function written(node: QueryNode | null): string {
  if (node === null) return '';
  switch (node.kind) {
    case 'all':
      return `(${node.of.map(written).join(' ')})`;
    case 'any':
      return `(${node.of.map(written).join(' | ')})`;
    case 'not':
      return `-${written(node.of)}`;
    case 'text':
      return `${node.field === 'any' ? '' : `${node.field}:`}${node.quoted ? `"${node.text}"` : node.text}${node.prefix === 'no' ? '' : node.prefix === 'marked' ? '*' : '…'}`;
    case 'entity':
      return `${node.entity}=${node.value}`;
    default:
      return `${node.kind}=${node.value}`;
  }
}

const read = (query: string): { node: string; notes: string[] } => {
  const { node, notes } = parseQuery(query, NOON);
  return { node: written(node), notes: notes.map(({ what, text }) => `${what} ${text}`) };
};

describe('what is right', () => {
  test.each([
    ['rare earth ', '(rare earth)'],
    ['rare earth', '(rare earth…)'],
    ['a b OR c d ', '((a b) | (c d))'],
    ['a (b OR c) ', '(a (b | c))'],
    ['-a -"b c" ', '(-a -"b c")'],
    ['a NOT b ', '(a -b)'],
    // What is left out does not go on behind its last letter.
    ['a -mine', '(a -mine)'],
    ['a -(b OR mine)', '(a -(b | mine))'],
    ['a -min*', '(a -min*)'],
    ['rare-earth ', 'rare-earth'],
    ['title:"rare earth" x ', '(title:"rare earth" x)'],
    ['magnet* ', 'magnet*'],
    // An operator before a bracket is that of all that stands in it.
    ['title:(a OR "b c") d ', '((title:a | title:"b c") d)'],
    ['feed:(磁材网 OR "Metals Daily") ', '(feed=磁材网 | feed=Metals Daily)'],
    ['-is:(read OR bookmarked) ', '-(is=read | is=bookmarked)'],
    ['element:(Dy -Tb) x ', '(element=Dy -element=Tb x)'],
    ['title:(a note:b) c ', '(title:a note:b c)'],
    ['标题：稀土 来源:磁材网 ', '(title:稀土 feed=磁材网)'],
    ['is:unread is:未读 ', '(is=unread is=unread)'],
    ['NYSE:MP ', 'NYSE:MP'],
    ['http://a.example/b ', 'http://a.example/b'],
    ['“rare earth” 「稀土」 ', '("rare earth" "稀土")'],
    ['after:2026-11-18 before:2026年12月 ', '(after=2026-11-18 before=2026年12月)'],
    ['element:Dy company:"MP Materials" ', '(element=Dy company=MP Materials)'],
    ['(稀土) ', '稀土'],
    // What folds to letters is a word, whatever it is itself.
    ['㍿ ', '㍿'],
  ])('%s', (query, node) => {
    expect(read(query)).toEqual({ node, notes: [] });
  });
});

describe('what is wrong is noted, and the rest asked for', () => {
  test.each([
    ['a "b c', '(a "b c"…)', ['quote-unclosed "']],
    ['(a b ', '(a b)', ['bracket-unclosed (']],
    ['a) b ', '(a b)', ['bracket-unopened )']],
    ['OR a ', 'a', ['operator-alone OR']],
    ['a OR ', 'a', ['operator-alone OR']],
    ['a NOT ', 'a', ['operator-alone NOT']],
    ['feed: a ', 'a', ['value-missing feed:']],
    ['is:odd a ', 'a', ['is-unknown is:odd']],
    ['before:soon a ', 'a', ['date-unknown before:soon']],
    ['before:2026-02-31 a ', 'a', ['date-unknown before:2026-02-31']],
    ['a %% ', 'a', ['nothing-in-it %%']],
    ['"" ', '', ['nothing-in-it ""']],
    // A letter that folds to nothing: with OR it would find everything.
    ['ͺ OR a ', 'a', ['nothing-in-it ͺ', 'operator-alone OR']],
    ['feed:"" a ', 'a', ['value-missing feed:""']],
    ['folder:"…" a ', 'a', ['value-missing folder:"…"']],
    ['title:(a b', '(title:a title:b…)', ['bracket-unclosed (']],
    ['title:() a ', 'a', ['value-missing title:']],
    ['is:(odd OR read) a ', '(is=read a)', ['is-unknown odd', 'operator-alone OR']],
    ['title: feed:b ', 'feed=b', ['value-missing title:']],
  ])('%s', (query, node, notes) => {
    expect(read(query)).toEqual({ node, notes });
  });
});

test('no text is too odd to be read, and every note says where', () => {
  const random = new Random(5);
  const pieces = ['(', ')', '"', '“', '”', '-', ' ', ' ', 'OR', 'NOT', 'feed:', 'is:', 'before:', 'x', '稀土', '*', '：', '（', ':', '|', '\u{20000}', '2026'];
  for (let n = 0; n < 3000; n++) {
    const query = Array.from({ length: random.int(30) }, () => random.pick(pieces)).join('');
    for (const { at, to } of parseQuery(query, NOON).notes) expect(at >= 0 && to <= query.length && at <= to).toBe(true);
  }
  expect(parseQuery('(('.repeat(500), NOON).notes.length).toBeGreaterThan(0);
});
