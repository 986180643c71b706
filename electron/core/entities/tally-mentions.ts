import type { EntityId, EntityMention } from '../../contract/gazetteer.ts';
import type { FoundEntity } from '../normalize/incoming-article.ts';
import type { CompiledGazetteer } from './compile-gazetteer.ts';

/** The mentions of an article by entity. Naming a product names the elements that it is of. */
export function tallyMentions(mentions: readonly EntityMention[], { entities }: CompiledGazetteer): FoundEntity[] {
  const found = new Map<EntityId, { id: EntityId; inTitle: boolean; count: number; firstAt: number }>();
  for (const { entityId, field, start } of mentions) {
    for (const id of [entityId, ...(entities.get(entityId)?.of ?? [])]) {
      if (entities.get(id)?.own === 'removed') continue;
      const known = found.get(id) ?? { id, inTitle: false, count: 0, firstAt: start };
      found.set(id, { ...known, count: known.count + 1, inTitle: known.inTitle || field === 'title' });
    }
  }
  return [...found.values()];
}
