import type { CatalogueTry } from '../../contract/catalogue.ts';
import type { Store } from './store.ts';

/** What came of asking each source of the catalogue last, by its id. */
export function catalogueTries(store: Store): ReadonlyMap<string, CatalogueTry> {
  return new Map(store.all<{ id: string; answer: string }>('SELECT source_id AS id, answer FROM catalogue_tries').map(({ id, answer }) => [id, JSON.parse(answer) as CatalogueTry]));
}

export function recordCatalogueTry(store: Store, id: string, tried: CatalogueTry): void {
  store.run('INSERT INTO catalogue_tries (source_id, answer) VALUES (?, ?) ON CONFLICT (source_id) DO UPDATE SET answer = excluded.answer', id, JSON.stringify(tried));
}
