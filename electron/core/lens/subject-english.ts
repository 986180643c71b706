/** Words that begin a verb phrase: what stands before is what is said of. */
const VERB = new RegExp(
  String.raw`\b(?:will|would|can|could|should|may|might|must|was|were|is|are|be|been|being|has|have|had|rose|rises?|rising|risen|fell|falls?|falling|fallen|grew|grows?|grown|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|declin(?:ed|es|ing)|dropp?(?:ed|s|ing)|climb(?:ed|s|ing)|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)|slipped|slid|plung(?:ed|es)|slump(?:ed|s)|edged|gain(?:ed|s)|added|adds|shed|lost|loses|reach(?:ed|es|ing)?|hit|hits|stood|stands?|total(?:led|ed|s|ling|ing)|amount(?:ed|s|ing)? to|averag(?:ed|es|ing)|exceed(?:ed|s|ing)?|account(?:ed|s|ing)? for|mak(?:e|es|ing) up|made up|made|makes|represent(?:ed|s|ing)?|came|comes|remain(?:ed|s)|kept|keeps?|stay(?:ed|s)|held|holds?|moved|moves|fetched|fetch(?:es)?|sold|sells?|trad(?:ed|es|ing)|chang(?:ed|es) hands|closed|opened|settled|cost|costs|expects?|expected|plans?|planned|aims?|produc(?:ed|es|ing)|sav(?:ed|es|ing)|cover(?:ed|s|ing)?|contain(?:ed|s|ing)?|run|runs|ran|rank(?:ed|s|ing)|receiv(?:ed|es)|got|cut|cuts|rais(?:ed|es)|lift(?:ed|s)|bring(?:s)?|brought|went|goes|go|doubled|tripled|supply|supplies|supplied|recovers?|recovered|employ(?:s|ed)?|export(?:ed|s)(?= \d)|import(?:ed|s)(?= \d)|quoted|offered|priced|valued|estimated|set|sets|shipped|completed|realized|achieved|invested|spent|occup(?:y|ies|ied)|took|takes?|need(?:s|ed)|handle[sd]?|show(?:s|ed)?|include[sd]?|including|generat(?:ed|es|ing)|earned|posted|reported|recorded|booked|attract(?:ed|s|ing)?|creat(?:ed|es|ing)?|improv(?:ed|es)|expand(?:ed|s)|narrowed|widened|treat(?:ed|s)?|process(?:ed|es)|with|at|worth|compared)\b`, 'i');
