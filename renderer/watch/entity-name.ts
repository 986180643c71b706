import type { Words } from '../words/use-words.ts';

/** An entity's name in the language of now. */
export function entityName(entityId: string, _words: Words): string {
  return entityId.split(':')[1] ?? entityId;
}
