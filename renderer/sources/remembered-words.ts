import type { TFunction } from 'i18next';
import type { Words } from '../words/use-words.ts';

/**
 * The same words, each sentence made once: thousands of sources are in few states, and what a sentence costs is felt when it is
 * made for each of them. For as long as the language is the same.
 */
export function rememberedWords({ t, format }: Words): Words {
  const said = new Map<string, string>();
  const say = t as (key: string, values?: Record<string, unknown>) => string;
  const remembered = (key: string, values?: Record<string, unknown>): string => {
    const name = values === undefined ? key : key + JSON.stringify(values);
    const known = said.get(name);
    if (known !== undefined) return known;
    const text = say(key, values);
    said.set(name, text);
    return text;
  };
  return { t: remembered as TFunction, format };
}
