import type { FigureChoices } from '../../contract/figures.ts';
import type { Entity, EntityId } from '../../contract/gazetteer.ts';
import { FIGURE_KINDS } from '../../contract/lens.ts';
import type { FeedId } from '../../contract/model.ts';
import type { StoreReads } from '../store/store.ts';
import { figureWalk, orderOf, type FigureQuery } from './figure-walk.ts';

/** A choice says how much it would show of so many. */
const MOST_SEEN = 5000;
const MOST_OFFERED = 200;

/** What figures under a filter can be narrowed to, counted over the newest of them. */
export function figureChoices(store: StoreReads, filter: FigureQuery, known: ReadonlyMap<EntityId, Entity>): FigureChoices {
  const walk = figureWalk(filter);
  const { from, where, values } = walk;
  const seen = `WITH seen AS MATERIALIZED (SELECT f.article_id, f.place, f.kind, f.unit, s.feed_id FROM ${from} WHERE ${where} ORDER BY ${orderOf(walk)} LIMIT ${MOST_SEEN})`;
  const kinds = store.all<{ kind: number; count: number }>(`${seen} SELECT kind, count(*) AS count FROM seen GROUP BY kind ORDER BY count DESC, kind`, ...values);
  const units = store.all<{ unit: string; count: number }>(`${seen} SELECT (SELECT word FROM figure_words WHERE key = unit) AS unit, count(*) AS count FROM seen WHERE unit IS NOT NULL GROUP BY seen.unit ORDER BY count DESC, 1 LIMIT ${MOST_OFFERED}`, ...values);
  const feeds = store.all<{ feedId: FeedId; title: string; count: number }>(`${seen} SELECT feed_id AS feedId, (SELECT ifnull(own_title, title) FROM feeds WHERE id = feed_id) AS title, count(*) AS count FROM seen GROUP BY feed_id ORDER BY count DESC, title LIMIT ${MOST_OFFERED}`, ...values);
  const entities = store.all<{ entityId: EntityId; count: number }>(
    `${seen} SELECT (SELECT id FROM entities WHERE key = fe2.entity_key) AS entityId, count(*) AS count FROM seen CROSS JOIN figure_entities fe2 ON fe2.article_id = seen.article_id AND fe2.place = seen.place GROUP BY fe2.entity_key ORDER BY count DESC, 1 LIMIT ${MOST_OFFERED}`,
    ...values,
  );
  return {
    kinds: kinds.flatMap(({ kind: number, count }) => {
      const kind = FIGURE_KINDS[number];
      return kind === undefined ? [] : [{ kind, count }];
    }), units: units.map((row) => ({ ...row })), feeds: feeds.map((row) => ({ ...row })),
    entities: entities.flatMap(({ entityId, count }) => {
      const entity = known.get(entityId);
      return entity && entity.own !== 'removed' ? [{ entityId, names: entity.names, count }] : [];
    }),
  };
}
