import type { ArticleEntity, EntityKind } from '../../electron/contract/gazetteer.ts';

/** More would be a list of its own. */
const MOST: readonly (readonly [readonly EntityKind[], number])[] = [
  [['element', 'metal'], 6],
  [['company'], 3],
  [['place'], 3],
];

/** Of what an article speaks of, what is shown under its title: elements, then companies, then places. */
export function chipsOf(entities: readonly ArticleEntity[]): readonly ArticleEntity[] {
  return MOST.flatMap(([kinds, most]) => entities.filter(({ kind }) => kinds.includes(kind)).slice(0, most));
}
