import type { ArticleId } from '../../contract/model.ts';
import type { FigureIndexRow, FiguresJob, FiguresResult, StoredFigure, StoredFigures } from '../figures/stored-figure.ts';
import { FIGURE_KINDS } from '../../contract/lens.ts';
import { figureText } from '../figures/figure-text.ts';
import { type FigureTexts, unpackFigures, unpackIssuers, unpackRanks } from '../figures/pack-figures.ts';
import { inflateBody } from '../normalize/body.ts';
import { correctionsOf } from './figure-corrections.ts';
import type { Store, StoreReads } from './store.ts';

/** Above what any article has: `place` falls in reading order from here. */
const FIRST_PLACE = 9999;

/** The rank of a figure in its article, from 0, of its place. */
export function rankOf(place: number): number {
  return FIRST_PLACE - place;
}

/** An article that is to be read, and by what it is told whether it changed while it was. */
export interface DueFigures {
  readonly job: FiguresJob;
  readonly state: string;
}

interface DueRow extends Omit<FiguresJob, 'body' | 'corrections'> {
  readonly page: Uint8Array | null;
  readonly body: Uint8Array | null;
  readonly state: string;
}

const STATE = "a.revision || ' ' || a.title || ' ' || ifnull(a.published_at, '') || ' ' || ifnull((SELECT fetched_at || ' ' || length(html) FROM page_texts p WHERE p.article_id = a.id), '') || ' ' || ifnull((SELECT max(id) || ' ' || count(*) FROM figure_corrections c WHERE c.article_id = a.id), '')";
const COLUMNS = `a.id, a.title, a.published_at AS publishedAt, a.summary, ${STATE} AS state,
  (SELECT html FROM page_texts p WHERE p.article_id = a.id) AS page, (SELECT html FROM bodies b WHERE b.article_id = a.id) AS body`;

const NO_BODY = new Uint8Array(0);

function dueOf(store: Store, { page, body, state, ...row }: DueRow): DueFigures {
  const corrections = correctionsOf(store, row.id);
  return { job: { ...row, body: page && page.length > 0 ? page : (body ?? NO_BODY), corrections }, state };
}

/** The next articles to be read, the newest first: those whose text changed, then those that an older version read. */
export function nextDue(store: Store, limit: number): readonly DueFigures[] {
  const changed = store.all<DueRow>(`SELECT ${COLUMNS} FROM (SELECT article_id FROM figures_due ORDER BY article_id DESC LIMIT ?) AS due CROSS JOIN articles a ON a.id = due.article_id`, limit);
  const rows = changed.length > 0 ? changed : store.all<DueRow>(`SELECT ${COLUMNS} FROM articles a WHERE a.id < (SELECT below FROM figures_reading) ORDER BY a.id DESC LIMIT ?`, limit);
  return rows.map((row) => dueOf(store, row));
}

/** One article to be read now; undefined where it is gone. */
export function dueArticle(store: Store, id: ArticleId): DueFigures | undefined {
  const row = store.get<DueRow>(`SELECT ${COLUMNS} FROM articles a WHERE a.id = ?`, id);
  return row && dueOf(store, row);
}

/** Whether what is stored of an article is what its text says by the present rules. */
export function isRead(store: StoreReads, id: ArticleId): boolean {
  return store.get('SELECT 1 FROM figures_reading WHERE ?1 >= below AND NOT EXISTS (SELECT 1 FROM figures_due WHERE article_id = ?1)', id) !== undefined;
}

/** How many articles are still to be read. */
export function countDue(store: StoreReads): number {
  const row = store.get<{ count: number }>(
    'SELECT (SELECT count(*) FROM articles WHERE id < (SELECT below FROM figures_reading)) + (SELECT count(*) FROM figures_due WHERE article_id >= (SELECT below FROM figures_reading)) AS count',
  );
  return row?.count ?? 0;
}

/** Whether any article waits whose text changed. */
export function isAnyDue(store: StoreReads): boolean {
  return store.get('SELECT 1 FROM figures_due LIMIT 1') !== undefined;
}

interface PackedRow extends Pick<FigureTexts, 'title' | 'publishedAt'> {
  readonly id: ArticleId;
  readonly packed: Uint8Array;
  readonly summary: string;
  readonly page: Uint8Array | null;
  readonly body: Uint8Array | null;
}

const NOTHING: StoredFigures = { figures: [], prices: [], lost: [] };

function packedRows(store: StoreReads, ids: readonly ArticleId[]): PackedRow[] {
  return store.all<PackedRow>(
    `SELECT f.article_id AS id, f.packed, a.title, a.summary, a.published_at AS publishedAt,
       (SELECT html FROM page_texts p WHERE p.article_id = a.id) AS page, (SELECT html FROM bodies b WHERE b.article_id = a.id) AS body
     FROM json_each(?) AS wanted CROSS JOIN article_figures f ON f.article_id = wanted.value CROSS JOIN articles a ON a.id = f.article_id
     WHERE length(f.packed) > 0 AND NOT EXISTS (SELECT 1 FROM figures_due d WHERE d.article_id = f.article_id)`,
    JSON.stringify(ids),
  );
}

/** The figures of articles, as far as they are read: one whose text changed since has none until it is read anew, nor has one whose bytes are damaged. */
export function figuresOfArticles(store: StoreReads, ids: readonly ArticleId[]): Map<ArticleId, StoredFigures> {
  return new Map(packedRows(store, ids).map(({ id, ...row }) => [id, unpacked(row)]));
}

