import { isAppended } from './appended-figure.ts';
import { besideSubject } from './beside-subject.ts';
import { purposeSubject } from './purpose-subject.ts';
import { NOUN_BREAK, VERBS, hasVerb, verbsOf } from './subject-words.ts';

const OPENING = /^(?:(?:and|but|while|whereas|as|also|then|so|or|that|which|when|although|though|meanwhile|however|moreover|in addition|additionally|according to [^,]+,|at present|currently|today|now|overall|of which|among (?:them|which)|those of|that of|its|their|his|her|our|this|these|those|the|a|an|some|all|both|each|such|only|following|after|sharply|accumulated|cumulative)\b[ ,]*)+/i;
const TIMES = /(?<![\d-])\b(?:in|by|at|on|of|for|during|since|from|until|through|over|as of|up to)? ?(?:the )?(?:(?:first|second|third|fourth|last|past|previous|current|prior|preceding|same|this|next|whole|full|end of (?:the )?)[- ]?)*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?: \d{1,2})?(?:,? (?:19|20)\d\d)?(?: quarter| half)?|(?:19|20)\d\d|(?:nine |six |three |two )?(?:quarters?|half(?: of the year| year)?|years?|months?|weeks?|(?:trading |working )?days?)(?: (?:earlier|ago|before))?|period|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Q[1-4]|H[12]|FY ?\d+)\b(?: (?:ended|to|ending) [A-Z][a-z]+\.?(?: \d+)?)?(?: (?:of|in) (?:this year|last year|the year|(?:19|20)\d\d))?(?= |,|$)/g;
const YOY = /\byear[- ](?:on|over|to)[- ]year\b|\bmonth[- ]on[- ]month\b|\b[YMQW]-?O-?[YMQW]\b|\b(?:for example|for instance|respectively|in particular|in total|meanwhile|however|in turn)\b,?/gi;
const TERMS = /\b(?:FOB|CIF|EXW|DDP|ex[- ]works)\b(?: (?:main )?[A-Z][a-z]+)?(?=\s*(?:prices?)?\s*$)/g;
const MOVE_NOUN = String.raw`(?:increase|decrease|rise|fall|drop|decline|growth|gain|reduction|jump|surge|cut|improvement|expansion|slump|contraction)`;
const NOT_NOUN = new RegExp(String.raw`^(?:(?:sharp|annual|average|slight|further|new|overall|compound|steady|rapid|strong|significant|total|nearly|the|an?) )*(?:${MOVE_NOUN}|year-on-year|year|month|total|rate|range|level|record|about|average|amount|number|maximum|minimum|one|more|less|up|down|another|further|some|equivalent|sum|loss|weight|respectively|basis|value|peak|low|build|lot|quantity|volume|pace|last|latest|since|it|they|he|she|we|there|this|that|which|who|stable|steady|flat|unchanged|high|low|well|back|they \w+)s?$`, 'i');
/** Where a statement begins; for `and` see statementOf. */
const CLAUSE = new RegExp(String.raw`[,;:(|\t]| - |\b(?:but|while|whereas|which|who|that|compared with|compared to|versus|against|as well as|owing to|due to|thanks to|because of)\b`, 'i');
const FILL = String.raw`(?: (?:about|some|around|nearly|almost|more than|over|up to|at least|less than|approximately|an estimated|only|just|a|an|above|below|under|roughly|between|as much as|close to|no more than|not less than|a total of|total|a record))*`;
const SIGN = String.raw` ?(?:[A-Z]{0,3}[$€£¥₹]|RMB|CNY|USD|AUD|EUR)? ?`;
const ENDS_OF = new RegExp(String.raw` ?\bof${FILL}${SIGN}$`, 'i');
const LOANS = /\b(?:obtain\w*|secur\w+|receiv\w+|grant\w*|provid\w+|offer\w*|rais\w+) ((?:[a-z]+ ){0,2}(?:loans?|credits?|subsidies|grants?|funding|orders)) of(?: \w+){0,2} $/i;
const OBJECT = new RegExp(String.raw`^.*\b(?:doubl\w+|boost\w*|rais\w+|lift\w*|cuts?|cutting|increas\w+|reduc\w+|lower\w*|expand\w*|bring\w*|brought|push\w*|sets?|keep\w*|kept|put|improv(?:ed|es|ing)|shorten(?:ed|s)|revis(?:ed|es)|adjust(?:ed|s|ing)|assess(?:ed|es)|peg(?:s|ged)|estimat(?:ed|es)|trimm?(?:ed|s)|slash(?:ed|es)|limit(?:ed|s)|restrict(?:ed|s)|leav(?:es|ing)|left|driv(?:es|ing)|drove) (?:up |down )?((?:the |its |their |an? )?[a-z][^,;]*?) (?:to|by|from|at)${FILL}${SIGN}$`, 'i');
/** "An annual planned investment", "the completed investment": behind an article no verb, but part of the noun. */
const isAdjective = (text: string, at: number, word: string): boolean => /^(?:planned|completed|estimated|expected|contracted|realized|authorized|installed|invested|produced|designed|increased|improved|expanded|established|limited|priced|traded|drawn|committed|quoted|offered|imported|exported|signed|built|mined|recovered|processed|delivered|issued|developed|sold)$/i.test(word) && /(?:^|\b(?:an?|the|its|their|this|annual|total|average|all|cumulative|newly|new) )$/i.test(text.slice(Math.max(0, at - 14), at)) && /^ [a-z]/.test(text.slice(at + word.length, at + word.length + 2)) && !/^ (?:to|in|at|by|for|from|of|on|with|a|the|up|down|\d)\b/.test(text.slice(at + word.length, at + word.length + 6));
const verbsIn = (text: string): RegExpExecArray[] => verbsOf(text).filter(({ 0: word, index }) => !isAdjective(text, index, word));

