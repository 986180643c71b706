import type { EntityId } from '../../contract/gazetteer.ts';
import type { FoundEntity } from '../normalize/incoming-article.ts';
import type { CompiledGazetteer } from './compile-gazetteer.ts';
import type { MentionPlace } from './recognise.ts';

interface Tally {
  readonly id: EntityId;
  readonly inTitle: boolean;
  count: number;
  readonly firstAt: number;
}

/** What one entity counts towards when it is named. */
interface Named {
  times: number;
  readonly tallies: readonly Tally[];
}

/** The mentions of an article by entity. Naming a product names the elements that it is of. */
export function tallyMentions(mentions: readonly MentionPlace[], { entities }: CompiledGazetteer): FoundEntity[] {
  const found = new Map<EntityId, Tally>();
  const named = new Map<EntityId, Named>();
  const tallyOf = (id: EntityId, { field, start }: MentionPlace): Tally | null => {
    const known = found.get(id);
    if (known) return known;
    if (entities.get(id)?.own === 'removed') return null;
    // Mentions come in the order of the text, of which the title is the beginning.
    const made: Tally = { id, inTitle: field === 'title', count: 0, firstAt: start };
    found.set(id, made);
    return made;
  };
  for (const mention of mentions) {
    const { entityId } = mention;
    const known = named.get(entityId);
    if (known) {
      known.times += 1;
      continue;
    }
    const tallies: Tally[] = [];
    for (const id of [entityId, ...(entities.get(entityId)?.of ?? [])]) {
      const tally = tallyOf(id, mention);
      if (tally) tallies.push(tally);
    }
    named.set(entityId, { times: 1, tallies });
  }
  for (const { times, tallies } of named.values()) for (const one of tallies) one.count += times;
  return [...found.values()];
}