const OPENING = /^(?:(?:and|but|while|whereas|as|also|then|so|or|that|which|when|although|though|meanwhile|however|moreover|in addition|additionally|according to [^,]+,|at present|currently|today|now|overall|of which|among (?:them|which)|its|their|his|her|our|this|these|those|the|a|an|some|all|total of|both|each|such|only)\b[ ,]*)+/i;
const TIMES = /\b(?:in|by|at|on|of|for|during|since|from|until|through|over|as of|up to)? ?(?:the )?(?:(?:first|second|third|fourth|last|past|previous|current|same|this|next|whole|full|end of (?:the )?)[- ]?)*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?: \d{1,2})?(?:,? (?:19|20)\d\d)?|(?:19|20)\d\d|(?:three |two )?quarters?|half(?: of the year| year)?|years?|months?|weeks?|period|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Q[1-4]|H[12]|FY ?\d+)\b(?: (?:of|in) (?:this year|last year|the year|(?:19|20)\d\d))?(?= |,|$)/gi;
const NOT_NOUN = /^(?:(?:sharp|annual|average|slight|further|new|overall|compound|steady|rapid|strong|significant|total|the|an?) )*(?:increase|decrease|rise|fall|drop|decline|growth|gain|reduction|jump|year-on-year|year|month|total|rate|range|level|record|about|average|cut|improvement|amount|number|maximum|minimum|average|one|more|less|up|down|another|further|some|equivalent|sum|loss|discount|premium|weight|price|surge|respectively|basis|value|expansion)s?$/i;
const STOP = /^(?:of|in|on|at|to|for|from|by|with|and|or|but|as|than|that|which|who|is|are|was|were|be|been|will|would|has|have|had|per|a|an|the|its|their|this|these|more|less|higher|lower|above|below|over|under|up|down|year-on-year|yoy|into|through|between|among|against|after|before|since|until|during|while|where|when|if|not|also|so|can|could|may|might|should|took|take|takes|came|come|made|make|went|passed|started|start|began|joined|each|every|respectively|last|next|ago|earlier|later|old|apiece|were|now|only|out|within|under|across|including|compared|worth|annually|daily|together|set|such|long|via|about|around|today|yesterday|left|won|agreed|signed|said|says|attended|exceeded|reached)$/i;
const CLAUSE = /[,;:(|\t]|\b(?:and|but|while|whereas|which|who|that|compared with|compared to|versus|against|as)\b/i;

const cleaned = (words: string): string => {
  let text = words.replace(/\b(?:FOB|CIF|EXW|DDP|ex[- ]works)\b(?: (?:main )?[A-Z][a-z]+)?(?=\s*(?:prices?)?\s*$)/g, ' ').replace(/\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\bmonth[- ]on[- ]month\b|\bYOY\b/gi, ' ').replace(TIMES, ' ').replace(/[“”"‘’()[\]*•·]+/g, ' ').replace(/\s+/g, ' ').trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(OPENING, '').replace(/(?:^|\s)(?:the|a|an|its|their|of|in|to|for|by|at|on|and|from|with|about|some|is|was|are|were|over|than|more than|nearly|around|up|down|approximately|almost|reached|reaching|total of)$/i, '').replace(/^(?:of|in|to|for|by|at|on|and|from|with|s|'s)\s/i, '').replace(/^[-,.:;\s]+|[-,.:;\s]+$/g, '');
  }
  return text.split(' ').slice(-9).join(' ');
};

/** The noun phrase right behind a figure: "key projects" of "32 key projects with…". */
export function nounAfter(after: string): string {
  const words: string[] = [];
  for (const word of after.trimStart().split(/\s+/)) {
    const bare = word.replace(/[.,;:!?()"“”]+.*$/, '');
    if (bare === '' || STOP.test(bare) || /^\d|^[$€£¥]/.test(bare) || (words.length > 0 && /ed$|ing$/.test(bare) && /s$/.test(words.at(-1) ?? ''))) break;
    words.push(bare);
    if (bare !== word || words.length >= 5) break;
  }
  return words.join(' ');
}

function nounOf(after: string): string {
  const match = /^ ?,? ?(?:of|in) (?:the |its |their |all |this |total )?/.exec(after);
  if (!match) return '';
  const rest = after.slice(match[0].length).split(/[,;.(]| (?:from|in|to|at|by|with|for|is|are|was|were|will|has|have|had|per|a year|since|during|under|comes?|came|as|on|and|or|while|that|which) /)[0] ?? '';
  return cleaned(rest).split(' ').slice(0, 6).join(' ');
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

function fromVerb(clause: string): string {
  const at = clause.search(VERB);
  if (at > 0) return cleaned(clause.slice(0, at));
  return '';
}

/** "a total investment of", "with an output of", "a premium of": null where no such words end the lead. */
function fromOf(lead: string): string | null {
  const match = /((?:[\w'’/-]+ ){1,7})(?:of|at|is|was|to|between|:)(?: (?:about|some|around|nearly|almost|more than|over|up to|at least|less than|approximately|an estimated|only|just|a|above|below|under|roughly))* ?[A-Z$€£¥(]{0,4} ?$/i.exec(lead);
  if (!match || !/\bof\b[^.]{0,24}$/.test(lead.slice(-30))) return null;
  const phrase = (match[1] ?? '').trim().split(/ (?:with|and|has|have|had|is|was|are|were|reach\w*|complet\w*|achiev\w*|realiz\w*|for|at|in|a|an|the|its|by|that|covers?|covering|holds?|from|posted|reported|recorded|booked|made|makes?|having|to) /i).at(-1) ?? '';
  const words = cleaned(phrase.replace(/^(?:with|and|has|have|had|a|an|the|its|reached|completed|achieved|realized|at|by) /i, ''));
  const head = words.split(' ').at(-1) ?? '';
  return words === '' || NOT_NOUN.test(words) || /^(?:increase|rise|growth|decline|drop|fall|decrease)$/i.test(head) ? '' : words;
}

const CARRIES = /^(?:[\s,;:()]|and|or|up|down|an?|the|with|which|was|is|of|year-on-year|increase|decrease|rise|fall|decline|drop|growth|gain|by|from|to|compared|than|about|around|more|less|over|nearly|some|at|higher|lower|accounting|for|representing|equivalent|but|still|while|including|only|rising|falling|rose|fell|grew|year|on|month|between|against|or|in|\$|US|A)*$/i;

/** The words that a figure of an English sentence is said of; empty where none are found. */
export function englishSubject({ lead, after, kind, unit, earlier }: SubjectPlace): string {
  const clauses = lead.split(CLAUSE);
  const clause = clauses.at(-1) ?? '';
  const since = earlier ? lead.slice(earlier.end) : lead;
  if (kind === 'count') {
    const noun = nounAfter(after);
    if (noun !== '') return noun;
    const of = nounOf(after);
    if (of !== '') return of;
  }
  if (kind === 'share' && /^ (?:of)\b/.test(after) && !/\b(?:account\w* for|represent\w*|ma[kd]e? up|suppl\w+|contribut\w+|compris\w+|holds?|provid\w+|take)\b[^,]{0,20}$/i.test(lead)) {
    const of = nounOf(after);
    if (of !== '') return of;
  }
  if (kind === 'share' && /^ [A-Za-z]/.test(after) && !/^ (?:of|in|to|from|by|for|a|and|stake|year)\b/.test(after)) {
    const noun = nounAfter(after);
    if (noun !== '') return noun;
  }
  if (/^ (?:stake|shareholding|holding|interest|share)\b/.test(after)) return nounAfter(after).split(' ')[0] ?? '';
  if (kind === 'count' && unit === 'person' && nounAfter(after) === '') return 'people';
  const bare = cleaned(since.split(CLAUSE).at(-1) ?? '');
  if (earlier && bare !== '' && !VERB.test(since.split(CLAUSE).at(-1) ?? '') && !NOT_NOUN.test(bare) && !CARRIES.test(since)) return bare;
  const of = fromOf(lead);
  if (of !== null && of !== '') return of;
  if (of === null || earlier === null) {
    const behind = kind === 'mass' || kind === 'money' ? nounOf(after.replace(/^ (?:REO|TREO)/, '')) : '';
    if (behind !== '' && /^ (?:REO |TREO )?of\b/.test(after)) return behind;
  }
  if (earlier && CARRIES.test(since)) return earlier.words;
  for (const part of [clause, clauses.slice(-2).join(' ')]) {
    const words = fromVerb(part.replace(/^\s+/, ''));
    if (words !== '' && !NOT_NOUN.test(words)) return words;
  }
  // Nothing but the words in front: a list of prices, a line of a table.
  const direct = cleaned(clause);
  if (direct !== '' && !VERB.test(clause.trim()) && direct.split(' ').length <= 7 && !NOT_NOUN.test(direct)) return direct;
  if (earlier && earlier.words !== '') return earlier.words;
  for (const part of clauses.toReversed()) {
    const words = fromVerb(part.trimStart()) || '';
    if (words !== '' && !NOT_NOUN.test(words)) return words;
  }
  return nounAfter(after) || direct || cleaned(clauses.findLast((part) => part.trim() !== '') ?? '');
}
