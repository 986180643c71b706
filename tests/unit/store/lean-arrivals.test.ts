import { expect, test } from 'vitest';
import { writeNames } from '../../../electron/core/store/article-names.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { documentOf, follow, HOUR, incoming, NOON, testStore } from './library.ts';

const noted = (store: Store): unknown => ({
  unnamed: store.all('SELECT article_id FROM unnamed ORDER BY 1'),
  due: store.all('SELECT article_id FROM search_due ORDER BY 1'),
  arrivals: store.all('SELECT * FROM pending_arrivals ORDER BY 1'),
  unread: store.all('SELECT article_id FROM figures_due ORDER BY 1'),
});

const naming = (text: string, ...ids: string[]) => ({
  ...incoming({ guid: text, title: text, text }),
  names: { version: '', found: ids.map((id) => ({ id, inTitle: false, count: 1, firstAt: 0 })) },
});

test('what a document brings and changes waits for who looks at it, and nothing waits that came along', () => {
  const store = testStore();
  const { id } = follow(store);
  const { added: [named = 0, unnamed = 0, late = 0] } = storeDocument(store, id, documentOf([naming('terbium', 'element:Tb', 'product:x'), incoming({ guid: 'none', title: 'No names', text: 'nothing' }), incoming({ guid: 'late', title: 'Late', text: '' })]), NOON);
  const all = [late, unnamed, named].map((article_id) => ({ article_id, names_only: 0 }));
  // The index was made as the transaction ended.
  expect(noted(store)).toEqual({ unnamed: [{ article_id: late }, { article_id: unnamed }], due: [], arrivals: all, unread: all.map(({ article_id }) => ({ article_id })) });
  store.run('DELETE FROM unnamed');
  store.run('DELETE FROM figures_due');
  store.run('DELETE FROM pending_arrivals');
  storeDocument(store, id, documentOf([{ ...naming('terbium', 'element:Dy'), revision: 'other', title: 'Dysprosium' }, incoming({ guid: 'late', title: 'Late', text: 'its text came' })]), NOON + HOUR);
  expect(noted(store)).toEqual({ unnamed: [{ article_id: late }], due: [], arrivals: all.filter(({ article_id: one }) => one !== unnamed), unread: [{ article_id: late }, { article_id: named }] });
  expect(store.all('SELECT article_id, e.id FROM article_entities JOIN entities e ON e.key = entity_key')).toEqual([{ article_id: named, id: 'element:Dy' }]);
  expect(store.all("SELECT article FROM search_docs JOIN search ON search.rowid = doc WHERE search MATCH 'its' ORDER BY 1")).toEqual([{ article: late }]);
});

test('names alone that are found otherwise are noted as such', () => {
  const store = testStore();
  const { id } = follow(store);
  const { added: [one = 0] } = storeDocument(store, id, documentOf([naming('terbium', 'element:Tb')]), NOON);
  store.run('DELETE FROM pending_arrivals');
  store.run('DELETE FROM figures_due');
  writeNames(store, one, { version: '', found: [{ id: 'element:Dy', inTitle: true, count: 2, firstAt: 3 }] });
  expect(noted(store)).toEqual({ unnamed: [], due: [], arrivals: [{ article_id: one, names_only: 1 }], unread: [] });
});

test('a number that was given to a name in what was taken back is not used again', () => {
  const store = testStore();
  const { id } = follow(store);
  expect(() => store.transaction(() => {
    storeDocument(store, id, documentOf([naming('terbium', 'element:Tb')]), NOON);
    throw new Error('taken back');
  })).toThrow('taken back');
  storeDocument(store, id, documentOf([naming('dysprosium', 'element:Dy')]), NOON);
  storeDocument(store, id, documentOf([naming('both', 'element:Tb', 'element:Dy')]), NOON + HOUR);
  expect(store.all('SELECT a.title, e.id FROM article_entities JOIN entities e ON e.key = entity_key JOIN articles a ON a.id = article_id ORDER BY 1, 2')).toEqual([
    { title: 'both', id: 'element:Dy' }, { title: 'both', id: 'element:Tb' }, { title: 'dysprosium', id: 'element:Dy' },
  ]);
});