const DONE = new RegExp(String.raw`\b(?:${VERBS})\b|\d\S*`, 'gi');
const LEVEL_OF = /^ (?:contingency|premium|discount|margin|dut(?:y|ies)|tariffs?|tax|lev(?:y|ies)|royalt(?:y|ies)|coupon|interest rate|grade|purity|recovery|utili[sz]ation|yield|moisture)\b/;
/** What a company does with money or goods: such a clause, without a subject of its own, is of the subject of its sentence. */
const DOES = /^ ?(?:and |then |also )*(?:has |have |had |will )?(?:invest|spen[dt]|paid|pay|built|build|rais|earn|receiv|need|us(?:e|es|ed)\b|borrow|lent|lend|bought|buy|sold|ship)/i;
const VERB_OBJECT = /^.*\b(?:assessed|assesses|brought|created|achieved|recorded|reported|posted|realized|completed|generating|generated) (?:an? |the |its )?(?:accumulated |cumulative )?(?=\w)/i;
const WORTH = /^ ?([\w'’ -]{3,}?),? (?:worth|valued at|costing|with|for)(?: (?:about|around|some|nearly|more than|over|a total of))*(?: [A-Z]{0,3}[$€£¥]?)? ?$/i;
const CARRIES = /^(?:[\s,;:()%]|and|or|up|down|an?|the|with|which|was|were|is|of|below|above|under|ago|year-on-year|yoy|increase\w*|decrease\w*|rise|fall|decline|drop|growth|gain|by|from|to|compared|than|about|around|more|less|over|nearly|some|at|higher|lower|accounting|for|representing|equivalent|but|still|while|only|rising|falling|rose|fell|grew|year|on|month|week|day|quarter|between|against|contributing|it|they|flat|making|taking|versus|just|almost|both|prices|[a-z]+ly|after|following|another|a|total|rate|in|TREO|REO|VAT|day|reach\w*|totall?ing|hit|stood|stand|\$|US|A|RMB|USD)*$/i;

const cleaned = (words: string): string => {
  let text = words.replace(TERMS, ' ').replace(YOY, ' ').replace(TIMES, ' ').replace(/\([^()]*\)?/g, ' ').replace(/[“”"‘’)[\]*•·]+/g, ' ').replace(/\s+/g, ' ').trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(OPENING, '').replace(/^[a-z]+['’]s (?=\w)/, '').replace(/(?:^|\s)(?:the|a|an|its|their|of|in|to|for|by|at|on|and|from|with|about|some|is|was|are|were|over|than|more than|nearly|around|up|down|approximately|almost|total of|also|all|that|[a-z]+ly)$/i, '').replace(/^(?:of|in|to|for|by|at|on|and|from|with|s|'s)\s/i, '').replace(/^[-,.:;\s]+|[-,.:;\s]+$/g, '');
  }
  return text.split(' ').slice(-10).join(' ');
};

/** The noun phrase right behind a figure: "key projects" of "32 key projects with…". */
export function nounAfter(after: string): string {
  const words: string[] = [];
  for (const word of after.trimStart().split(/\s+/)) {
    const bare = word.replace(/^["“'‘(]+/, '').replace(/[.,;:!?()"“”]+.*$/, '');
    const isOpen = words.length > 0 && !(words.at(-1) ?? '').endsWith('s');
    if (/^(?:and|or)$/i.test(bare) && isOpen && words.length < 4) {
      words.push(bare);
      continue;
    }
    if (bare === '' || NOUN_BREAK.test(bare) || /^\d|^[$€£¥]/.test(bare) || (words.length > 0 && !isOpen && !/s$|^(?:people|personnel|staff|capacity|production|output|group|industry|market|value|price|sector)$/i.test(bare))) break;
    words.push(bare);
    if ((bare !== word && !(word === `${bare},` && isOpenWord(bare))) || words.length >= 6) break;
  }
  while (/^(?:and|or)$/i.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** An adjective before a comma: "medium, heavy rare earth mines". */
function isOpenWord(word: string): boolean {
  return /^(?:medium|light|heavy|small|large|new|old|major|key|national|provincial)$/i.test(word);
}

function nounOf(after: string): string {
  const match = /^(?: \([^()]*\))? ?,? ?of (?!which|whom|them|these)(?:the |its |their |all |this |total )?/.exec(after);
  if (!match) return '';
  const rest = after.slice(match[0].length).replace(/^(?:[A-Z]{0,3}[$€£¥])\d\S*(?: (?:million|billion|bn|m))? (?=[a-z])/, '').split(/[,;(]|(?<!\b[A-Z])\.(?!\d)| (?:last|this|next) (?:year|month|quarter|week)\b| and (?:an?|the) | (?:from|to|at|by|with|for|is|are|was|were|will|has|have|had|per|a year|since|during|under|comes?|came|as|on|while|that|which|between) | and \d/)[0] ?? '';
  if (/^(?:planned |total )?[A-Z]{0,3}[$€£¥]?\d/.test(rest)) return '';
  return cleaned(rest.replace(/ in (?:the |its )?.*$/, (tail) => (rest.split(' ').length > 6 ? '' : tail))).split(' ').slice(0, 7).join(' ');
}

/** A part of what was set, not of a thing. */
const PLAN = /^ of (?:the |its |their |this )?(?:year['’]s |annual |full[- ]year |yearly |whole )?(?:nameplate|capacity|design|plan|target|task|goal|quota|budget|total|same|level|guidance)\b/i;
/** "One plant is running at about" 60 %. */
const RUNNING = /(?:^|[,;.] )([A-Za-z][\w -]{2,40}?) (?:is|are|was|were) (?:now |currently |only |still )?(?:running|operating|working) at(?: (?:about|around|nearly|some|only|just|less than|more than|over))* ?$/i;
/** What is counted by: "1,560 sets of apartments". */
const COLLECTIVE = /^ (?:sets?|batche?s?|lots?|pieces?|pairs?|units?|rounds?|types?|kinds?|categor(?:y|ies)|groups?|varieties|boxes|rolls?|cases?|copies|items?|bcm|series|truckloads?|containers?|hectares?|acres?|households?|families|teams?) of /;
/** Counted in units that say nothing, with what they are of in front: "capacity is 80 million units". */
const NO_NOUN = /^ (?:units|sets|pieces|copies|times)\b(?! of)/;

/** Where a figure stands in its sentence, for finding what it is said of. */
export interface SubjectPlace {
  /** From the beginning of the sentence to the figure. */
  readonly lead: string;
  /** From the end of the figure to that of the sentence. */
  readonly after: string;
  readonly kind: string;
  /** Normal form; null where there is none. */
  readonly unit: string | null;
  /** Of the figure before in the same sentence, and where its end is in `lead`; null for the first. */
  readonly earlier: { readonly words: string; readonly kind: string; readonly end: number } | null;
}

/** Of "was 5 t and separation quotas reached" the second statement: from the `and` behind the verb or figure before the last verb. */
function statementOf(clause: string): string {
  if (!clause.includes(' and ')) return clause;
  const last = verbsIn(clause).at(-1)?.index ?? clause.length;
  const done = [...clause.slice(0, last).matchAll(DONE)].at(-1);
  const cut = done ? clause.slice(0, last).indexOf(' and ', done.index + done[0].length) : -1;
  return cut === -1 ? clause : clause.slice(cut + 5);
}

/** What stands before the last verb of a clause, back to the verb before it; "earned from exports" is part of what it is said of. */
function fromVerb(written: string): string {
  const clause = statementOf(written);
  // A preposition parts only the figure from what it is said of: "the plant at Narva will make".
  const verbs = verbsIn(clause).filter(({ 0: word }, at, all) => at === all.length - 1 || !/^(?:at|with|worth)$/i.test(word));
  for (const [back, verb] of verbs.toReversed().entries()) {
    const before = verbs.at(-2 - back);
    const piece = clause.slice(before ? before.index + before[0].length : 0, verb.index);
    if (before && /^ (?:from|by|to|in|of|for|on|into|under|through)\b/.test(piece)) continue;
    const words = cleaned(piece.replace(/ (?:of|at|in|by|from|for|across) (?:the )?(?!(?:19|20)\d\d\b)\d.*$/, '').replace(/^.*\d\S*\s(?:(?:million|billion|thousand|\S+\/\S+|mt|t|kg|kt|Mt|yuan|tonnes|tons|percent|per cent|dollars|of)\s)*/, ''));
    if (words !== '' && !NOT_NOUN.test(words)) return words;
  }
  return '';
}

/** "a total investment of", "with an output of": what the last `of` before the figure is of. */
function fromOf(clause: string): string {
  const phrase = clause.replace(ENDS_OF, '').replace(/^.*\d.*? and /, '');
  const verb = verbsIn(phrase).at(-1) ?? [...phrase.matchAll(/\b[a-z]{3,}ed(?= (?:an?|the|its)\b)/g)].at(-1);
  const words = cleaned(verb ? phrase.slice(verb.index + verb[0].length) : phrase);
  // "The city's industry achieved an output value of": whose output it is, belongs to it.
  const whose = verb && !/^(?:with|at)$/i.test(verb[0]) && words.split(' ').length <= 3 ? cleaned(phrase.slice(0, verb.index).replace(/(?<=\w) (?:in|of) (?:the |our )?(?:whole )?(?:city|county|zone|park|district|province|region|country|area)(?= ?$)/, '')) : '';
  const isWhose = whose !== '' && !NOT_NOUN.test(whose) && !/\d/.test(whose) && verbsIn(whose).length === 0 && whose.split(' ').length <= 6;
  const isMove = new RegExp(String.raw`\b(?:${MOVE_NOUN}|growth rate)$`, 'i').test(words);
  return NOT_NOUN.test(words) || isMove ? '' : isWhose ? `${whose} ${words}` : words;
}

/** "a 6 % drop in revenue", "12,000 tonnes of oxide", "40 % of the workers", "a 15 % stake". */
function fromBehind({ lead, after, kind, unit, earlier }: SubjectPlace): string {
  const moved = new RegExp(String.raw`^[- ](?:year-on-year |annual |monthly |quarterly )?${MOVE_NOUN} (?:in|of) (?:the |its |their )?([^,;.]+?)(?= (?:to|from|due|because|as|after|by|in|on|for|amid|compared|year|since)\b|[,;.]|$)`, 'i').exec(after)?.[1];
  if (moved !== undefined) return cleaned(moved);
  if (kind === 'count' && COLLECTIVE.test(after)) {
    const of = nounOf(after.replace(/^ [\w-]+(?: [\w-]+)?(?= of )/, ''));
    if (of !== '') return of;
  }
  if (kind === 'count' && /^people$/.test(unit === 'person' ? 'people' : '') && /^ with (?:a |an )?[a-z]/.test(after)) return `people ${/^ (with (?:[\w-]+ ?){1,4})/.exec(after)?.[1]?.replace(/ (?:in|at|of|and|to|who|from)\b.*$/, '').trim() ?? ''}`;
  if (kind === 'count' && NO_NOUN.test(after)) return '';
  if (kind === 'count' && unit === null && earlier?.kind === 'count' && nounAfter(after) === '' && !/^ of\b/.test(after) && !hasVerb(lead.slice(earlier.end)) && !ENDS_OF.test(lead)) return earlier.words;
  if (kind === 'count' && unit !== null && /^[a-z]{4,}$/.test(unit) && !/^(?:person|unit|set|piece|time|share|item of)$/.test(unit) && nounAfter(after) === '' && !/^ of\b/.test(after)) return unit.endsWith('y') ? `${unit.slice(0, -1)}ies` : `${unit}s`;
  if (kind === 'count') return unit === 'person' ? 'people' : nounAfter(after.replace(/^ \d+[- ]?(?:kV|MW|kW|tonnes?|tons?|t|km|m)\b/, '')) || nounAfter(/^ of (?:the |its )?\d+ .*/.test(after) ? after.replace(/^ of (?:the |its )?\d+/, '') : '') || nounOf(after);
  const spent = /^ in (?:annual |total |new |special )?((?:term deposits|deposits|funds|capital|taxes|tax|revenues?|sales|output|investment|profits?|subsidies|loans?|funding|grants?|cash|debt|exports|orders|fees)\b(?: revenue| value)?)/.exec(after)?.[1];
  if (spent !== undefined) return spent;
  const grade = kind === 'level' ? /^ ((?:depth|thickness|width|height|diameter|length))\b(?! of)/.exec(after)?.[1] : undefined;
  if (grade !== undefined) return grade;
  if (LEVEL_OF.test(after)) return nounAfter(after);
  const purpose = purposeSubject({ lead, after, kind });
  if (purpose !== null && cleaned(purpose) !== '') return cleaned(purpose);
  const held = kind === 'mass' ? /^[ -]((?:bulk |pilot |trial |test )?(?:sample|lot|batch|shipment|cargo|parcel))s?\b(?: of ([\w -]{3,30}?)(?=[,;.]| (?:gave|was|were|at|to|for|in)\b|$))?/.exec(after) : null;
  if (held) return held[2] ?? held[1] ?? '';
  if (/^ (?:stake|shareholding|holding|interest|share)\b/.test(after)) return nounAfter(after).split(' ')[0] ?? '';
  const saved = unit === '%' ? /^ (?:less|more|fewer|lower|higher) ((?:[a-z-]+ ){0,2}[a-z-]+) than\b/.exec(after)?.[1] : undefined;
  if (saved !== undefined) return saved;
  if (kind === 'share') {
    if (/^ of\b/.test(after) && !PLAN.test(after) && !/\b(?:an?) (?:[\w-]+ ){1,3}of $/i.test(lead) && !/\b(?:account\w* for|represent\w*|ma[kd]e? up|suppl\w+|contribut\w+|compris\w+|holds?|provid\w+|covered|covers|met|meets|(?<!to )take|took)\b[^,]{0,20}$/i.test(lead)) return nounOf(after);
    if (/^ [A-Za-z]/.test(after) && !/^ (?:of|in|to|from|by|for|a|and|year)\b/.test(after)) return nounAfter(after);
  }
  return '';
}

/** "63 industrial enterprises above designated size": what such enterprises are called. */
function withSize(words: string, after: string): string {
  if (/^(?:enterprises|companies|industries)$/i.test(words)) return /^ (?:enterprises|companies|industries) above (?:the )?designated size/i.test(after) ? `${words} above designated size` : words;
  return /\w (?:enterprises|companies|industries)$/i.test(words) && /^[^,;.]*?(?:enterprises|companies|industries) above (?:the )?designated size/i.test(after) ? `${words} above designated size` : words;
}

/** The words that a figure of an English sentence is said of; empty where none are found. */
export function englishSubject(place: SubjectPlace): string {
  const words = withSize(subjectOf(place), place.after);
  return ATTRIBUTE.test(words) ? ofOwner(words, place.lead) : words;
}

/** What a thing has, and says little without the thing. */
const ATTRIBUTE = /^(?:(?:total|annual|average|planned|daily|designed?|initial|estimated|yearly) )*(?:investment|output|capacity|area|production capacity|processing capacity|treatment capacity|cost|budget|output value|average price)$/i;

/** "The second phase, with an investment of": whose it is, where a word or two name it, is said with it. */
function ofOwner(words: string, lead: string): string {
  const match = /^(.*?),? (?:with|has|have|had) (?:an? |the )?[^,;]*$/.exec(lead);
  const ahead = match?.[1]?.split(/[;:]/).at(-1) ?? '';
  if (ahead === '') return words;
  const verb = verbsIn(ahead)[0];
  const owner = cleaned((verb ? ahead.slice(0, verb.index) : ahead).replace(/^.*, (?=[a-z])/, '').replace(/(?<=\w \w+) of .*$/, ''));
  const count = owner.split(' ').length;
  return owner === '' || /\d/.test(owner) || NOT_NOUN.test(owner) || PRONOUNS.test(owner) || count > 3 || count > 2 * words.split(' ').length ? words : `${owner} ${words}`;
}

const PRONOUNS = /\b(?:it|they|he|she|we|you|who|which|that|company|group)\b/i;

function subjectOf(place: SubjectPlace): string {
  const { after, kind, earlier } = place;
  const lead = place.lead.replace(/\b(?:SEK|NOK|DKK|CHF|KRW|JPY|INR|GBP|ZAR) ?$/, '');
  // "13,600 tpa TREO in mixed carbonate", "2,950 tpa of NdPr"
  const ofWhich = kind === 'mass' && /\bof which $/.test(lead) ? /^ (?:is|was|will be|are|were) ([A-Z][\w-]*(?: [a-z]+)?)/.exec(after)?.[1] : undefined;
  if (ofWhich !== undefined) return ofWhich;
  const stuff = kind === 'mass' ? /^ ((?:TREO|REO|NdPr)\b(?: oxide| metal)?(?: (?:in|as) (?:an? )?[a-z]+ [a-z]+)?)/.exec(after)?.[1] : undefined;
  if (stuff !== undefined && !/^ (?:TREO|REO) of\b/.test(after)) return stuff;
  // "46 projects, of which 29 are magnet projects"
  const isPart = /\b(?:of|among) (?:which|whom|them|these|those)\b[^,;]{0,30}$/i.test(lead.slice(-60));
  const whole = earlier?.words ?? '';
  const spentOn = isPart && kind !== 'count' ? /^ (?:(?:was|were|is|are|will be|has been) )?(?:(?:related|relates|attributable|allocated|devoted|dedicated|used|earmarked|spent|going|went|came|comes|set aside|due|owed|booked) )?(?:to|for|on|from|in) (?:the |its |their |an? )?([A-Za-z][\w -]*?)(?= (?:in|at|during|by|this|last|over|and|to|with|as|while)\b|[,;.]|$)/.exec(after)?.[1] : undefined;
  if (spentOn !== undefined && cleaned(spentOn) !== '') return cleaned(spentOn);
  const having = isPart && kind === 'share' && whole !== '' ? /^ (?:have|has|had|hold|held) (?:an? |the )?([a-z][\w' -]*?)(?=[,;.]| and | in |$)/.exec(after)?.[1] : undefined;
  if (having !== undefined) return `${whole} with ${having}`;
  const partOf = whole === '' ? undefined : /(?:^|[,;:] ?)(?:and )?(?:the |its |an? )?([a-z][\w -]{2,30}?) of (?:which|them) (?:is|was|will be|are|were|amounts? to|amounted to|stood at|reached|has|totals?|totalled)(?: (?:about|nearly|some|over|more than))? ?(?:[A-Z]{0,3}[$€£¥])?$/i.exec(lead)?.[1];
  if (partOf !== undefined && !NOT_NOUN.test(cleaned(partOf))) return `${cleaned(partOf)} of ${whole}`;
  if (isPart && kind === 'count') {
    const noun = /^ (?:[a-z-]+ ){0,3}[a-z-]+s\b/.test(after) && !/^ (?:are|were|is|was|has|have|had|will|process|produce|make|use|supply|export|mine|sell|operate|own|hold)\b/.test(after) ? nounAfter(after) : '';
    if (noun !== '' && !/^(?:projects|enterprises|companies)$|ss$/.test(noun)) return noun;
  }
  const kinds = kind === 'count' && /\b(?:of|among) (?:which|whom|them|these)\b/i.test(lead.slice(-60)) ? /^ (?:are|were) ([a-z][^,;.\d]*?)(?= and \d|[,;.]| and | with| of (?:more|over|at|above|up|\d)|$)/i.exec(after)?.[1] : undefined;
  if (kinds !== undefined && cleaned(kinds) !== '') return cleaned(kinds);
  if (kind === 'count' && /^ are ([a-z][\w -]*? (?:projects|enterprises|companies|firms|mines|plants|lines))\b/i.test(after)) return cleaned(/^ are ([a-z][\w -]*? (?:projects|enterprises|companies|firms|mines|plants|lines))\b/i.exec(after)?.[1] ?? '');
  if (kind !== 'count' && earlier && earlier.words !== '' && /\b(?:of|among) (?:which|whom|them|these)(?: (?:about|some|nearly|more than|over))? $/i.test(lead)) return earlier.words;
  // "a 10 billion yuan rare earth industry fund"
  if ((kind === 'money' || kind === 'mass' || kind === 'level') && /\b(?:an?|the|its|their|this) (?:[a-z]+ )?(?:[A-Z]{0,3}[$€£¥])?$/.test(lead) && /^[ -](?!of\b|in\b|a\b|per\b|to\b)[A-Za-z]/.test(after) && !NOUN_BREAK.test(/^[ -](\S+)/.exec(after)?.[1] ?? 'of') && !new RegExp(String.raw`^[- ](?:[a-z-]+ )?${MOVE_NOUN}\b`).test(after)) {
    const noun = nounAfter(after.slice(1).split(/[,;.]/)[0] ?? '');
    if (noun !== '' && !/^(?:ago|old|lot|sample|batch|parcel|stake|shipment|cargo|trial|bulk|pilot|long|wide|high|deep|period|basis)\b/.test(noun)) return noun;
  }
  // "POSCO, which has secured 3,000 tons, rose 2.4 percent"
  const head = /(?:^|[.;] |, (?:while|and|but) )([A-Z][^,;]{2,60}?), (?:which|who|where|an?) [^,;]*(?:,[^,;]*\d[^,;]*)*, (?:[a-z]+ly )?([a-z]+)(?: (?:by|to|at))? (?:[A-Z]{0,3}[$€£¥])?$/.exec(lead);
  if (head && hasVerb(head[2] ?? '') && cleaned(head[1] ?? '') !== '') return cleaned(head[1] ?? '');
  const ofWhole = kind === 'money' && whole !== '' ? /\bof which (?:the )?[A-Z][^,;\d]{2,50} (?:has|have|had|will|committed|paid|provided|contributed)\b[^,;\d]*$/.test(lead) : false;
  if (ofWhole) return whole;
  if (earlier && earlier.words !== '' && isAppended(lead.slice(earlier.end).replace(YOY, ' '), { kind, after })) return earlier.words;
  const beside = besideSubject({ lead, after, kind, isFirst: earlier === null });
  if (beside !== null && cleaned(beside) !== '' && !NOT_NOUN.test(cleaned(beside))) return cleaned(beside);
  const behind = fromBehind(place);
  if (behind !== '') return behind;
  const since = (earlier ? lead.slice(earlier.end) : lead).replace(YOY, ' ').replace(/^\/\w+/, '');
  const clauses = lead.replace(/\([^()]*\)/g, ' ').replace(YOY, ' ').replace(TERMS, ' ').split(CLAUSE);
  const clause = clauses.at(-1) ?? '';
  const loans = LOANS.exec(clause)?.[1];
  if (loans !== undefined) return cleaned(loans);
  const rate = kind === 'level' || kind === 'share' ? /\bat an? ((?:average |annual |preferential |weighted |annualized )*(?:interest |guarantee |tax |discount |coupon )?rate) of (?:about |only |just )?$/.exec(lead)?.[1] : undefined;
  if (rate !== undefined) return rate;
  const isOf = ENDS_OF.test(clause);
  if (isOf) {
    const words = fromOf(clause.slice(-120)).replace(VERB_OBJECT, '');
    if (words !== '') return words;
  }
  const object = OBJECT.exec(clause)?.[1];
  if (object !== undefined && !/\d/.test(object) && cleaned(object) !== '' && !NOT_NOUN.test(cleaned(object))) return cleaned(object);
  const meant = /\b(?:expects?|expected|forecasts?|sees?|predicts?|believes?|estimates?)(?: that)? (?:the |its |their )?([^,;\d]{3,60}?) (?:to|will|would|may|could) (?:[a-z]+ ){1,3}(?:[A-Z]{0,3}[$€£¥])?$/.exec(lead)?.[1];
  if (meant !== undefined && verbsIn(meant).length === 0 && cleaned(meant) !== '' && !NOT_NOUN.test(cleaned(meant))) return cleaned(meant);
  const which = /, of which ([A-Z][\w ]{1,30}?) (?:was|were|is|are|made up|accounted for)? ?$/.exec(lead)?.[1];
  if (which !== undefined) return which;
  if (earlier && CARRIES.test(since.replace(TIMES, ' ')) && earlier.words !== '') return earlier.words;
  if ((kind === 'mass' || kind === 'money' || (kind === 'level' && !/^(?:second|minute|hour|day|week|month|quarter|year|decade)$/.test(place.unit ?? ''))) && /^(?: \([^()]*\))? (?:REO |TREO )?of\b/.test(after)) {
    const noun = nounOf(after.replace(/^ (?:REO|TREO)/, ''));
    if (noun !== '') return noun;
  }
  if (earlier && DOES.test(clause)) {
    const doer = clauses.slice(0, -1).map((part) => (hasVerb(part) ? fromVerb(part) : '')).find((words) => words !== '' && !NOT_NOUN.test(words));
    if (doer !== undefined) return doer;
  }
  if (earlier) {
    const worth = WORTH.exec(since)?.[1];
    if (worth !== undefined && !NOT_NOUN.test(cleaned(worth)) && cleaned(worth) !== '') return cleaned(worth);
    // A list of prices has no verb: the words since the figure before are the next product.
    const bare = since.split(CLAUSE).at(-1) ?? '';
    if (!hasVerb(bare) && cleaned(bare) !== '' && !NOT_NOUN.test(cleaned(bare)) && !CARRIES.test(bare)) return cleaned(bare);
  }
  const running = RUNNING.exec(lead)?.[1];
  if (running !== undefined && cleaned(running) !== '' && !NOT_NOUN.test(cleaned(running))) return cleaned(running);
  const verbal = fromVerb(clause);
  if (verbal !== '') return verbal.replace(VERB_OBJECT, '');
  const direct = cleaned(clause);
  if (direct !== '' && !hasVerb(clause.trim()) && direct.split(' ').length <= 8 && !NOT_NOUN.test(direct) && !/\d/.test(direct)) return direct;
  if (earlier && earlier.words !== '') return earlier.words;
  for (const part of clauses.slice(0, -1).toReversed()) {
    const words = hasVerb(part) ? fromVerb(part) : cleaned(part);
    if (words !== '' && !NOT_NOUN.test(words) && !/^(?:in terms of|according)/i.test(words)) return words;
  }
  return nounAfter(after) || direct;
}
