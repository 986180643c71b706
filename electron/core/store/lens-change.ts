import type { FigureSource } from '../../contract/figures.ts';
import type { ChangedFigures, LensChange } from '../../contract/lens-api.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { StoredFigure, StoredFigures } from '../figures/stored-figure.ts';
import type { Store, StoreReads } from './store.ts';

/** What reading an article by other rules changed. */
export type FigureChange = Pick<ChangedFigures, 'added' | 'removed' | 'altered'>;

/** So many of each are told of one article. */
const MOST_TOLD = 50;

function said({ low, high, unit, kind, subject }: StoredFigure): string {
  return [low === high ? low : `${low}-${high}`, unit?.normal ?? '', kind, subject.words].filter((part) => part !== '').join(' ');
}

/** What of an article's figures other rules changed; null where nothing. A figure is the same by its id. */
export function changeOf(before: StoredFigures, after: StoredFigures): FigureChange | null {
  const was = new Map(before.figures.map((figure) => [figure.id, figure]));
  const is = new Map(after.figures.map((figure) => [figure.id, figure]));
  const added = after.figures.filter(({ id }) => !was.has(id)).map(({ printed }) => printed);
  const removed = before.figures.filter(({ id }) => !is.has(id)).map(({ printed }) => printed);
  const altered = after.figures.flatMap((figure) => {
    const earlier = was.get(figure.id);
    return earlier && said(earlier) !== said(figure) ? [{ printed: figure.printed, was: said(earlier), is: said(figure) }] : [];
  });
  return added.length + removed.length + altered.length === 0 ? null : { added, removed, altered };
}

/**
 * From now on articles are read by this version of the lens and of the gazetteer, those that are stored as well. A change of the
 * lens's rules is told of; the first reading is none, nor are names.
 */
export function useLensVersion(store: Store, { version, names, now }: { readonly version: number; readonly names: string; readonly now: number }): void {
  const reading = store.get<{ version: number; names: string; below: number }>('SELECT version, names, below FROM figures_reading');
  if (!reading || (reading.version === version && reading.names === names)) return;
  store.transaction(() => {
    // All are read anew, so that none waits by itself; what was cut out of a text by places in another is no figure until then.
    store.run('DELETE FROM article_figures WHERE article_id IN (SELECT article_id FROM figures_due)');
    store.run('DELETE FROM figures_due');
    store.run('UPDATE figures_reading SET version = ?, names = ?, below = ifnull((SELECT max(id) FROM articles), 0) + 1', version, names);
    if (reading.version === version || reading.version === 0) return;
    store.run('DELETE FROM lens_change');
    store.run('DELETE FROM lens_changed');
    store.run('INSERT INTO lens_change (id, from_version, version, started_at) VALUES (1, ?, ?, ?)', reading.version, version, now);
  });
}

/** Counts what an article came to by the new rules. */
export function noteChange(store: Store, id: ArticleId, change: FigureChange | null): void {
  if (store.run('UPDATE lens_change SET articles = articles + 1, added = added + ?, removed = removed + ?, altered = altered + ? WHERE ended_at IS NULL', change?.added.length ?? 0, change?.removed.length ?? 0, change?.altered.length ?? 0) === 0) return;
  if (change === null) return;
  const told: FigureChange = { added: change.added.slice(0, MOST_TOLD), removed: change.removed.slice(0, MOST_TOLD), altered: change.altered.slice(0, MOST_TOLD) };
  store.run('INSERT INTO lens_changed (article_id, change) VALUES (?1, ?2) ON CONFLICT (article_id) DO UPDATE SET change = ?2', id, JSON.stringify(told));
}

/** Whether the present reading follows a change of rules, so that what it changes is told. */
export function isChangeRunning(store: StoreReads): boolean {
  return store.get('SELECT 1 FROM lens_change WHERE ended_at IS NULL') !== undefined;
}

/** Nothing is left of an older version. */
export function endChange(store: Store, now: number): void {
  // A write, even of nothing, wakes the thread that moves the log.
  if (!store.get('SELECT 1 FROM figures_reading WHERE below > 0') && !isChangeRunning(store)) return;
  store.run('UPDATE figures_reading SET below = 0 WHERE below > 0');
  store.run('UPDATE lens_change SET ended_at = ? WHERE ended_at IS NULL', now);
}

/** The last change of rules; null where there was none. */
export function lensChange(store: StoreReads): LensChange | null {
  const row = store.get<LensChange>(
    `SELECT from_version AS fromVersion, version, started_at AS startedAt, ended_at AS endedAt, articles, (SELECT count(*) FROM lens_changed) AS changedArticles, added, removed, altered FROM lens_change`,
  );
  return row ? { ...row } : null;
}

/** What the last change of rules did, newest article first, below an id. */
export function lensChangesBelow(store: StoreReads, below: ArticleId, { limit, sources }: { readonly limit: number; readonly sources: (ids: readonly ArticleId[]) => ReadonlyMap<ArticleId, FigureSource> }): ChangedFigures[] {
  const rows = store.all<{ id: ArticleId; change: string }>('SELECT article_id AS id, change FROM lens_changed WHERE article_id < ? ORDER BY article_id DESC LIMIT ?', below, limit);
  const of = sources(rows.map(({ id }) => id));
  return rows.flatMap(({ id, change }) => {
    const source = of.get(id);
    return source ? [{ source, ...(JSON.parse(change) as FigureChange) }] : [];
  });
}
