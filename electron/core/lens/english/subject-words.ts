/** Verbs that part what is said of from what is said, in any of their forms: a pattern's alternatives. */
export const VERBS = [
  'will|would|can|could|should|might|must|was|were|is|are|be|been|being|has|have|had|rose|rises?|rising|risen|fell|falls?|falling|fallen|grew|grows?|grown|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|declin(?:ed|es|ing)|dropp?(?:ed|s|ing)|climb(?:ed|s|ing)|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)',
  'slipped|slid|plung(?:ed|es)|slump(?:ed|s)|edged|gain(?:ed|s)|added(?! value)|adds|shed|lost|loses|reach(?:ed|es|ing)?|hit|hits|stood|stands?|total(?:led|ed|s|ling|ing)|amount(?:ed|s|ing)? to|averag(?:ed|es|ing)|exceed(?:ed|s|ing)?|account(?:ed|s|ing)? for|mak(?:e|es|ing) up|made up|made|makes|represent(?:ed|s|ing)?',
  'rang(?:e|es|ed|ing)(?= (?:between|from)\\b)|came|comes|remain(?:ed|s)|kept|keeps?|stay(?:ed|s)|held|holds?|moved|moves|fetched|fetch(?:es)?|(?<!goods )sold|sells?|starts?|started|trad(?:ed|es|ing(?= (?:at|around|near|between)\b))|chang(?:ed|es) hands|closed|opened|settled|(?<!\\b(?:a|the|its|unit|total|average|production|sustaining|operating|cash|all-in|delivered|separation|processing|reagent|capital|labour|labor|energy|smelting|financing|of) )costs?(?! of| for| per)|expects?|expected|plans to|planned|aims?|produc(?:ed|es|ing|e)|sav(?:ed|es|ing)|cover(?:ed|s|ing)?|contain(?:ed|s|ing)?|(?<!\\b(?:trial|test|pilot) )runs?|ran|rank(?:ed|s|ing)',
  'broke|breaks|leapt|leaps|tumbled|rallied|surpass(?:ed|es|ing)|topped|nears|neared|swelled|shrank|slowed|widened|receiv(?:ed|es)|got|cut|cuts|rais(?:ed|es)|lift(?:ed|s)|brings?|brought|went|goes|doubled|tripled|supply|supplies|supplied|recovers?|recovered|employ(?:s|ed)?|quoted|offered|priced|estimated|sets?|shipped|completed?|realized?|achieved?|invested|spent|occup(?:y|ies|ied)|took|takes?|need(?:s|ed)|handle[sd]?|show(?:s|ed)?|include[sd]?|including',
  'generat(?:ed|es|ing)|earned|posted|reported|recorded|booked|attract(?:ed|s|ing)?|creat(?:ed|es|ing)?|improv(?:ed|es)|expand(?:ed|s)|narrowed|widened|treat(?:ed|s)?|advanc(?:ed|es|ing)|continu(?:ed|es|e)|contribut(?:ed|es|ing)|provid(?:ed|es|ing)|issu(?:ed|es|ing)|granted|grants(?! (?:of|was|were|for)\\b)|introduc(?:ed|es|ing)|obtain(?:ed|s|ing)|gather(?:ed|s|ing)|form(?:ed|s)|establish(?:ed|es|ing)|develop(?:ed|s)|process(?:ed|es)|deliver(?:ed|s|ing)|launch(?:ed|es)|arrang(?:ed|es)|implement(?:ed|s)|won|drawn|drew|heard|appl(?:y|ies|ied)|limit(?:ed|s)|focus(?:ed|es)?|maintain(?:ed|s|ing)|firm(?:ed|s)|eased|retreat(?:ed|s)|rebound(?:ed|s)|recover(?:y|ies)?ed|import(?:ed)|export(?:ed)|mined|milled|yielded|yields(?! (?:rose|fell|of|were|was|improved|climbed|increased|dropped|reached)\\b)|deliver(?:ed|s)|award(?:ed|s)|commit(?:ted|s)|secur(?:ed|es)|repaid|repay(?:s|ing)?|owns?|owned|owes?|owed|installed|visited|trained|recruited|cultivat(?:ed|es|ing)|rang(?:ed|es|ing)|forecasts?|targets|targeted|costing|peak(?:ed|s)|bottomed|hover(?:ed|s|ing)|leas(?:ed|es)|accept(?:ed|s)?|realizing|achieving|completing|signed|built|pull(?:ed|s) back|fluctuat(?:ed|es|ing)|stabili[sz](?:ed|es)|linger(?:ed|s)|inch(?:ed|es)|dip(?:ped|s)|soften(?:ed|s)|strengthen(?:ed|s)|weaken(?:ed|s)|put|lend|lent|paid|pays|bought|buys?|with|worth|compared|boost(?:ed|s)?|strive|assessed|found|may(?= (?:be|have|not|also|rise|fall|reach|exceed|see|take|cost)\\b)|seen|pegged|projected|capped|gets?|turn(?:ed|s)? out|did|does|compares?|carr(?:y|ies|ied)|requires?|required|allow(?:s|ed)|gives?|gave|given|hosts|hosted|boasts?|equals|begins?|began|seeks?|sought|bears|bore|sees|saw|led|invests?|taking|buying|weigh(?:s|ed)|averages|absorbs?|absorbed|emits?|emitted|consists?|consisted|anticipat(?:ed|es?)|at',
].join('|');

