import type { ArticleEntity, Entity, EntityId } from '../../contract/gazetteer.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { Store } from '../store/store.ts';

interface Row {
  readonly id: EntityId;
  readonly inTitle: number;
  readonly count: number;
}

/** What an article speaks of, the most prominent first: what its title names, then what it names most, then first. */
export function articleEntities(store: Store, articleId: ArticleId, known: ReadonlyMap<EntityId, Entity>): ArticleEntity[] {
  const rows = store.all<Row>(
    `SELECT e.id, ae.in_title AS inTitle, ae.count FROM article_entities ae JOIN entities e ON e.key = ae.entity_key
     WHERE ae.article_id = ? ORDER BY ae.in_title DESC, ae.count DESC, ae.first_at, e.kind <> 'element', e.key`,
    articleId,
  );
  return rows.flatMap(({ id, inTitle, count }) => {
    const entity = known.get(id);
    // Taken out of the gazetteer, and not looked through since.
    if (!entity || entity.own === 'removed') return [];
    const { kind, names, symbol = null, number = null } = entity;
    return [{ id, kind, names, symbol, number, inTitle: inTitle === 1, count }];
  });
}
