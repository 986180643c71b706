import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../electron/contract/page-facts.ts';
import type { ArticleNames, FoundEntity } from '../../../electron/core/normalize/incoming-article.ts';
import { articleSummaries } from '../../../electron/core/query/article-summaries.ts';
import { countUnnamed, nextUnnamed, useNamingVersion, writeNames } from '../../../electron/core/store/article-names.ts';
import { evictArticles } from '../../../electron/core/store/evict.ts';
import { unsubscribe } from '../../../electron/core/store/feeds.ts';
import { keepPageText } from '../../../electron/core/store/page-texts.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, incoming, NOON, testStore } from './library.ts';

const found = (id: string, patch: Partial<FoundEntity> = {}): FoundEntity => ({ id, inTitle: false, count: 1, firstAt: 0, ...patch });
const names = (version: string, ...of: FoundEntity[]): ArticleNames => ({ version, found: of });
const NO_FACTS = { lang: null } as PageFacts;

function stored(store: Store, article: Parameters<typeof incoming>[0] & { names?: ArticleNames }): { feedId: number; id: number } {
  const feed = follow(store);
  const { names: own, ...draft } = article;
  const { added } = storeDocument(store, feed.id, documentOf([{ ...incoming(draft), ...(own && { names: own }) }]), NOON);
  return { feedId: feed.id, id: added[0] ?? 0 };
}

const entitiesOf = (store: Store, id: number): string[] =>
  store.all<{ id: string }>('SELECT e.id FROM article_entities ae JOIN entities e ON e.key = ae.entity_key WHERE ae.article_id = ? ORDER BY e.id', id).map((row) => row.id);

describe('what articles name', () => {
  it('is stored with the article that it came with', () => {
    const store = testStore();
    useNamingVersion(store, 'v1');
    const { id } = stored(store, { title: 'Dysprosium', names: names('v1', found('element:Dy', { inTitle: true }), found('company:lynas')) });
    expect(entitiesOf(store, id)).toEqual(['company:lynas', 'element:Dy']);
    expect(countUnnamed(store)).toBe(0);
  });

  it('waits where it was found with another version of the gazetteer', () => {
    const store = testStore();
    useNamingVersion(store, 'v2');
    const { id } = stored(store, { title: 'Dysprosium', names: names('v1', found('element:Dy')) });
    expect(entitiesOf(store, id)).toEqual([]);
    expect(nextUnnamed(store, 5).articles.map((article) => article.id)).toEqual([id]);
  });

  it('shows at most four elements, those of the title and the most frequent first', () => {
    const store = testStore();
    useNamingVersion(store, 'v1');
    const { id } = stored(store, {
      title: 'x', names: names('v1', found('element:La', { firstAt: 1 }), found('element:Ce', { firstAt: 9 }), found('metal:Ga', { count: 3 }), found('element:Dy', { inTitle: true }), found('element:Nd', { count: 2 }), found('place:baotou', { count: 9 })),
    });
    expect(articleSummaries(store, [id])[0]?.elements).toEqual(['Dy', 'Ga', 'Nd', 'La']);
  });

  it('is looked for anew when a page brings its text, and when that text goes', () => {
    const store = testStore();
    useNamingVersion(store, 'v1');
    const { id } = stored(store, { title: 'x', text: 'short', names: names('v1', found('element:Dy')) });
    keepPageText(store, id, { html: '<p>Terbium</p>', text: 'Terbium', images: [], facts: NO_FACTS, handedIn: false, url: 'https://metals.example/x', version: 1 }, NOON);
    expect(nextUnnamed(store, 5).articles.map((article) => article.id)).toEqual([id]);
    writeNames(store, id, names('v1', found('element:Tb')));
    expect(countUnnamed(store)).toBe(0);
    evictArticles(store, [id], new Set([id]));
    expect(nextUnnamed(store, 5).articles.map((article) => article.id)).toEqual([id]);
  });

  it('goes with its article', () => {
    const store = testStore();
    useNamingVersion(store, 'v1');
    const { feedId, id } = stored(store, { title: 'x', names: names('v1', found('element:Dy')) });
    unsubscribe(store, feedId);
    expect(entitiesOf(store, id)).toEqual([]);
    expect(store.get('SELECT 1 FROM unnamed')).toBeUndefined();
  });

  it('finds the articles of an entity, newest first, by an index', () => {
    const store = testStore();
    const plan = store.all<{ detail: string }>('EXPLAIN QUERY PLAN SELECT article_id FROM article_entities WHERE entity_key = 1 ORDER BY article_id DESC LIMIT 50');
    expect(plan.map(({ detail }) => detail).join(' ')).toMatch(/COVERING INDEX article_entities_by_entity/u);
    expect(plan.map(({ detail }) => detail).join(' ')).not.toMatch(/TEMP B-TREE/u);
  });
});
