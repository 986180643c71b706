import { foldText } from '../../../electron/contract/search/fold.ts';
import { runsOf } from '../../../electron/contract/search/tokens.ts';
import type { AliasGroup, Aliases, AliasMatch, AliasName } from '../../../electron/core/search/aliases.ts';

const phrases = (...names: string[]): AliasName[] => names.map((text) => ({ text, as: 'phrase' }));
const element = (symbol: string, ...names: string[]): AliasGroup => ({ id: `element:${symbol}`, kind: 'element', names: [{ text: symbol, as: 'symbol' }, ...phrases(...names)] });

/** The names that the table of searches needs, in the form of the interface. */
const GROUPS: readonly AliasGroup[] = [
  element('Dy', 'dysprosium', '镝'), element('Nd', 'neodymium', '钕'), element('Eu', 'europium', '铕'), element('Pr', 'praseodymium', '镨'),
  element('Tb', 'terbium', '铽'), element('Sm', 'samarium', '钐'), element('Er', 'erbium', '铒'),
  { id: 'product:ndpr', kind: 'product', names: phrases('NdPr', 'PrNd', 'Pr-Nd', 'praseodymium-neodymium', 'neodymium-praseodymium', '镨钕', 'didymium') },
  { id: 'product:dysprosium-oxide', kind: 'product', names: phrases('dysprosium oxide', 'Dy2O3', 'DyO', '氧化镝') },
  { id: 'product:neodymium-oxide', kind: 'product', names: phrases('neodymium oxide', 'Nd2O3', '氧化钕'), longer: ['praseodymium-neodymium oxide', '氧化镨钕'] },
  { id: 'term:rare-earth', kind: 'term', names: phrases('rare earth', '稀土') },
  { id: 'policy:export-control', kind: 'policy', names: phrases('export control', '出口管制') },
  { id: 'company:mp', kind: 'company', names: [...phrases('MP Materials', 'NYSE:MP'), { text: 'MP', as: 'phrase', near: ['Mountain Pass', 'NYSE'] }] },
  { id: 'company:corey', kind: 'company', names: phrases('Corey Micro Magnetic', 'Ke Rui Micro Magnetic') },
  { id: 'policy:notice-18', kind: 'policy', names: phrases('公告2025年第18号', 'Announcement No. 18 of 2025') },
  { id: 'place:baotou', kind: 'place', names: phrases('Baotou', '包头') },
];

const wordsOf = (text: string): string => runsOf(foldText(text)).map((run) => run.text).join(' ');

/** A symbol is one in exact case only; what counts near others only is typed as something else. */
function isCalled({ names }: AliasGroup, typed: string): boolean {
  return names.some(({ text, as, near }) => (as === 'symbol' ? text === typed : !near && wordsOf(text) === wordsOf(typed)));
}

/** Knows those few names. */
export const SMALL_NAMES: Aliases = {
  match(words) {
    const matches: AliasMatch[] = [];
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        const groups = GROUPS.filter((group) => isCalled(group, words.slice(from, to).join(' ')));
        if (groups.length === 0) continue;
        matches.push({ from, to, groups });
        from = to - 1;
        break;
      }
    }
    return matches;
  },
  find: (kind, name) => GROUPS.filter((group) => group.kind === kind && (isCalled(group, name) || group.id.toLowerCase() === `${kind}:${name.toLowerCase()}`)),
  complete: (kind, typed, limit) =>
    GROUPS.filter((group) => group.kind === kind && group.names.some(({ text }) => foldText(text).startsWith(foldText(typed))))
      .slice(0, limit)
      .map(({ id, names }) => ({ value: id.slice(id.indexOf(':') + 1), title: names.find(({ as }) => as === 'phrase')?.text ?? id })),
};
