import { matchName } from '../palette/match-name.ts';
import { bothLanguages } from '../words/both-languages.ts';
import { SETTING_LIST } from './setting-list.ts';
import type { SettingEntry } from './setting-list.ts';

/** The settings that answer to what was typed, in either language, the nearest first; scattered letters do not count. */
export function findSettings(typed: string): readonly SettingEntry[] {
  return SETTING_LIST.map((entry) => {
    const names = [...bothLanguages(entry.name), ...(entry.also ? bothLanguages(entry.also) : []), ...bothLanguages((t) => t(`settings.${entry.section}`))];
    return { entry, score: Math.max(0, ...names.map((name) => matchName(name, typed, null)?.score ?? 0)) };
  })
    .filter(({ score }) => score > 1)
    .toSorted((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}
