import type { ArticleEntity, Entity } from '../../electron/contract/gazetteer.ts';
import { operatorValue } from '../../electron/contract/search/operator-value.ts';

export type AskedEntity = Pick<ArticleEntity, 'id' | 'kind' | 'names'> & { readonly symbol?: Entity['symbol'] | null };

/** The query for what names an entity. */
export function entityQuery({ id, kind, names, symbol }: AskedEntity): string {
  const operator = kind === 'metal' ? 'element' : kind;
  return `${operator}:${operatorValue(symbol ?? names['en'] ?? Object.values(names)[0] ?? id)}`;
}
