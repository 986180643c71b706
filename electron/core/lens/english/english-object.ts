import { nounAfter, nounOf } from './english-noun.ts';
import { cleaned, thingOf } from './english-phrase.ts';
import type { SubjectRule } from './english-place.ts';
import { verbsIn } from './english-verb.ts';

const FILL = String.raw`(?: (?:about|some|around|nearly|almost|more than|over|up to|at least|less than|approximately|an estimated|only|just|a|an|above|below|under|roughly|between|as much as|close to|no more than|not less than|a total of|total|a record|a further|another|further))*`;
const SIGN = String.raw` ?(?:[A-Z]{0,3}[$€£¥₹]|RMB|CNY|USD|AUD|EUR)? ?`;

const MOVES_OBJECT = new RegExp(String.raw`^.*\b(?:doubl\w+|boost\w*|rais\w+|lift\w*|cuts?|cutting|increas\w+|reduc\w+|lower\w*|expand\w*|bring\w*|brought|push\w*|sets?|keep\w*|kept|put|improv(?:ed|es|ing)|shorten(?:ed|s)|revis(?:ed|es)|adjust(?:ed|s|ing)|assess(?:ed|es)|peg(?:s|ged)|estimat(?:ed|es)|trimm?(?:ed|s)|slash(?:ed|es)|limit(?:ed|s)|restrict(?:ed|s)|valu(?:es|ed|ing)|leav(?:es|ing)|left|driv(?:es|ing)|drove|takes?|taking|took|moves?|pull(?:s|ed)) (?:up |down )?((?:the |its |their |an? )?[a-z][^,;]*?) (?:to|by|from|at)${FILL}${SIGN}$`, 'i');
const MOVES_BY = /\b(?:lift|rais|boost|increas|expand|cut|reduc|lower|trimm|slash)(?:e?d)? (?:the |its |their )?((?:[a-z][a-z-]+ ){1,4})$/i;
const LOSS = /\b(?:net |operating |underlying )?loss(?:es)?$/;
/** "Raised its output to", "lifted product sales 14 % to" */
export const movedObject: SubjectRule = ({ clause, kind, after }) => {
  const words = MOVES_OBJECT.exec(clause)?.[1] ?? (kind === 'change' && /^ to \S{0,5}\d/.test(after) ? MOVES_BY.exec(clause)?.[1] : undefined);
  // "Adjusted EBITDA rose to" is a measure, and nobody adjusted anything.
  if (words !== undefined && /^ ?(?:[Aa]djusted|[Rr]evised) /.test(clause) && /\b(?:rose|fell|narrowed|widened|grew|increased|decreased|declined|improved|was|were|came|totall?ed|climbed|dropped|reached)\b/.test(words)) return null;
  // By how much a loss moved it is itself what moved.
  const loss = words === undefined ? undefined : LOSS.exec(words)?.[0];
  if (loss !== undefined) return loss;
  return words === undefined || /^(?:to )?(?:be|have)\b/.test(words) || /(?<![A-Z])\d/.test(words) ? null : thingOf(words.replace(/ (?:by|from|to) .*$/, '').replace(/(?<=\w) (?:flat|steady|unchanged|stable|higher|lower)$/, ''));
};

/** "Paid $4.20 a pound for mixed oxide" */
export const pricedFor: SubjectRule = ({ kind, near, after }) => (kind === 'price' && /\b(?:paid|pay|paying|asked|asking|bid|offered|charged?)\b[^,;]*$/.test(near) ? thingOf(/^ for (?!delivery|the (?:first|second|third|fourth|same|year|month|week)|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)([A-Za-z][\w -]*?)(?= (?:this|last|in|on|from|delivered|at|and)\b|[,;.]|$)/.exec(after)?.[1]) : null);

const MAKES = new RegExp(String.raw`\b(?:produced?|produces|exported|imported|completed|realized|achieved|consumed?|sold|processed|shipped|purchased|bought|mined|recovered|smelted|separated|recycled)( [a-z][\w -]*?)${FILL} ?$`, 'i');
/** "Produced gadolinium-iron alloy 1,386 tons", and so the next of such a list. */
export const madeBefore: SubjectRule = ({ kind, clause }) => {
  if (kind !== 'mass' && kind !== 'money') return null;
  const words = MAKES.exec(clause)?.[1];
  if (words === undefined || /^ (?:of|in|at|by|from|for|to|with|on|over|between|during|and|or|as|than|while|up|down|out)\b/.test(words) || verbsIn(words).length > 0) return null;
  return thingOf(words);
};

