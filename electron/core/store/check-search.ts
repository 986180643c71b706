import { GAP } from '../../contract/search/tokens.ts';
import { searchTokens } from '../normalize/search-tokens.ts';
import type { StoreReads } from './store.ts';

/** At either end of the library and spread over its time: what loses a part of the index loses that of a time. */
const AT_ENDS = 4;
const BETWEEN = 8;

interface Asked {
  readonly doc: number;
  readonly title: string;
}

/**
 * Whether an index that is filled still finds what it must: some articles, 16 at most, each by the first word of its title.
 * SQLite's own check cannot tell: the index holds no texts, so that one whose record of its own structure is blank looks like one
 * of nothing, finds nothing and is sound. Throws `search-damaged`, upon which the index is made anew already.
 */
export function doesSearchFind(store: StoreReads): boolean {
  return asked(store).every(({ doc, title }) => {
    const word = searchTokens({ title, texts: [], tags: [] }).title.split(' ').find((token) => token !== '' && token !== GAP);
    return word === undefined || store.get('SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?', `{title} : "${word}"`, doc) !== undefined;
  });
}

function asked(store: StoreReads): Asked[] {
  const row = 'SELECT d.doc, a.title FROM search_docs d CROSS JOIN articles a ON a.id = d.article WHERE a.id NOT IN (SELECT article_id FROM search_due)';
  const [first, last] = ['', ' DESC'].map((way) => store.all<Asked>(`${row} ORDER BY d.doc${way} LIMIT ${AT_ENDS}`));
  const from = first?.[0]?.doc ?? 0;
  const step = ((last?.[0]?.doc ?? 0) - from) / (BETWEEN + 1);
  const between = Array.from({ length: BETWEEN }, (_, at) => store.get<Asked>(`${row} AND d.doc >= ? ORDER BY d.doc LIMIT 1`, Math.floor(from + step * (at + 1))));
  return [...(first ?? []), ...between.filter((one) => one !== undefined), ...(last ?? [])];
}
