import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { SearchPage } from '../../../electron/contract/search.ts';
import { createSearchThread } from '../../../electron/core/search/search-thread.ts';
import type { Searcher, SearchQuestion } from '../../../electron/core/search/searcher.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { NOON } from '../store/library.ts';
import { libraryOf } from './library.ts';

const workerPath = join(import.meta.dirname, '../../../electron/search.ts');
const searchers: Searcher[] = [];

afterEach(async () => {
  for (const searcher of searchers.splice(0)) await searcher.close();
});

function room(): { searcher: Searcher; store: ReturnType<typeof libraryOf>['store']; ids: number[]; ask: (query: string, limit?: number) => Promise<SearchPage> } {
  const { store, ids } = libraryOf([{ title: 'One', text: 'gallium' }, { title: 'Two', text: 'germanium' }]);
  const searcher = createSearchThread({ workerPath, profile: store.profile });
  searchers.push(searcher);
  const question = (query: string, limit: number): SearchQuestion => ({ method: 'search', args: { query, limit }, moment: { asOf: store.stamp(), now: NOON } });
  return { searcher, store, ids, ask: async (query, limit = 50) => (await searcher.ask(question(query, limit))) as SearchPage };
}

const titles = ({ articles }: SearchPage): string[] => articles.map(({ title }) => title);

test('a thread of its own finds what the engine has written, at once', async () => {
  const { store, ids, ask } = room();
  expect(titles(await ask('gallium'))).toEqual(['One']);
  setNote(store, ids[1] ?? 0, 'compare with gallium');
  expect(titles(await ask('gallium'))).toEqual(['One', 'Two']);
});

test('a search waits for no writer, and sees what is committed', async () => {
  const { store, ids, ask } = room();
  store.db.exec('BEGIN IMMEDIATE');
  store.run('UPDATE statuses SET read = 1 WHERE article_id = ?', ids[0] ?? 0);
  expect(titles(await ask('is:unread'))).toEqual(['One', 'Two']);
  store.db.exec('COMMIT');
  expect(titles(await ask('is:unread'))).toEqual(['Two']);
});

test('of searches that wait, the newest of a kind takes the place of the older', async () => {
  const { ask } = room();
  const typed = ['g', 'ga', 'gal', 'gallium'].map((query) => ask(query));
  const beside = ask('germanium', 2);
  const outcomes = await Promise.allSettled(typed);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { code: 'search-superseded' } });
  expect(titles(await beside)).toEqual(['Two']);
});

test('a failed question is answered with its code, and the next one is answered', async () => {
  const { searcher, store, ask } = room();
  await expect(searcher.ask({ method: 'search', args: { query: 'gallium', limit: 5, scope: { kind: 'feed', id: 999 } }, moment: { asOf: store.stamp(), now: NOON } })).rejects.toMatchObject({ code: 'feed-missing' });
  expect(titles(await ask('gallium'))).toEqual(['One']);
});

test('closing ends what is asked, and nothing is asked afterwards', async () => {
  const { searcher, ask } = room();
  const under = Promise.allSettled([ask('gallium'), ask('germanium')]);
  await searcher.close();
  expect((await under).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
  await expect(ask('gallium')).rejects.toMatchObject({ code: 'engine-stopped' });
});
