import { LISTED_METALS, RARE_EARTHS, WORDY } from './chemical-symbols.ts';

/** What makes a symbol one when it follows: what it is sold as, its share, what it is a share of, its host crystal. */
const BEHIND =
  /^(?:[ -]?(?:oxides?|metals?|alloys?|ores?|ions?|isotopes?|contents?|concentrations?|levels?|grades?|prices?|magnets?|salts?|carbonates?|chlorides?|fluorides?|nitrates?|oxalates?|powders?|targets?|doped|doping|rich|free|bearing|based|recovery|recoveries|deposits?|separation|equivalent|output)(?![a-z])|\/(?:TREM|TREO|REO|REM|ΣREO)| ?[:=(]? ?[<>~≥≤]?\d+(?:\.\d+)? ?(?:%|ppm|wt|at\.)|: ?(?:YAG|YLF|YVO|glass)|[ (（]?(?:氧化|金属|合金|元素|含量|价|掺杂|离子|系))/iu;
const AHEAD =
  /(?:\d ?(?:%|ppm|wt\.?%|at\.?%) ?(?:of )?|(?:prices?|oxides?|content|recovery|isotopes?|amount|share|use|tonnes?|stocks?|addition) (?:of|for) |\b(?:elements?|metals?|metallic|symbol|adding|doped with) |(?:金属|氧化|元素|元素符号|掺)[ (（]?|TRE[OM]\/)$/iu;

/** Words that stand between members of a list. */
const AFTER_MEMBER = /^(?: ?[,;/&+、，；·] ?| ?- ?)?(?:(?: ?)(?:and|or|und|和|与|及|或)(?: ?))?/u;
const BEFORE_MEMBER = /(?: ?[,;/&+、，；·] ?| ?- ?)?(?:(?: ?)(?:and|or|und|和|与|及|或)(?: ?))?$/u;
const NEXT = /^([A-Z][a-z]?)(?![A-Za-z0-9])/u;
const LAST = /(?<![A-Za-z0-9])([A-Z][a-z]?)$/u;
const MOST_MEMBERS = 20;

function isListed(symbol: string): boolean {
  return RARE_EARTHS.has(symbol) || LISTED_METALS.has(symbol);
}

function membersBehind(text: string): string[] {
  const members: string[] = [];
  for (let rest = text; members.length < MOST_MEMBERS; ) {
    const between = AFTER_MEMBER.exec(rest)?.[0] ?? '';
    const symbol = between.trim() === '' ? undefined : NEXT.exec(rest.slice(between.length))?.[1];
    if (symbol === undefined || !isListed(symbol)) break;
    members.push(symbol);
    rest = rest.slice(between.length + symbol.length);
  }
  return members;
}

function membersAhead(text: string): string[] {
  const members: string[] = [];
  for (let rest = text; members.length < MOST_MEMBERS; ) {
    const between = BEFORE_MEMBER.exec(rest)?.[0] ?? '';
    const symbol = between.trim() === '' ? undefined : LAST.exec(rest.slice(0, rest.length - between.length))?.[1];
    if (symbol === undefined || !isListed(symbol)) break;
    members.push(symbol);
    rest = rest.slice(0, rest.length - between.length - symbol.length);
  }
  return members;
}

/** Whether `symbol` is a member of a list of symbols; the rest of the list may be what makes it one. */
function isInList(symbol: string, ahead: string, behind: string): boolean {
  const list = new Set([...membersAhead(ahead), symbol, ...membersBehind(behind)]);
  if (list.size >= 3) return [...list].some((member) => !WORDY.has(member));
  if (list.size < 2) return false;
  return [...list].every((member) => RARE_EARTHS.has(member)) || [...list].every((member) => !WORDY.has(member));
}

/** What ends the list that a symbol begins or is in: "Dy, Tb oxides". */
function behindList(behind: string): string {
  let rest = behind;
  for (let left = MOST_MEMBERS; left > 0; left -= 1) {
    const between = AFTER_MEMBER.exec(rest)?.[0] ?? '';
    const symbol = between.trim() === '' ? undefined : NEXT.exec(rest.slice(between.length))?.[1];
    if (symbol === undefined || !isListed(symbol)) return rest;
    rest = rest.slice(between.length + symbol.length);
  }
  return rest;
}

/**
 * Whether what stands before and behind a bare symbol, with its case, makes it one: next to oxide, metal, price or a share,
 * in a list of symbols, or behind its own name, which `names` gives in lower case.
 */
export function isSymbolHere(symbol: string, { ahead, behind, names }: { readonly ahead: string; readonly behind: string; readonly names: readonly string[] }): boolean {
  if (isInList(symbol, ahead, behind)) return true;
  const before = ahead.toLowerCase().trimEnd().replace(/[(（[,]$/u, '').trimEnd();
  if (names.some((name) => before.endsWith(name))) return true;
  const wordy = WORDY.has(symbol);
  if (!wordy && (BEHIND.test(behind) || BEHIND.test(behindList(behind)))) return true;
  if (wordy && /^(?: ?\d+(?:\.\d+)? ?(?:%|ppm)|[ -]alloys?(?![a-z]))/u.test(behind) && symbol !== 'In' && symbol !== 'Be') return true;
  return AHEAD.test(ahead) && (!wordy || /\d ?(?:%|ppm) ?(?:of )?$/u.test(ahead));
}
