import type { Entity, EntityId, OwnEntity } from '../../contract/gazetteer.ts';

/** What is shipped with a person's additions and corrections over it; what they removed is there and says so. */
export function joinGazetteer(shipped: readonly Entity[], own: readonly OwnEntity[]): Map<EntityId, Entity> {
  const all = new Map<EntityId, Entity>(shipped.map((entity) => [entity.id, entity]));
  for (const mine of own) {
    const base = all.get(mine.id);
    all.set(mine.id, base ? corrected(base, mine) : added(mine));
  }
  return all;
}

function added({ id, kind, names, aliases, hidden }: OwnEntity): Entity {
  return { id, kind, names, aliases, ...(hidden.length > 0 && { hidden }), own: 'added', mine: { names, aliases } };
}

function corrected(base: Entity, { names, aliases, hidden, removed }: OwnEntity): Entity {
  return {
    ...base,
    names: { ...base.names, ...names },
    aliases: [...base.aliases, ...aliases],
    // A name of their own is meant to be recognised, also where the shipped one was for showing alone.
    ...(base.silent && { silent: base.silent.filter((lang) => !(lang in names)) }),
    ...(hidden.length > 0 && { hidden }),
    own: removed === true ? 'removed' : 'changed',
    mine: { names, aliases },
  };
}
