import { matchesOf } from '../matches.ts';
import type { EntityMention } from '../../../contract/gazetteer.ts';
import type { Stretch } from '../sentences.ts';
import { companyName } from '../subject/company-name.ts';

/** Somebody or something that has a name of its own: a company, a park, a town, a mine; no person. */
export interface Name extends Stretch {
  /** By what it is told apart, in a word or two: "Dinghe" of "Dinghe New Materials", "Hongtu base" of "Hongtu recycling base". */
  readonly short: string;
  /** Its last word, by which it is named again: "the base". */
  readonly head: string;
}

const HEAD = 'base|plant|mine|project|park|zone|station|factory|smelter|refinery|facility|workshop|deposit|concentrator|quarry|port|line|circuit|loan|fund|auction|customs|complex|hub|laboratory|institute|university|mill|subsidiary';
const LETTER = 'A-Za-z\\u00c0-\\u024f';
const CAPITAL = String.raw`[A-Z][${LETTER}\d&]*(?:[-'’](?!s\b)[A-Z\u00c0-\u00de][${LETTER}\d]*|-tech)*(?![-${LETTER}])`;
const NAME = new RegExp(String.raw`(?<![${LETTER}\d$-])${CAPITAL}(?: (?:& )?${CAPITAL})*(?: (?:(?!(?:the|a|an|and|or|of|in|on|at|to|for|from|by|with|is|was|are|were|has|had|have|said|will|its|their|which|that|as|up|down)\b)[a-z][a-z-]* ){0,3}(?:${HEAD})\b)?`, 'g');

const IS_HEAD = new RegExp(`^(?:${HEAD})$`);

