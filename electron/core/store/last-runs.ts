import type { LastEviction, PrepareReport } from '../../contract/offline.ts';
import type { Store } from './store.ts';

interface Answers {
  readonly prepare: PrepareReport;
  readonly evict: LastEviction;
}

/** What the last run of a kind came to; null where there was none. */
export function lastRun<Kind extends keyof Answers>(store: Store, kind: Kind): Answers[Kind] | null {
  const row = store.get<{ answer: string }>('SELECT answer FROM last_runs WHERE kind = ?', kind);
  return row ? (JSON.parse(row.answer) as Answers[Kind]) : null;
}

export function recordRun<Kind extends keyof Answers>(store: Store, kind: Kind, answer: Answers[Kind]): void {
  store.run('INSERT INTO last_runs (kind, answer) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET answer = excluded.answer', kind, JSON.stringify(answer));
}