const HOLDS_FOR = /\b(?:has|have|had|holds?|keeps?|kept) (?:only |about |raw )?((?:[a-z-]+ ){0,3}(?:stocks?|inventor(?:y|ies)|supply|supplies|orders|reserves|feedstock|material)) (?:for|of|to last|worth)(?: (?:about|only|less than|more than))? $/i;
/** "Have raw material stock for 10-15 days" */
export const stockFor: SubjectRule = ({ kind, near }) => (kind === 'level' ? (HOLDS_FOR.exec(near)?.[1] ?? null) : null);

const SOURCE = /^ (?:from|on) (?:the |its |their |higher |lower |increased |reduced )?([A-Za-z][\w -]*?)(?=[,;.]| and [A-Z$€£¥\d]| due | as | to |$)/;
/** "Attributable to $29 million from higher oxide sales and $36 million from magnets", "offset by $16 million lower sales of concentrate" */
export const source: SubjectRule = ({ kind, unit, lead, since, after }) => {
  if (kind !== 'money' && !(kind === 'change' && (unit === null || /^[A-Z]{3}$/.test(unit)))) return null;
  if (/\b[Ww]e (?:have |had )?raised(?: (?:about|some|nearly|over))? ?(?:[A-Z]{0,3}[$€£¥])?$/.test(lead)) return 'funds raised';
  const off = /^ off (?:the |its )?([A-Za-z][\w -]*?)(?=[,;.]| and | in |$)/.exec(after)?.[1];
  if (off !== undefined) return cleaned(off);
  const comes = /^ (?:comes?|came|will come) from (?:the |its |an? )?([A-Za-z][\w -]*?)(?=[,;.]| and | in |$)/.exec(after)?.[1];
  if (comes !== undefined) return cleaned(comes);
  const less = /^ (?:lower|higher|less|more) ((?!than\b)[a-z][\w -]*?)(?=[,;.]| and | in | due |$)/.exec(after)?.[1];
  if (less !== undefined) return cleaned(less);
  const isSplit = /\b(?:attributable to|due to|reflect(?:ing|s|ed)|compris(?:ing|es|ed)|consist(?:ing|s|ed) of|including|offset by|owing to)(?: (?:about|some|an?))? ?[A-Z]{0,3}[$€£¥]?$/i.test(lead) || (/\b(?:attributable to|due to|reflect\w+|compris\w+|consist\w+ of|including)\b/i.test(lead) && /(?:,| and|, and) ?[A-Z]{0,3}[$€£¥]?$/.test(since));
  return isSplit ? cleaned(SOURCE.exec(after)?.[1] ?? '') || null : null;
};

/** "Capital expenditure was $83m ($31m for the separation circuit and $52m on the tailings facility)" */
export const shareOfSum: SubjectRule = ({ kind, lead, whole, after }) => {
  if (kind !== 'money' || whole === '' || !/\([^()]*$|\b(?:included?|including|comprised|comprising)\b[^;.()]*$/.test(lead)) return null;
  const words = /^ (?:for|on|in|to) (?:the |its |a )?([a-z][\w -]*?)(?=[,;.)]| and [A-Z$€£¥\d]|$)/i.exec(after)?.[1];
  if (words === undefined) return null;
  const head = whole.split(' ').slice(0, 2).join(' ');
  return words.startsWith(head) ? words : `${head} ${words}`;
};

const EXPECTS = new RegExp(String.raw`\b(?:expects?|anticipates?|anticipate|forecasts?|guid(?:es|ed) (?:to|for)|sees)${FILL}${SIGN}$`, 'i');
/** "The company continues to anticipate $500 million": again of what was told. */
export const expectedAgain: SubjectRule = ({ kind, near, after, whole }) => ((kind === 'money' || kind === 'mass') && EXPECTS.test(near) && !/^ of\b/.test(after) ? whole || 'it' : null);

