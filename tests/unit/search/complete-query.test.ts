import { describe, expect, test } from 'vitest';
import { completeQuery } from '../../../electron/core/search/complete-query.ts';
import { createFolder } from '../../../electron/core/store/folders.ts';
import { tagArticles } from '../../../electron/core/store/tags.ts';
import { testStore } from '../store/library.ts';
import { find, libraryOf } from './library.ts';
import { SMALL_NAMES } from './small-names.ts';

describe('an operator goes on', () => {
  test.each([
    ['fe', ['feed:']],
    ['oxide be', ['oxide before:']],
    ['is:', ['is:unread', 'is:read', 'is:bookmarked', 'is:offline', 'is:muted']],
    ['is:un', ['is:unread']],
    ['标', ['标题:', '标签:']],
    ['来源', ['来源:']],
    ['so', ['source:']],
    ['状态:未', ['状态:未读']],
    ['is:st', ['is:starred']],
    ['before:昨', ['before:昨天']],
    ['lang:中', ['lang:中文']],
    ['tag:sup', ['tag:"Supply chain"']],
    ['feed:', ['feed:"Metals Daily"', 'feed:磁材网']],
    ['feed:dai', ['feed:"Metals Daily"']],
    ['feed:"met', ['feed:"Metals Daily"']],
    ['oxide feed:磁', ['oxide feed:磁材网']],
    ['folder:', ['folder:"Trade press"']],
    ['lang:', ['lang:en', 'lang:zh']],
    ['before:3', ['before:30d']],
    ['before:2026-1', ['before:2026-10', 'before:2026-11', 'before:2026-12']],
    ['after:2026-11', ['after:2026-11-01', 'after:2026-11-08', 'after:2026-11-15', 'after:2026-11-22']],
    ['after:2026-11-1', ['after:2026-11-15']],
    ['after:2026-13', []],
    ['element:dy', ['element:Dy']],
    ['place:bao', ['place:baotou']],
    ['oxide', []],
    ['', []],
  ])('%s', (query, expected) => {
    const store = testStore();
    createFolder(store, { title: 'Trade press' });
    const { ids } = libraryOf([{ title: 'One' }], { store, title: 'Metals Daily' });
    libraryOf([{ title: 'Two' }], { store, url: 'https://b.example/feed', title: '磁材网' });
    tagArticles(store, { articleIds: ids, add: ['Supply chain'], remove: [] });
    const completions = completeQuery(store, { aliases: SMALL_NAMES, articlesOf: null }, { query, at: query.length });
    expect(completions.map(({ insert, from, to }) => query.slice(0, from) + insert + query.slice(to))).toEqual(expected);
    // What is offered means something.
    const meant = completions.filter(({ isOperator }) => !isOperator).map(({ insert, from, to }) => find(store, query.slice(0, from) + insert + query.slice(to), { aliases: SMALL_NAMES }).notes);
    expect(meant.flat()).toEqual([]);
  });
});

test('names that hold quotation marks are found as they are offered', () => {
  const store = testStore();
  const titles = ['The "Dy" Letter (EU)', '磁材“周刊” "2"', '『甲』「乙」“丙” "丁" «戊»'];
  for (const [at, title] of titles.entries()) {
    const { ids } = libraryOf([{ title: `Of ${at}` }], { store, url: `https://${at}.example/feed`, title });
    tagArticles(store, { articleIds: ids, add: [title], remove: [] });
  }
  for (const operator of ['feed:', 'tag:']) {
    const offered = completeQuery(store, { aliases: SMALL_NAMES, articlesOf: null }, { query: operator, at: operator.length });
    expect(offered).toHaveLength(titles.length);
    for (const { insert, title } of offered) {
      const page = find(store, `${operator}${insert}`);
      expect({ title, notes: page.notes, found: page.articles.map((article) => article.title) }).toEqual({ title, notes: [], found: [`Of ${titles.indexOf(title ?? '')}`] });
    }
  }
});
