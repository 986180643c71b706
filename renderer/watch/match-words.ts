import type { Entity } from '../../electron/contract/gazetteer.ts';
import type { Words } from '../words/use-words.ts';

/** More would be a list of its own. */
const MOST_SHOWN = 8;

/** The forms by which a name is found, each once: "Matches Dy, dysprosium, 镝". */
export function matchWords({ symbol, names, aliases, hidden = [] }: Entity, { t }: Pick<Words, 't'>): string {
  const forms = [symbol, names['en'], names['zh-Hans'], ...aliases.map(({ text }) => text), ...Object.values(names)].filter((form) => form !== undefined && !hidden.includes(form));
  const distinct = [...new Map(forms.map((form) => [String(form).toLowerCase(), String(form)])).values()];
  const words = distinct.slice(0, MOST_SHOWN).join(t('watch.wordJoiner'));
  const more = distinct.length - MOST_SHOWN;
  return more > 0 ? t('watch.matchesMore', { words, count: more }) : t('watch.matches', { words });
}