/** Written with a capital, and no name of anybody. */
const COMMON: ReadonlySet<string> = new Set([
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday',
  'friday saturday sunday spring festival day the an a this that these those it its they their we our he his she her you i in on at by for from to of with as after before',
  'since during under over among between through until within without according compared and but or so if when while where once although because however meanwhile today now',
  'then here there not no all both each every most some many more only such other another one two three four five six seven eight nine ten first second third last next total',
  'net gross adjusted annual average phase stage table section form note item part chapter article notice announcement order decree mineral resources resource ore reserves',
  'reserve measured indicated inferred proved proven probable capital cash sales revenue production output exports export imports import prices price market china chinese us',
  'usa uk eu america american americas europe european asia asian africa african japan japanese korea korean vietnam vietnamese germany german india indian myanmar laos',
  'malaysia malaysian australia australian brazil brazilian canada canadian russia russian france french netherlands rotterdam estonia thailand indonesia congo taiwan mexico',
  'united states kingdom south north east west western northern eastern southern new christmas class grade series covid state council party committee communist national',
  'provincial bank board reporter source contact hotline highlights outlook corporate operations safety overview data level type model plan year five-year doctors doctor',
  'loans loan tungsten cobalt copper nickel zinc lead tin gold silver bismuth antimony graphite zircon monazite bastnaesite spodumene lanthanum molybdenum tantalum manganese',
  'ingots ingot metals metal oxides oxide magnets magnet record discussion analysis management news commission file highway wrap weekly daily report statistics measures',
  'underlying campaign post-tax after-tax pre-tax villagers villager shareholders shareholder directors director executive summary results quarterly half-year full-year',
  'chief executive heavy light medium separated photo photos photograph published updated image images credit subscribe share advertisement newsletter author editor text words caption credits copyright posted edited opinion analysis feature interview',
  'financial operating review department ministry bureau office agency administration commission government',
  'mtpa ktpa tpa mwh gwh kwh earnings demand yield yields order orders guidance investments investment dividend dividends debt equity profit profits income costs cost expenses',
  'assets liabilities concentrate recovery recoveries throughput feed feedstock supply stocks inventory inventories shipments deliveries purchases trade sustaining all-in payback',
  'road avenue street center centre hall hotel building code act law regulation document documents articles tel fax email outside inside beyond visiting treasuries study studies estimate assessment activities holiday labour new-energy',
  'association associations federation society union chamber exchange index indices hong kong macao macau singapore philippines philippine israel italy italian spain spanish britain british mongolia kazakhstan norway norwegian sweden swedish finland denmark turkey chile peru argentina tanzania malawi nigeria madagascar angola greenland ukraine figure potential delivery closing finishing settling trading click image photo via canva life conference call webcast other achievements adobe stock getty shutterstock istock unsplash pexels return returns internal rate looking including using taking having given value present',
  'pre-production infrastructure water funding timetable thorium uranium liquidity working sensitivity celsius fahrenheit correspondent nibor euribor libor sofr shibor hibor stibor',
].join(' ').split(' '));
/** Letters that stand for a measure, a unit or goods: GDP, EBITDA, NdPr, Pr-Nd, N52, Dy2O3. */
const LETTERS = /^(?:[A-Z]{1,6}\d*[A-Z]?|[A-Z]{2,}s|(?:[A-Z][a-z]?\d*){1,5}|(?:[A-Z][a-z])-(?:[A-Z][a-z])(?:-[A-Z][a-z])?|[A-Z]+\d[\w-]*|[A-Z]-\w+|Q[1-4]|H[12]|FY\d+)$/;
const TELLING = /^\p{Lu}[-'’\p{L}]*\p{Ll}{2}/u;
/** What kind of thing a name is of, behind what tells it apart. */
const GENERIC: ReadonlySet<string> = new Set('new advanced rare earths earth rare-earth rare-earths materials material metals metal minerals mineral resources resource co ltd limited inc corp corporation company group holdings holding plc pty technology technologies tech industry industries industrial economic development high-tech hi-tech zone park county city town township district province prefecture village project plant mine base bureau permanent magnetic functional international customs port street'.split(' '));

const isGeneric = (word: string): boolean => GENERIC.has(word.toLowerCase());

/** Behind the name of a road: "Keji 2nd Road". */
const ROAD = /^ (?:\d+[a-z]{2} )?(?:Road|Street|Avenue|Boulevard|Lane)\b/;
/** Papers and agencies, which tell of others. */
const PAPER = /^(?:Daily|News|Times|Post|Evening|Morning|Herald|Net|Newspaper|TV|Television|Radio|Agency|Media)$/;
/** What people are called by what they do. */
export const ROLE = 'reporters?|correspondents?|directors?|managers?|chief|chairman|chairwoman|president|executive|engineers?|workers?|villagers?|farmers?|secretary|mayor|analysts?|professor|academician|officer|founder|technicians?|head|deputy|leader|CEO|CFO|Dr|Mr|Ms|Mrs|Prof';
const PERSON_BEFORE = new RegExp(String.raw`\b(?:${ROLE})\.?,? (?:[A-Z][a-z] )?$|\b(?:said|says|told|added|recalled|explained) (?:[A-Z][a-z] )?$`, 'i');
const PERSON_BEHIND = new RegExp(String.raw`^, who (?!l)|^,? (?:said|says|told|added|recalled|explained|noted|pointed|sighed|smiled|introduced that)\b|^,? ?\(?(?:[a-z]+ ){0,4}(?:${ROLE})\b(?! [A-Z])|^, \d\d?,`);

/** Provinces and towns that stand in front of the names of those that sit there. */
const PLACE = /^(?:Jiangxi|Guangdong|Fujian|Sichuan|Hunan|Guangxi|Shandong|Jiangsu|Zhejiang|Anhui|Hebei|Henan|Shanxi|Shaanxi|Yunnan|Guizhou|Beijing|Shanghai|Tianjin|Chongqing|Shenzhen|Ganzhou|Baotou|Longnan|Ningbo|Xiamen|Hangzhou|Wuxi)$/;

function shortOf(words: readonly string[], head: string | null): string {
  // "Wolverine Hills project", but "Dinghe New Materials plant".
  if (head !== null) return words.length === 2 && /^(?:Hills?|Mountain|Valley|River|Creek|Lake|Bay|Range|Ridge|South|North|East|West|Flats?|Well|Pass|Rocks?)$/.test(words[1] ?? '') ? `${words.join(' ')} ${head}` : `${words[0] ?? ''} ${head}`;
  if (words.length > 1 && PLACE.test(words[0] ?? '') && !isGeneric(words[1] ?? '')) return shortOf(words.slice(1), null);
  const generic = words.findIndex((word, at) => at > 0 && isGeneric(word));
  return words.slice(0, Math.min(generic === -1 ? words.length : generic, 2)).join(' ');
}

/** Whether a text has a word of small letters, by itself. */
function isWordOf(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) if (!/[\p{L}-]/u.test(`${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`)) return true;
  return false;
}

/** Words of a line at least that tell whether all are written with a capital. */
const FEWEST_WORDS = 5;
/** Whether a place is in a line whose words are all written as names are. */
function isHeadline(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? text.length : end);
  if (line.length > 160 || /[.;]\s*$|\. /.test(line)) return false;
  const words = line.match(/(?<![\p{L}\d-])\p{L}{4,}/gu) ?? [];
  return words.length >= FEWEST_WORDS && words.every((word) => /^(?:\p{Lu}|with|from|than|over|into|that|this|after|amid)/u.test(word));
}

