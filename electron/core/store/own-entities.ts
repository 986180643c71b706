import type { EntityId, EntityKind, OwnEntity } from '../../contract/gazetteer.ts';
import type { Store } from './store.ts';

/** What a person added to the gazetteer, or corrected in it. */
export function ownEntities(store: Store): OwnEntity[] {
  // One that came damaged out of a damaged library is none.
  return store.all<{ entity: string }>('SELECT entity FROM own_entities WHERE json_valid(entity) ORDER BY id').map(({ entity }) => JSON.parse(entity) as OwnEntity);
}

export function ownEntity(store: Store, id: EntityId): OwnEntity | null {
  const row = store.get<{ entity: string }>('SELECT entity FROM own_entities WHERE id = ?', id);
  return row ? (JSON.parse(row.entity) as OwnEntity) : null;
}

export function keepOwnEntity(store: Store, entity: OwnEntity): void {
  store.run(
    'INSERT INTO own_entities (id, entity, changed_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET entity = excluded.entity, changed_at = excluded.changed_at',
    entity.id, JSON.stringify(entity), store.stamp(),
  );
}

/** True where there was one. What articles name of it goes when they are looked through anew. */
export function dropOwnEntity(store: Store, id: EntityId): boolean {
  return store.run('DELETE FROM own_entities WHERE id = ?', id) > 0;
}

/** An id for an entity of a person's own, which nothing had before. */
export function freeEntityId(store: Store, kind: EntityKind): EntityId {
  return `${kind}:own-${store.stamp()}`;
}