const THOSE = /^ ?(?:and |but |while )?(?:those|that) (to|from|of|in|for|by) (?:the )?([A-Za-z][\w .-]*)$/;
/** "While those to Germany climbed": exports, of which was told before. */
export const those: SubjectRule = ({ clause, whole }) => {
  const verb = whole === '' ? undefined : verbsIn(clause)[0];
  const [, how, where] = verb ? (THOSE.exec(clause.slice(0, verb.index).trimEnd()) ?? []) : [];
  if (how === undefined || where === undefined) return null;
  const at = whole.lastIndexOf(` ${how} `);
  return `${at === -1 ? whole : whole.slice(0, at)} ${how} ${cleaned(where)}`;
};

const SYMBOL = /^ (?:of )?((?:NdPr|PrNd|DyTb|La|Ce|Pr|Nd|Sm|Eu|Gd|Tb|Dy|Ho|Er|Sc|U3O8)\b)(?=[,;.)]| and | plus | is | was | are | were |$)/;
/** "Guidance of 8,800 tonnes of NdPr" */
const MEASURE_OF = /\b(guidance|quota|output|production|capacity|sales|demand) (?:of |(?:is|was|remains) (?:unchanged |maintained )?(?:at )?)(?:about |some |up to |around )?$/i;
const STUFF = /^ (?!(?:of|in|on|at|to|for|from|by|with|and|or|per|a|the)\b)((?:[A-Z][\w-]*|[a-z]+)(?: [a-z]+){0,2}? ?\b(?:oxides?|carbonates?|chlorides?|concentrates?|metal|alloys?|magnets|powders?|ore|scrap|NdFeB))(?=[,;.)]| and | at | \(|$)/;
/** "318 t NdPr oxide, 41 t La carbonate" */
export const stuff: SubjectRule = ({ kind, near, after }) => {
  const named = kind === 'mass' ? (SYMBOL.exec(after)?.[1] ?? STUFF.exec(after)?.[1] ?? null) : null;
  const measure = named === null ? undefined : MEASURE_OF.exec(near)?.[1];
  return named === null || measure === undefined ? named : `${named} ${measure.toLowerCase()}`;
};

/** "C1 cost: US$48.9/kg", "Ore processed: 118,000 t" */
export const labelled: SubjectRule = ({ kind, near, after }) => {
  const words = /(?:^|[.;,] |\n)[-*•·]? ?([A-Za-z][^:;,.()\n]{1,50}): ?(?:[A-Z]{0,3}[$€£¥])?$/.exec(near)?.[1];
  return words === undefined || words.split(' ').length > (kind === 'count' && nounAfter(after) !== '' ? 2 : 6) || verbsIn(words).some(({ 0: verb }) => /^accounted/i.test(verb)) || /\b(?:said|says|added|told|was|were|is|are|has|have|follows|including|reporter)\b/i.test(words) ? null : thingOf(words);
};

/** "25 million shares at C$0.90 each" */
export const each: SubjectRule = ({ kind, since, after, earlier }) => (kind === 'price' && earlier?.kind === 'count' && /^ (?:each|apiece|per share|a share)\b/.test(after) && /^(?: [a-z]+){0,3} at (?:a price of |an average of )?(?:[A-Z]{0,3}[$€£¥])?$/.test(since) ? earlier.words : null);

/** "Shares fell as much as 8.7 % before closing 5.1 % lower" */
export const closing: SubjectRule = ({ since, whole }) => (/\b(?:before|and|to|after) (?:clos|end|settl|finish)\w*(?: at)? ?(?:[A-Z]{0,3}[$€£¥])?$/.test(since) ? whole : null);

