import { ReaderError } from '../../../electron/contract/errors.ts';
import type { ArticleId } from '../../../electron/contract/model.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import type { Finder, FinderQuery } from '../../../electron/core/watch/finder.ts';

const ELEMENTS: Readonly<Record<string, string>> = { 'element:Dy': 'dysprosium', 'element:Tb': 'terbium', 'element:Nd': 'neodymium' };

const words = (query: string): string[] => query.split(' ').filter((word) => !/^(is|tag):/.test(word));

function check({ query }: FinderQuery): void {
  if (query.includes('(')) throw new ReaderError('invalid-argument', 'not a query', { query });
}

/** Words that must all stand in title or summary; `is:unread` and `tag:x` ask for what a person did. Over the real tables, slow and plain. */
export function likeFinder(store: Store, stories: ReadonlyMap<string, number> = new Map()): Finder {
  const titleOf = (id: ArticleId): string => {
    const row = store.get<{ text: string }>("SELECT lower(title || ' ' || summary) AS text FROM articles WHERE id = ?", id);
    return row?.text ?? '';
  };
  return {
    // Its words are read where they are stored.
    ready: () => undefined,
    place: () => undefined,
    check,
    isOfMuted: ({ query }) => query.includes('is:muted'),
    isLive: ({ query }) => /\b(is|tag):/.test(query),
    matching(asked, articleIds) {
      check(asked);
      const { query } = asked;
      const tag = /\btag:(\S+)/.exec(query)?.[1];
      return articleIds.filter((id) => {
        const status = store.get<{ read: number; presence: number }>('SELECT read, presence FROM statuses WHERE article_id = ?', id);
        if (!status || status.presence !== 1 || !words(query).every((word) => titleOf(id).includes(word.toLowerCase()))) return false;
        if (tag !== undefined && !store.get('SELECT 1 FROM article_tags at JOIN tags t ON t.id = at.tag_id WHERE at.article_id = ? AND t.title = ?', id, tag)) return false;
        return !query.includes('is:unread') || status.read === 0;
      });
    },
    wordsIn: ({ query }, id) => words(query).filter((word) => titleOf(id).includes(word.toLowerCase())),
    hasEntity: (id) => id in ELEMENTS,
    entitiesOf: (ids) => new Map(ids.map((id) => [id, Object.keys(ELEMENTS).filter((name) => titleOf(id).includes(ELEMENTS[name] ?? '')) ])),
    storyOf(id) {
      const title = titleOf(id);
      const [word, story] = [...stories].find(([one]) => title.includes(one)) ?? [];
      if (word === undefined || story === undefined) return null;
      // What is found to be of one story is so for all of its reports.
      store.run("UPDATE statuses SET story_id = ? WHERE article_id IN (SELECT id FROM articles WHERE instr(lower(title || ' ' || summary), ?) > 0)", story, word);
      return story;
    },
  };
}
