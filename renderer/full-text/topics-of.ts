import type { Entity } from '../../electron/contract/gazetteer.ts';
import type { Article } from '../../electron/contract/model.ts';

const MOST_TOPICS = 8;

/** Feed, page and glossary write a name with other capitals, joins and numbers of it: "Rare earths", "rare-earth". */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[\s\-_‐-–·.#]+/gu, '').replace(/(?<=[a-z]{3})s$/u, '');
}

/** What an article's source files it under: each once, without what a chip of `shown` says already under any of its names. */
export function topicsOf({ tags, facts, textOrigin }: Pick<Article, 'tags' | 'facts' | 'textOrigin'>, shown: readonly Pick<Entity, 'names' | 'aliases'>[]): readonly string[] {
  const said = new Set(shown.flatMap(({ names, aliases }) => [...Object.values(names), ...aliases.map(({ text }) => text)].map(folded)));
  const topics = new Map<string, string>();
  for (const tag of [...tags, ...(textOrigin === 'page' ? (facts?.tags ?? []) : [])]) {
    const key = folded(tag);
    if (key !== '' && !said.has(key) && !topics.has(key)) topics.set(key, tag);
  }
  return [...topics.values()].slice(0, MOST_TOPICS);
}