/** Single figures of articles by their ranks, as far as those are read: most articles have dozens, and a series of prices asks for one of each. */
export function figuresOfRanks(store: StoreReads, wanted: ReadonlyMap<ArticleId, ReadonlySet<number>>): Map<ArticleId, ReadonlyMap<number, StoredFigure>> {
  return new Map(packedRows(store, [...wanted.keys()]).map(({ id, packed, ...row }) => [id, orNone(() => unpackRanks(packed, textsOf(row), wanted.get(id) ?? []))]));
}

/** Damaged bytes show nothing, and harm nothing else. */
function orNone<T>(unpack: () => ReadonlyMap<number, T>): ReadonlyMap<number, T> {
  try {
    return unpack();
  } catch {
    return new Map();
  }
}

/** Who issued notices, by their ranks, as far as those are read. Reads no text, which is most of what the figures of an article cost. */
export function issuersOfRanks(store: StoreReads, wanted: ReadonlyMap<ArticleId, ReadonlySet<number>>): Map<ArticleId, ReadonlyMap<number, StoredFigure['issuers']>> {
  const rows = store.all<Pick<PackedRow, 'id' | 'packed'>>(
    `SELECT f.article_id AS id, f.packed FROM json_each(?) AS wanted CROSS JOIN article_figures f ON f.article_id = wanted.value
     WHERE length(f.packed) > 0 AND NOT EXISTS (SELECT 1 FROM figures_due d WHERE d.article_id = f.article_id)`,
    JSON.stringify([...wanted.keys()]),
  );
  return new Map(rows.map(({ id, packed }) => [id, orNone(() => unpackIssuers(packed, wanted.get(id) ?? []))]));
}

/** As figuresOfArticles, of one. */
export function figuresStored(store: StoreReads, id: ArticleId): StoredFigures {
  return figuresOfArticles(store, [id]).get(id) ?? NOTHING;
}

function textsOf({ title, summary, publishedAt, page, body }: Omit<PackedRow, 'id' | 'packed'>): FigureTexts {
  return { title, publishedAt, text: figureText(inflateBody(page && page.length > 0 ? page : (body ?? NO_BODY)), summary) };
}

function unpacked({ packed, ...row }: Omit<PackedRow, 'id'>): StoredFigures {
  try {
    return unpackFigures(packed, textsOf(row));
  } catch {
    return NOTHING;
  }
}

/** The figures of a reading that is not stored yet. */
export function figuresRead({ job }: DueFigures, { packed }: FiguresResult): StoredFigures {
  return unpacked({ ...job, packed, page: null });
}

/**
 * Stores what was read of an article in place of what was. False where its text or its corrections changed meanwhile: it waits on.
 * With null, the text could not be read, and says nothing.
 */
export function writeFigures(store: Store, { job: { id }, state }: DueFigures, result: FiguresResult | null, version: number): boolean {
  const row = store.get<{ state: string }>(`SELECT ${STATE} AS state FROM articles a WHERE a.id = ?`, id);
  if (row?.state !== state) return false;
  store.run('DELETE FROM figures WHERE article_id = ?', id);
  store.run('DELETE FROM figure_entities WHERE article_id = ?', id);
  store.run('INSERT INTO article_figures (article_id, version, packed) VALUES (?1, ?2, ?3) ON CONFLICT (article_id) DO UPDATE SET version = ?2, packed = ?3', id, version, result?.packed ?? NO_BODY);
  if (result && result.rows.length > 0) writeRows(store, id, result.rows);
  store.run('DELETE FROM figures_due WHERE article_id = ?', id);
  return true;
}

function writeRows(store: Store, id: ArticleId, rows: readonly FigureIndexRow[]): void {
  const words = [...new Set(rows.flatMap(({ unit, name, basis }) => [unit, name, basis]).filter((word) => word !== null))];
  if (words.length > 0) store.run('INSERT INTO figure_words (word) SELECT value FROM json_each(?) AS given WHERE NOT EXISTS (SELECT 1 FROM figure_words w WHERE w.word = given.value)', JSON.stringify(words));
  const written = rows.map(({ kind, unit, low, high, from, to, flags, role, day, name, basis }, at) => [FIRST_PLACE - at, FIGURE_KINDS.findIndex((one) => one === kind), unit, low, high, from, to, flags, role, day, name, basis]);
  store.run(
    `INSERT INTO figures (article_id, place, kind, unit, low, high, from_day, to_day, flags, role, day, name, basis)
     SELECT ?1, value ->> 0, value ->> 1, (SELECT key FROM figure_words WHERE word = value ->> 2), value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9,
       (SELECT key FROM figure_words WHERE word = value ->> 10), (SELECT key FROM figure_words WHERE word = value ->> 11)
     FROM json_each(?2)`,
    id, JSON.stringify(written),
  );
  const named = rows.flatMap(({ entityIds }, at) => entityIds.map((entityId) => [FIRST_PLACE - at, entityId, entityId.slice(0, entityId.indexOf(':'))]));
  if (named.length === 0) return;
  const entities = JSON.stringify(named);
  store.run('INSERT OR IGNORE INTO entities (id, kind) SELECT DISTINCT value ->> 1, value ->> 2 FROM json_each(?) AS named WHERE NOT EXISTS (SELECT 1 FROM entities e WHERE e.id = named.value ->> 1)', entities);
  store.run('INSERT INTO figure_entities (article_id, place, entity_key) SELECT ?, named.value ->> 0, e.key FROM json_each(?) AS named CROSS JOIN entities e ON e.id = named.value ->> 1', id, entities);
}

/** From which article up nothing of an older version is left. */
export function readDownTo(store: StoreReads): ArticleId {
  return store.get<{ below: ArticleId }>('SELECT below FROM figures_reading')?.below ?? 0;
}

/** From this article up, nothing of an older version is left. */
export function setReadDownTo(store: Store, id: ArticleId): void {
  store.run('UPDATE figures_reading SET below = min(below, ?)', id);
}
