import type { Entity } from '../../electron/contract/gazetteer.ts';
import { entitiesNow } from '../client/watch-queries.ts';
import { nameOf } from '../entities/name-of.ts';
import type { Words } from '../words/use-words.ts';

/** What an entity is called where it stands alone: "Dysprosium", 镝 Dy, "Kestrel Rare Earths". */
export function entityTitle(entity: Pick<Entity, 'id' | 'names' | 'symbol'>, { format }: Pick<Words, 'format'>): string {
  const { text } = nameOf(entity, format.locale);
  if (entity.symbol !== undefined && format.locale === 'zh-CN') return `${text} ${entity.symbol}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The title of an entity by its id; what the id says while the glossary is not known. */
export function entityName(entityId: string, words: Pick<Words, 'format'>): string {
  const entity = entitiesNow()?.get(entityId);
  return entity ? entityTitle(entity, words) : (entityId.split(':')[1] ?? entityId);
}
