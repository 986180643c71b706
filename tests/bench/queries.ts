/** Times the questions that a window asks most, on a seeded profile: `node queries.ts <profile>`; prints JSON of milliseconds. */
import { counts } from '../../electron/core/query/counts.ts';
import { listArticles } from '../../electron/core/query/list-articles.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { Scope } from '../../electron/contract/model.ts';
import { quantile } from './stats.ts';

const now = Date.now();
const store = openStore({ profile: process.argv[2]!, now: () => now });

function time(ask: () => unknown, rounds = 300): { p50: number; p99: number } {
  const samples: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const started = performance.now();
    ask();
    samples.push(performance.now() - started);
  }
  return { p50: quantile(samples, 0.5), p99: quantile(samples, 0.99) };
}

const scopes: Scope[] = [{ kind: 'all' }, { kind: 'unread' }, { kind: 'today' }, { kind: 'bookmarks' }, { kind: 'offline' }, { kind: 'feed', id: 7 }];
const lists = Object.fromEntries(scopes.map((scope) => [scope.kind, time(() => listArticles(store, { scope, limit: 50 }, now))]));
// What a list costs that sorts by date instead of walking an index: the thing that ids made from dates avoid.
const sorted = time(() =>
  store.db.prepare('SELECT id, title, summary FROM articles ORDER BY coalesce(published_at, 0) DESC, title LIMIT 50').all(),
  20,
);
const naiveCount = time(() => store.db.prepare('SELECT feed_id, sum(read = 0) FROM statuses WHERE presence = 1 GROUP BY feed_id').all(), 20);
console.log(JSON.stringify({ lists, counts: time(() => counts(store, now)), sorted, naiveCount }));
store.close();