/** The names of an English text in their order, those of people left out. */
export function englishNames(text: string): Name[] {
  const people = new Set<string>();
  // What is also written small is a word like others: "Concentrator" at the head of a line.
  const known = new Map<string, boolean>();
  const isCommon = (word: string): boolean => {
    let is = known.get(word);
    if (is === undefined) known.set(word, is = COMMON.has(word.toLowerCase()) || (word.includes('-') && word.split('-').every((part) => COMMON.has(part.toLowerCase()))) || /^[A-Z][a-z]+ium$/.test(word) || (word.length > 2 && isWordOf(text, word.toLowerCase())));
    return is;
  };
  const found: (Name & { readonly words: readonly string[]; readonly isOpening: boolean; readonly isHeadline: boolean })[] = [];
  for (const { 0: whole, index } of matchesOf(text, NAME)) {
    // An address of the net, and whose money is in something.
    if (/^(?:\.(?:com|net|org|cn)\b|-(?:invested|funded|owned|based|backed|listed)\b)/.test(text.slice(index + whole.length, index + whole.length + 10))) continue;
    // A unit: 1.46 Tesla.
    if (/\d ?$/.test(text.slice(Math.max(0, index - 2), index))) continue;
    const words = whole.split(' ');
    const head = IS_HEAD.test(words.at(-1) ?? '') ? (words.at(-1) ?? null) : null;
    const all = words.filter((word) => /^\p{Lu}/u.test(word));
    const opens = (at: number): boolean => isCommon(all[at] ?? '') || /^[IVX]+$/.test(all[at] ?? '') || (head === null && LETTERS.test(all[at] ?? '') && (!isGeneric(all[at + 1] ?? '') || /^[A-Z]+$/.test(all[at + 1] ?? '')));
    const first = all.findIndex((_, at) => !opens(at));
    const capitals = first === -1 ? [] : all.slice(first);
    const skipped = first <= 0 ? 0 : all.slice(0, first).reduce((sum, word) => sum + word.length + 1, 0);
    if (!capitals.some((word) => TELLING.test(word) && !isCommon(word) && !isGeneric(word)) && !(LETTERS.test(capitals[0] ?? '') && (capitals.length > 1 || head !== null))) continue;
    const start = index + skipped;
    const before = text.slice(Math.max(0, start - 24), start);
    if (ROAD.test(text.slice(index + whole.length, index + whole.length + 20)) || capitals.some((word) => PAPER.test(word)) || /["“‘']$/.test(before) && /^ (?:Plan|Action|Goal|Project|Policy|Initiative|Campaign)s?["”’']/.test(text.slice(index + whole.length, index + whole.length + 14)) || /["“]$/.test(before) && /^(?:Plan|Action|Goal|Policy|Initiative|Campaign)s?$/.test(words.at(-1) ?? '') || /\b(?:Department|Ministry|Bureau|Office|Administration|Commission|Institute|University|Academy|College|School|Association|Cent(?:re|er)) of (?:the )?$/.test(before)) continue;
    if (head === null && (PERSON_BEFORE.test(before) || PERSON_BEHIND.test(text.slice(index + whole.length, index + whole.length + 60)))) {
      people.add(capitals.join(' '));
      people.add(capitals[0] ?? '');
      continue;
    }
    found.push({ start, end: index + whole.length, short: shortOf(capitals, head), head: (head ?? capitals.at(-1) ?? '').toLowerCase(), words: capitals, isOpening: skipped === 0 && /(?:^|[.!?:;\n"“”•] ?)$/.test(before), isHeadline: isHeadline(text, index) });
  }
  // One word that opens a sentence is a name where it is one elsewhere.
  const told = new Set(found.filter(({ isOpening, isHeadline: isHead, words }) => !isHead && (!isOpening || words.length > 1)).flatMap(({ words }) => words.slice(0, 1)));
  return found.filter(({ words, isOpening, isHeadline: isHead, head }) => !people.has(words.join(' ')) && (isHead ? told.has(words[0] ?? '') : !isOpening || words.length > 1 || told.has(words[0] ?? '') || IS_HEAD.test(head)));
}

/** The names of a text with the companies that are known, each by what it is called. */
export function withNamedCompanies(names: readonly Name[], { text, mentions }: { readonly text: string; readonly mentions: readonly EntityMention[] }): Name[] {
  const known = mentions.filter(({ entityId, start, end }) => entityId.startsWith('company:') && /^\p{Lu}.*\p{Ll}{2}/u.test(text.slice(start, end)));
  if (known.length === 0) return [...names];
  const others = names.filter((name) => known.every(({ start, end }) => name.end <= start || name.start >= end));
  return [...others, ...known.map(({ start, end }) => ({ start, end, short: companyName(text.slice(start, end)), head: 'company' }))].toSorted((one, other) => one.start - other.start);
}
