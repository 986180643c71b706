import type { Watch } from '../../electron/contract/watch.ts';
import type { Words } from '../words/use-words.ts';
import { entityName } from './entity-name.ts';

/** What a watchlist is called: the person's title, else the name of what is watched in the language of now, else its words. */
export function watchName({ title, watched }: Pick<Watch, 'title' | 'watched'>, words: Words): string {
  if (title !== '') return title;
  if (watched.kind === 'entity') return entityName(watched.entityId, words);
  const phrase = /^\s*["“”「『]([^"“”」』]+)["“”」』]\s*$/u.exec(watched.query)?.[1];
  return phrase === undefined ? watched.query : `“${phrase}”`;
}
