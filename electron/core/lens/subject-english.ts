import { NOUN_BREAK, VERB, VERBS } from './subject-words.ts';

const OPENING = /^(?:(?:and|but|while|whereas|as|also|then|so|or|that|which|when|although|though|meanwhile|however|moreover|in addition|additionally|according to [^,]+,|at present|currently|today|now|overall|of which|among (?:them|which)|those of|that of|its|their|his|her|our|this|these|those|the|a|an|some|all|both|each|such|only|following|after|sharply|accumulated|cumulative)\b[ ,]*)+/i;
const TIMES = /(?<![\d-])\b(?:in|by|at|on|of|for|during|since|from|until|through|over|as of|up to)? ?(?:the )?(?:(?:first|second|third|fourth|last|past|previous|current|same|this|next|whole|full|end of (?:the )?)[- ]?)*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?: \d{1,2})?(?:,? (?:19|20)\d\d)?(?: quarter| half)?|(?:19|20)\d\d|(?:nine |six |three |two )?(?:quarters?|half(?: of the year| year)?|years?|months?|weeks?|(?:trading |working )?days?)(?: (?:earlier|ago|before))?|period|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Q[1-4]|H[12]|FY ?\d+)\b(?: (?:ended|to|ending) [A-Z][a-z]+\.?(?: \d+)?)?(?: (?:of|in) (?:this year|last year|the year|(?:19|20)\d\d))?(?= |,|$)/g;
const YOY = /\byear[- ](?:on|over|to)[- ]year\b|\bmonth[- ]on[- ]month\b|\b[YMQW]-?O-?[YMQW]\b|\b(?:for example|for instance|respectively|in particular|in total|meanwhile|however|in turn)\b,?/gi;
const TERMS = /\b(?:FOB|CIF|EXW|DDP|ex[- ]works)\b(?: (?:main )?[A-Z][a-z]+)?(?=\s*(?:prices?)?\s*$)/g;
const MOVE_NOUN = String.raw`(?:increase|decrease|rise|fall|drop|decline|growth|gain|reduction|jump|surge|cut|improvement|expansion|slump|contraction)`;
const NOT_NOUN = new RegExp(String.raw`^(?:(?:sharp|annual|average|slight|further|new|overall|compound|steady|rapid|strong|significant|total|nearly|the|an?) )*(?:${MOVE_NOUN}|year-on-year|year|month|total|rate|range|level|record|about|average|amount|number|maximum|minimum|one|more|less|up|down|another|further|some|equivalent|sum|loss|discount|premium|weight|respectively|basis|value|it|they|he|she|we|there|this|that|which|who|stable|steady|flat|unchanged|high|low|well|back|they \w+)s?$`, 'i');
/** Where a statement begins; for `and` see statementOf. */
const CLAUSE = new RegExp(String.raw`[,;:(|\t]| - |\b(?:but|while|whereas|which|who|that|compared with|compared to|versus|against|as well as)\b`, 'i');
const FILL = String.raw`(?: (?:about|some|around|nearly|almost|more than|over|up to|at least|less than|approximately|an estimated|only|just|a|an|above|below|under|roughly|between|as much as|close to|no more than|not less than|a total of|total|a record))*`;
const SIGN = String.raw` ?(?:[A-Z]{0,3}[$€£¥₹]|RMB|CNY|USD|AUD|EUR)? ?`;
const ENDS_OF = new RegExp(String.raw` ?\bof${FILL}${SIGN}$`, 'i');
const LOANS = /\b(?:obtain\w*|secur\w+|receiv\w+|grant\w*|provid\w+|offer\w*|rais\w+) ((?:[a-z]+ ){0,2}(?:loans?|credits?|subsidies|grants?|funding|orders)) of(?: \w+){0,2} $/i;
const OBJECT = new RegExp(String.raw`^.*\b(?:doubl\w+|boost\w*|rais\w+|lift\w*|cuts?|cutting|increas\w+|reduc\w+|lower\w*|expand\w*|bring\w*|brought|push\w*|sets?|keep\w*|kept|put|improv(?:ed|es|ing)|shorten(?:ed|s)|revis(?:ed|es)|adjust(?:ed|s|ing)|assess(?:ed|es)|peg(?:s|ged)|estimat(?:ed|es)|trimm?(?:ed|s)|slash(?:ed|es)) (?:up |down )?((?:the |its |their |an? )?[a-z][^,;]*?) (?:to|by|from|at)${FILL}${SIGN}$`, 'i');
const DONE = new RegExp(String.raw`\b(?:${VERBS})\b|\d\S*`, 'gi');
const LEVEL_OF = /^ (?:contingency|premium|discount|margin|dut(?:y|ies)|tariffs?|tax|lev(?:y|ies)|royalt(?:y|ies)|coupon|interest rate|grade|purity|recovery|utili[sz]ation|yield|moisture)\b/;
/** What a company does with money or goods: such a clause, without a subject of its own, is of the subject of its sentence. */
const DOES = /^ ?(?:and |then |also )*(?:has |have |had |will )?(?:invest|spen[dt]|paid|pay|built|build|rais|earn|receiv|need|us(?:e|es|ed)\b|borrow|lent|lend|bought|buy|sold|ship)/i;
const VERB_OBJECT = /^.*\b(?:assessed|assesses|brought|created|achieved|recorded|reported|posted|realized|completed|generating|generated) (?:an? |the |its )?(?:accumulated |cumulative )?(?=\w)/i;
const WORTH = /^ ?([\w'’ -]{3,}?),? (?:worth|valued at|costing|with|for)(?: (?:about|around|some|nearly|more than|over|a total of))*(?: [A-Z]{0,3}[$€£¥]?)? ?$/i;
const CARRIES = /^(?:[\s,;:()%]|and|or|up|down|an?|the|with|which|was|were|is|of|year-on-year|yoy|increase\w*|decrease\w*|rise|fall|decline|drop|growth|gain|by|from|to|compared|than|about|around|more|less|over|nearly|some|at|higher|lower|accounting|for|representing|equivalent|but|still|while|only|rising|falling|rose|fell|grew|year|on|month|week|day|quarter|between|against|contributing|it|they|flat|making|taking|versus|just|almost|both|prices|[a-z]+ly|after|following|another|a|total|rate|in|TREO|REO|VAT|day|reach\w*|totall?ing|hit|stood|stand|\$|US|A|RMB|USD)*$/i;

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
  const rest = after.slice(match[0].length).split(/[,;.(]| (?:from|to|at|by|with|for|is|are|was|were|will|has|have|had|per|a year|since|during|under|comes?|came|as|on|while|that|which|between) | and \d/)[0] ?? '';
  return cleaned(rest.replace(/ in (?:the |its )?.*$/, (tail) => (rest.split(' ').length > 6 ? '' : tail))).split(' ').slice(0, 7).join(' ');
}

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
  readonly earlier: { readonly words: string; readonly end: number } | null;
}

/** Of "was 5 t and separation quotas reached" the second statement: from the `and` behind the verb or figure before the last verb. */
function statementOf(clause: string): string {
  const last = [...clause.matchAll(VERB)].at(-1)?.index ?? clause.length;
  const done = [...clause.slice(0, last).matchAll(DONE)].at(-1);
  const cut = done ? clause.slice(0, last).indexOf(' and ', done.index + done[0].length) : -1;
  return cut === -1 ? clause : clause.slice(cut + 5);
}

/** What stands before the last verb of a clause, back to the verb before it; "earned from exports" is part of what it is said of. */
function fromVerb(written: string): string {
  const clause = statementOf(written);
  // A preposition parts only the figure from what it is said of: "the plant at Narva will make".
  const verbs = [...clause.matchAll(VERB)].filter(({ 0: word }, at, all) => at === all.length - 1 || !/^(?:at|with|worth)$/i.test(word));
  for (const [back, verb] of verbs.toReversed().entries()) {
    const before = verbs.at(-2 - back);
    const piece = clause.slice(before ? before.index + before[0].length : 0, verb.index);
    if (before && /^ (?:from|by|to|in|of|for|on|into|under|through)\b/.test(piece)) continue;
    const words = cleaned(piece.replace(/ of \d.*$/, '').replace(/^.*\d\S*\s(?:(?:million|billion|thousand|\S+\/\S+|yuan|tonnes|tons|percent|per cent|dollars|of)\s)*/, ''));
    if (words !== '' && !NOT_NOUN.test(words)) return words;
  }
  return '';
}

/** "a total investment of", "with an output of": what the last `of` before the figure is of. */
function fromOf(clause: string): string {
  const phrase = clause.replace(ENDS_OF, '').replace(/^.*\d.*? and /, '');
  const verb = [...phrase.matchAll(VERB)].at(-1);
  const words = cleaned(verb ? phrase.slice(verb.index + verb[0].length) : phrase);
  // "The city's industry achieved an output value of": whose output it is, belongs to it.
  const whose = verb && !/^(?:with|at)$/i.test(verb[0]) && words.split(' ').length <= 3 ? cleaned(phrase.slice(0, verb.index)) : '';
  const isWhose = whose !== '' && !NOT_NOUN.test(whose) && !/\d/.test(whose) && !whose.match(VERB) && whose.split(' ').length <= 5;
  const isMove = new RegExp(String.raw`\b(?:${MOVE_NOUN}|growth rate)$`, 'i').test(words);
  return NOT_NOUN.test(words) || isMove ? '' : isWhose ? `${whose} ${words}` : words;
}

/** "a 6 % drop in revenue", "12,000 tonnes of oxide", "40 % of the workers", "a 15 % stake". */
function fromBehind({ lead, after, kind, unit }: SubjectPlace): string {
  const moved = new RegExp(String.raw`^[- ](?:year-on-year |annual |monthly |quarterly )?${MOVE_NOUN} (?:in|of) (?:the |its |their )?([^,;.]+?)(?= (?:to|from|due|because|as|after|by|in|on|for|amid|compared|year|since)\b|[,;.]|$)`, 'i').exec(after)?.[1];
  if (moved !== undefined) return cleaned(moved);
  if (kind === 'count') return unit === 'person' ? 'people' : nounAfter(after) || nounAfter(/^ of (?:the |its )?\d+ .*/.test(after) ? after.replace(/^ of (?:the |its )?\d+/, '') : '') || nounOf(after);
  const spent = /^ in (?:annual |total |new |special )?((?:term deposits|deposits|funds|capital|taxes|tax|revenues?|sales|output|investment|profits?|subsidies|loans?|funding|grants?|cash|debt|exports|orders|fees)\b(?: revenue| value)?)/.exec(after)?.[1];
  if (spent !== undefined) return spent;
  if (LEVEL_OF.test(after)) return nounAfter(after);
  const spentOn = /\b(?:spent|spends?|spending|invest(?:ed|s|ing)?|paid|used|earmarked|allocated)(?: (?:about|some|nearly|more than|over|a further|another))* ?(?:[A-Z]{0,3}[$€£¥])?$/i.test(lead) ? /^ (?:on|for) (?:the |its |an? )?([a-z][\w -]*?)(?= (?:in|at|during|from|by|this|last|over|and|to|every|each|with)\b|[,;.]|$)/.exec(after)?.[1] : undefined;
  if (spentOn !== undefined && kind === 'money' && !/^\d/.test(spentOn)) return cleaned(spentOn);
  const held = kind === 'mass' ? /^[ -]((?:bulk |pilot |trial |test )?(?:sample|lot|batch|shipment|cargo|parcel))s?\b(?: of ([\w -]{3,30}?)(?=[,;.]| (?:gave|was|were|at|to|for|in)\b|$))?/.exec(after) : null;
  if (held) return held[2] ?? held[1] ?? '';
  if (/^ (?:stake|shareholding|holding|interest|share)\b/.test(after)) return nounAfter(after).split(' ')[0] ?? '';
  if (kind === 'share') {
    if (/^ of\b/.test(after) && !/\b(?:account\w* for|represent\w*|ma[kd]e? up|suppl\w+|contribut\w+|compris\w+|holds?|provid\w+|take|took)\b[^,]{0,20}$/i.test(lead)) return nounOf(after);
    if (/^ [A-Za-z]/.test(after) && !/^ (?:of|in|to|from|by|for|a|and|year)\b/.test(after)) return nounAfter(after);
  }
  return '';
}

/** "63 industrial enterprises above designated size": what such enterprises are called. */
function withSize(words: string, after: string): string {
  return /\w (?:enterprises|companies|industries)$/i.test(words) && /^[^,;.]*?(?:enterprises|companies|industries) above (?:the )?designated size/i.test(after) ? `${words} above designated size` : words;
}

/** The words that a figure of an English sentence is said of; empty where none are found. */
export function englishSubject(place: SubjectPlace): string {
  return withSize(subjectOf(place), place.after);
}

function subjectOf(place: SubjectPlace): string {
  const { lead, after, kind, earlier } = place;
  // "13,600 tpa TREO in mixed carbonate", "2,950 tpa of NdPr"
  const ofWhich = kind === 'mass' && /\bof which $/.test(lead) ? /^ (?:is|was|will be|are|were) ([A-Z][\w-]*(?: [a-z]+)?)/.exec(after)?.[1] : undefined;
  if (ofWhich !== undefined) return ofWhich;
  const stuff = kind === 'mass' ? /^ ((?:TREO|REO|NdPr)\b(?: oxide| metal)?(?: (?:in|as) (?:an? )?[a-z]+ [a-z]+)?)/.exec(after)?.[1] : undefined;
  if (stuff !== undefined && !/^ (?:TREO|REO) of\b/.test(after)) return stuff;
  // "46 projects, of which 29 are magnet projects"
  const kinds = kind === 'count' && /\bof (?:which|whom|them|these)\b/i.test(lead.slice(-60)) ? /^ (?:are|were) ([a-z][^,;.\d]*?)(?= and \d|[,;.]| and | with|$)/i.exec(after)?.[1] : undefined;
  if (kinds !== undefined && cleaned(kinds) !== '') return cleaned(kinds);
  if (kind === 'count' && /^ are ([a-z][\w -]*? (?:projects|enterprises|companies|firms|mines|plants|lines))\b/i.test(after)) return cleaned(/^ are ([a-z][\w -]*? (?:projects|enterprises|companies|firms|mines|plants|lines))\b/i.exec(after)?.[1] ?? '');
  if (earlier && earlier.words !== '' && /\bof (?:which|whom|them|these)(?: (?:about|some|nearly|more than|over))? $/i.test(lead)) return earlier.words;
  const behind = fromBehind(place);
  if (behind !== '') return behind;
  const since = (earlier ? lead.slice(earlier.end) : lead).replace(YOY, ' ');
  const clauses = lead.replace(/\([^()]*\)/g, ' ').replace(YOY, ' ').replace(TERMS, ' ').split(CLAUSE);
  const clause = clauses.at(-1) ?? '';
  const loans = LOANS.exec(clause)?.[1];
  if (loans !== undefined) return cleaned(loans);
  const isOf = ENDS_OF.test(clause);
  if (isOf) {
    const words = fromOf(clause.slice(-120)).replace(VERB_OBJECT, '');
    if (words !== '') return words;
  }
  const object = OBJECT.exec(clause)?.[1];
  if (object !== undefined && !/\d/.test(object) && cleaned(object) !== '' && !NOT_NOUN.test(cleaned(object))) return cleaned(object);
  const which = /, of which ([A-Z][\w ]{1,30}?) (?:was|were|is|are|made up|accounted for)? ?$/.exec(lead)?.[1];
  if (which !== undefined) return which;
  if (earlier && CARRIES.test(since.replace(TIMES, ' ')) && earlier.words !== '') return earlier.words;
  if ((kind === 'mass' || kind === 'money' || (kind === 'level' && !/^(?:second|minute|hour|day|week|month|quarter|year|decade)$/.test(place.unit ?? ''))) && /^(?: \([^()]*\))? (?:REO |TREO )?of\b/.test(after)) {
    const noun = nounOf(after.replace(/^ (?:REO|TREO)/, ''));
    if (noun !== '') return noun;
  }
  if (earlier && DOES.test(clause)) {
    const doer = clauses.slice(0, -1).map((part) => (part.match(VERB) ? fromVerb(part) : '')).find((words) => words !== '' && !NOT_NOUN.test(words));
    if (doer !== undefined) return doer;
  }
  if (earlier) {
    const worth = WORTH.exec(since)?.[1];
    if (worth !== undefined && !NOT_NOUN.test(cleaned(worth)) && cleaned(worth) !== '') return cleaned(worth);
    // A list of prices has no verb: the words since the figure before are the next product.
    const bare = since.split(CLAUSE).at(-1) ?? '';
    if (!bare.match(VERB) && cleaned(bare) !== '' && !NOT_NOUN.test(cleaned(bare)) && !CARRIES.test(bare)) return cleaned(bare);
  }
  const verbal = fromVerb(clause);
  if (verbal !== '') return verbal.replace(VERB_OBJECT, '');
  const direct = cleaned(clause);
  if (direct !== '' && !clause.trim().match(VERB) && direct.split(' ').length <= 8 && !NOT_NOUN.test(direct) && !/\d/.test(direct)) return direct;
  if (earlier && earlier.words !== '') return earlier.words;
  for (const part of clauses.slice(0, -1).toReversed()) {
    const words = part.match(VERB) ? fromVerb(part) : cleaned(part);
    if (words !== '' && !NOT_NOUN.test(words) && !/^(?:in terms of|according)/i.test(words)) return words;
  }
  return nounAfter(after) || direct;
}
