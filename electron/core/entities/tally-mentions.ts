import type { EntityId } from '../../contract/gazetteer.ts';
import type { FoundEntity } from '../normalize/incoming-article.ts';
import type { CompiledGazetteer } from './compile-gazetteer.ts';
import type { MentionPlace } from './recognise.ts';

interface Tally {
  readonly id: EntityId;
  inTitle: boolean;
  count: number;
  readonly firstAt: number;
}

/** The mentions of an article by entity. Naming a product names the elements that it is of. */
export function tallyMentions(mentions: readonly MentionPlace[], { entities }: CompiledGazetteer): FoundEntity[] {
  const found = new Map<EntityId, Tally>();
  const count = (id: EntityId, isTitle: boolean, start: number): void => {
    const known = found.get(id);
    if (known) {
      known.count += 1;
      known.inTitle ||= isTitle;
    } else if (entities.get(id)?.own !== 'removed') {
      found.set(id, { id, inTitle: isTitle, count: 1, firstAt: start });
    }
  };
  for (const { entityId, field, start } of mentions) {
    count(entityId, field === 'title', start);
    for (const id of entities.get(entityId)?.of ?? []) count(id, field === 'title', start);
  }
  return [...found.values()];
}
