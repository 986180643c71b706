import { ReaderError } from '../../contract/errors.ts';
import type { FigureRow } from '../../contract/figures.ts';
import type { Entity, EntityId } from '../../contract/gazetteer.ts';
import type { EntityLens, EntityMeasure } from '../../contract/lens-api.ts';
import type { ArticleId } from '../../contract/model.ts';
import { firstIdAt } from '../store/place-article.ts';
import type { StoreReads } from '../store/store.ts';
import { articleSummaries } from './article-summaries.ts';
import { daySql } from './figure-sources.ts';
import { figuresBelow, figureWalk, kindNumber, narrowed } from './figure-walk.ts';
import { figuresAt } from './list-figures.ts';

const DAY_MS = 24 * 60 * 60_000;
const MOST_LATEST = 50;
/** Figures that measures are made of, the newest. */
const MOST_MEASURED = 300;
const MOST_MEASURES = 20;
const MOST_BESIDE = 20;
const MOST_ARTICLES = 20;
const TOP = { id: Number.MAX_SAFE_INTEGER, place: 0 };

/** What an entity's figures, mentions and neighbours were over the last days. Throws `entity-missing`. */
export function entityLens(store: StoreReads, { entityId, days, now }: { readonly entityId: EntityId; readonly days: number; readonly now: number }, known: ReadonlyMap<EntityId, Entity>): EntityLens {
  const entity = known.get(entityId);
  if (!entity || entity.own === 'removed') throw new ReaderError('entity-missing', `there is no entity ${entityId}`, { entityId });
  const from = firstIdAt(now - days * DAY_MS);
  const key = store.get<{ key: number }>('SELECT key FROM entities WHERE id = ?', entityId)?.key ?? 0;
  const walk = narrowed(figureWalk({ entityId }), `fe.article_id >= ? AND f.kind NOT IN (${kindNumber('date')}, ${kindNumber('notice')})`, from);
  const places = figuresBelow(store, walk, TOP, MOST_MEASURED);
  const figures = figuresAt(store, places).map(({ at: _at, ...row }) => row);
  const mentions = store.all<{ day: string; articles: number }>(
    `SELECT ${daySql('ae.article_id / 2048')} AS day, count(*) AS articles FROM article_entities ae INDEXED BY article_entities_by_entity
     CROSS JOIN statuses s ON s.article_id = ae.article_id AND s.visible = 1 WHERE ae.entity_key = ? AND ae.article_id >= ? GROUP BY day ORDER BY day`,
    key, from,
  );
  return { latest: figures.slice(0, MOST_LATEST), measures: measuresOf(figures), mentions: mentions.map((row) => ({ ...row })), beside: besideOf(store, { key, from }, known, new Set([entityId, ...(entity.of ?? [])])), articles: articleSummaries(store, latestStories(store, { key, from })) };
}

/** One a story: the newest articles, each the latest report of its own. */
function latestStories(store: StoreReads, { key, from }: { key: number; from: ArticleId }): ArticleId[] {
  const rows = store.all<{ id: ArticleId; storyId: number | null }>(
    `SELECT ae.article_id AS id, s.story_id AS storyId FROM article_entities ae INDEXED BY article_entities_by_entity CROSS JOIN statuses s ON s.article_id = ae.article_id AND s.visible = 1
     WHERE ae.entity_key = ? AND ae.article_id >= ? ORDER BY ae.article_id DESC LIMIT 200`,
    key, from,
  );
  const seen = new Set<number>();
  return rows.filter(({ storyId }) => storyId === null || (!seen.has(storyId) && seen.add(storyId))).slice(0, MOST_ARTICLES).map(({ id }) => id);
}

function besideOf(store: StoreReads, { key, from }: { key: number; from: ArticleId }, known: ReadonlyMap<EntityId, Entity>, own: ReadonlySet<EntityId>): EntityLens['beside'] {
  const rows = store.all<{ entityId: EntityId; articles: number }>(
    `SELECT e.id AS entityId, count(*) AS articles FROM (SELECT ae.article_id FROM article_entities ae INDEXED BY article_entities_by_entity CROSS JOIN statuses s ON s.article_id = ae.article_id AND s.visible = 1
       WHERE ae.entity_key = ?1 AND ae.article_id >= ?2 ORDER BY ae.article_id DESC LIMIT 2000) AS here
     CROSS JOIN article_entities other ON other.article_id = here.article_id AND other.entity_key <> ?1 CROSS JOIN entities e ON e.key = other.entity_key
     GROUP BY other.entity_key ORDER BY articles DESC, e.id LIMIT ${MOST_BESIDE * 2}`,
    key, from,
  );
  return rows.flatMap(({ entityId, articles }) => {
    const entity = known.get(entityId);
    return entity && entity.own !== 'removed' && !own.has(entityId) ? [{ entityId, names: entity.names, articles }] : [];
  }).slice(0, MOST_BESIDE);
}

/** Figures of one subject, kind and unit by day: the end of their period, else their article's. Of several of one day the newest article's. */
function measuresOf(figures: readonly FigureRow[]): EntityMeasure[] {
  const measures = new Map<string, { subject: string; kind: FigureRow['kind']; unit: string | null; points: Map<string, FigureRow> }>();
  for (const figure of figures) {
    const { subject: { words }, kind, unit, span, source, qualifiers } = figure;
    if (words === '' || figure.unsure) continue;
    // By how much something rose says nothing beside by how much it fell, nor over a month beside over a year.
    const key = JSON.stringify([words.toLowerCase(), kind, unit?.normal ?? null, kind === 'change' || kind === 'change_pp' ? qualifiers : []]);
    const measure = measures.get(key) ?? { subject: words, kind, unit: unit?.normal ?? null, points: new Map<string, FigureRow>() };
    const day = span?.to ?? source.day;
    if (!measure.points.has(day)) measure.points.set(day, figure);
    measures.set(key, measure);
  }
  return [...measures.values()]
    .filter(({ points }) => points.size > 1)
    .toSorted((one, other) => other.points.size - one.points.size)
    .slice(0, MOST_MEASURES)
    .map(({ points, ...measure }) => ({ ...measure, points: [...points].map(([day, figure]) => ({ day, figure })).toSorted((one, other) => (one.day < other.day ? -1 : 1)) }));
}