/** The words that a pattern of letters, groups and optional parts stands for, up to its first space; what it looks ahead or back for is left out. */
function firstWords(pattern: string): string[] {
  const plain = pattern.replace(/\(\?<?[!=](?:[^()]|\([^()]*\))*\)/g, '');
  const group = /\(\?:([^()]*)\)(\??)|\[(\w+)\](\??)|(\w)\?/.exec(plain);
  if (!group) return [plain.split(' ')[0] ?? ''];
  const [whole, choices, isFree, letters, isFreeLetter, letter] = group;
  const parts = choices === undefined ? (letters === undefined ? [letter ?? '', ''] : letters.split('')) : choices.split('|');
  if (isFree === '?' || isFreeLetter === '?') parts.push('');
  return parts.flatMap((part) => firstWords(plain.slice(0, group.index) + part + plain.slice(group.index + whole.length)));
}

/** Alternatives of a pattern, those inside its groups apart. */
function alternativesOf(pattern: string): string[] {
  const found = [''];
  let depth = 0;
  for (const one of pattern) {
    if (one === '(') depth += 1;
    if (one === ')') depth -= 1;
    if (one === '|' && depth === 0) found.push('');
    else found[found.length - 1] += one;
  }
  return found;
}

/** The alternatives that each first word may begin, in their order: at a word only its own are tried. */
const BY_FIRST_WORD = new Map<string, string[]>();
for (const alternative of alternativesOf(VERBS)) {
  for (const word of new Set(firstWords(alternative))) BY_FIRST_WORD.set(word, [...(BY_FIRST_WORD.get(word) ?? []), alternative]);
}
const HERE = new Map<string, RegExp>();

/** What finds a verb at a place whose word is this one; null where none begins so. */
function verbHere(word: string): RegExp | null {
  const alternatives = BY_FIRST_WORD.get(word);
  if (!alternatives) return null;
  let here = HERE.get(word);
  if (!here) HERE.set(word, here = new RegExp(String.raw`(?<!-)\b(?:${alternatives.join('|')})\b`, 'iy'));
  return here;
}

/** Any other past form is taken for a verb where what stands behind it begins an object or tells how much. */
const PAST = /(?<![-\w])(?!(?:need|feed|speed|seed|indeed|hundred|bed|red|shed|sacred|embed|weed|breed)\b)[a-z]{3,}ed(?= (?:to|by|at|in|from|an?|the|its|their|about|some|nearly|almost|more|over|up|down|just|only|around|another)\b| [A-Z]{0,3}[$€£¥]?$| ?$)/y;

function matchAt(pattern: RegExp | null, text: string, index: number): RegExpExecArray | null {
  if (pattern === null) return null;
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** The place of a letter in the alphabet, from 1; 0 for anything else. */
function letterAt(text: string, at: number): number {
  const letter = (text.charCodeAt(at) | 32) - 96;
  return letter >= 1 && letter <= LETTERS ? letter : 0;
}

const LETTERS = 26;
/** Which first three letters some verb begins with, 0 for those that a short one lacks: most words are passed over by them, without being cut out. */
const BEGINNINGS = new Uint8Array((LETTERS + 1) ** 3);
const beginning = (word: string, at: number, end: number): number => ((letterAt(word, at) * (LETTERS + 1)) + (at + 1 < end ? letterAt(word, at + 1) : 0)) * (LETTERS + 1) + (at + 2 < end ? letterAt(word, at + 2) : 0);
for (const word of BY_FIRST_WORD.keys()) BEGINNINGS[beginning(word, 0, word.length)] = 1;

/** The verbs of a text in their order, found by their first words: most words begin none, and are passed over without the pattern. */
export function verbsOf(text: string, most = Number.POSITIVE_INFINITY): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = 0; at < text.length; ) {
    if (letterAt(text, at) === 0) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (letterAt(text, end) !== 0) end += 1;
    const isVerb = BEGINNINGS[beginning(text, at, end)] === 1;
    const isPast = text[end - 1] === 'd' && text[end - 2] === 'e';
    const verb = (isVerb ? matchAt(verbHere(text.slice(at, end).toLowerCase()), text, at) : null) ?? (isPast ? matchAt(PAST, text, at) : null);
    at = verb ? at + verb[0].length : end;
    if (!verb) continue;
    found.push(verb);
    if (found.length >= most) break;
  }
  return found;
}

/** Whether a text has a verb. */
export const hasVerb = (text: string): boolean => verbsOf(text, 1).length > 0;

const NOUN_BREAKS: ReadonlySet<string> = new Set('along of in on at to for from by with and or but as than that which who is are was were be been will would has have had per a an the its their this these more less fewer higher lower above below over under up down year-on-year yoy into through between among against after before since until during while where when if not also so can could may might should took take takes came come made make went passed started start began joined each every respectively last next ago earlier later old apiece now only out within across including compared worth annually daily together set such once long via about around today yesterday left won agreed signed said says attended exceeded reached located both all still participated gathered settled contains holds starts begins opens operates employs remain remains needs uses comes goes includes shows work works exceed exceeds expect expects'.split(' '));
/** Whether no noun phrase behind a figure goes over a word. */
export const breaksNoun = (word: string): boolean => NOUN_BREAKS.has(word.toLowerCase());