const OPENS = /^(?:According|In|At|On|By|As|With|After|Since|During|For|From|Under|Of|Among|When|If|Compared|Because|Once|Today|[A-Z][a-z]+(?:ed|ing)|First|Second|Third|Last)\b/;
/** "Demand from robot makers, some 3 % of the total, is growing at": a clause that begins with its verb is of the sentence's subject. */
export const resumed: SubjectRule = ({ earlier, after, clause, clauses }) => {
  const verb = earlier && clauses.length > 1 && !/^ of\b/.test(after) ? verbsIn(clause)[0] : undefined;
  if (!verb || verb.index > 1 || !/^(?:is|are|was|were|has|have|had|will|would|rose|fell|grew|stood|reached|remain\w*)$/i.test(verb[0])) return null;
  const first = clauses.find((part) => part.trim() !== '') ?? '';
  const words = verbsIn(first).length > 0 || OPENS.test(first.trim()) ? null : thingOf(first);
  return words === null || /\d/.test(words) ? null : words;
};

const AVERAGES = new RegExp(String.raw`\b(?:averages?|averaged|totals|totalled|is|was|reached|stood at|came to)${FILL} ?$`, 'i');
/** "Annual output averages 4,830 tonnes of TREO": what is measured, and of what. */
export const averageOf: SubjectRule = ({ kind, clause, after }) => {
  const found = kind === 'mass' && /^ of (?!which|whom)/.test(after) ? AVERAGES.exec(clause) : null;
  const attribute = found ? thingOf(clause.slice(0, found.index)) : null;
  const of = attribute === null ? '' : nounOf(after).replace(/ (?:in|as|at) .*$/, '');
  return attribute === null || of === '' || /\d/.test(attribute) || !/\b(?:output|production|sales|capacity|inventor(?:y|ies)|stocks?|imports?|exports?|demand|consumption|volume)$/i.test(attribute) || attribute.split(' ').length > 2 || of.split(' ').length > 2 ? null : `${attribute} ${of}`;
};

/** "Average recovery is 67 %, with 73 % for Nd and 52 % for Tb" */
export const eachFor: SubjectRule = ({ kind, since, after, whole }) => {
  const whom = (kind === 'level' || kind === 'share') && whole !== '' && /^[^;.\d]{0,24}(?:,| with| and|, and) $/.test(since) ? /^ (?:for|in|of the|at) ([A-Z][\w-]*(?: [a-z]+)?)(?=[,;.]| and |$)/.exec(after)?.[1] : undefined;
  return whom === undefined ? null : `${whole.replace(/ (?:of|for) .*$/, '').split(' ').slice(-2).join(' ')} for ${whom}`;
};

/** "8,650 tons went to Europe, 3,940 tons to Southeast Asia", of exports */
export const toPlace: SubjectRule = ({ kind, lead, after }) => {
  const place = kind === 'mass' ? /^ (?:went |were shipped |was shipped |were sent |were sold )?to (?:the )?([A-Z][\w.]*\w(?: [A-Z][\w.]*\w)*)/.exec(after)?.[1] : undefined;
  const deed = place === undefined ? undefined : /\b(exports?|shipments?|sales|deliveries|imports?)\b/i.exec(lead)?.[1];
  return deed === undefined ? null : `${deed.toLowerCase()} to ${place}`;
};

const ADDS = new RegExp(String.raw`\b(?:add(?:s|ed|ing)?|contribut(?:es?|ed|ing))${FILL}${SIGN}$`, 'i');
/** "Adding 3.5 billion yuan to annual sales" */
export const addedTo: SubjectRule = ({ near, after }) => (/add|contribut/i.test(near) && ADDS.test(near) ? thingOf(/^ (?:a year |annually )?to (?:the |its |their )?([a-z][\w -]*?)(?=[,;.]| and | in | this | by |$)/.exec(after)?.[1]) : null);

/** Counted in what says nothing: "turnover was 14.3 million shares". */
const SAYS = new RegExp(String.raw`\b(?:was|were|is|are|reached|totall?ed|stood at|stands at|came to|amounted to|hit)${FILL} ?$`, 'i');
export const countOf: SubjectRule = ({ kind, unit, clause, after }) => {
  if (kind !== 'count' || !/^shares?$/.test(unit ?? nounAfter(after)) || !SAYS.test(clause)) return null;
  const verb = verbsIn(clause)[0];
  const words = verb ? thingOf(clause.slice(0, verb.index)) : null;
  return words === null || words.split(' ').length > 5 || /\d/.test(words) || nounAfter(after).split(' ').length > 1 ? null : words;
};
