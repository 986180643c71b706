import { nounAfter } from './english-noun.ts';
import { cleaned, thingOf } from './english-phrase.ts';
import { firstOf } from './english-place.ts';
import type { EnglishPlace, SubjectRule } from './english-place.ts';

/** "46 projects, of which 29 …" */
const isPart = ({ lead }: EnglishPlace): boolean => /\b(?:of|among) (?:which|whom|them|these|those)\b[^,;]{0,30}$/i.test(lead.slice(-60));

/** "13,600 t, of which 2,950 t is NdPr" */
const isMadeOf: SubjectRule = ({ kind, lead, after }) => (kind === 'mass' && /\bof which $/.test(lead) ? (/^ (?:is|was|will be|are|were) ([A-Z][\w-]*(?: [a-z]+)?)/.exec(after)?.[1] ?? null) : null);

/** "13,600 tpa TREO in mixed carbonate" */
const oxide: SubjectRule = ({ kind, after }) => (kind === 'mass' && !/^ (?:TREO|REO) of\b/.test(after) ? (/^ ((?:TREO|REO|NdPr)\b(?: oxide| metal)?(?: (?:in|as) (?:an? )?[a-z]+ [a-z]+)?)/.exec(after)?.[1] ?? null) : null);

const TO_PLACE = /^ (?:went|goes|go|going|was shipped|were shipped) to (?:the )?[A-Z]/;
const FOR = /^ (?:(?:was|were|is|are|will be|has been) )?(?:(?:related|relates|attributable|allocated|devoted|dedicated|used|earmarked|spent|going|went|came|comes|set aside|due|owed|booked) )?(?:to|for|on|from|in) (?:the |its |their |an? )?([A-Za-z][\w -]*?)(?= (?:in|at|during|by|this|last|over|and|to|with|as|while)\b|[,;.]|$)/;
/** "Of which $14 million was for heavy rare earths" */
const partFor: SubjectRule = (place) => {
  const words = isPart(place) && place.kind !== 'count' ? FOR.exec(place.after)?.[1] : undefined;
  if (words === undefined) return null;
  // "Of which 1,090 t went to Germany": what went there is said with it.
  return TO_PLACE.test(place.after) && place.whole.split(' ').length <= 2 ? `${place.whole} ${cleaned(words)}` : cleaned(words);
};

/** "And 612 t to the US", behind such a part. */
const nextPlace: SubjectRule = ({ kind, lead, since, after, whole }) => {
  const place = (kind === 'mass' || kind === 'money') && /\bof which\b/.test(lead) && /^[^,;.]{0,40}(?:,| and|, and) (?:[A-Z]{0,3}[$€£¥])?$/.test(since) ? /^ to (?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*)*)/.exec(after)?.[1] : undefined;
  return place === undefined ? null : whole.split(' ').length <= 3 ? `${whole.split(' ').slice(0, 2).join(' ')} ${place}` : place;
};

/** "420 staff, of whom 30 % have a degree" */
const partWith: SubjectRule = (place) => {
  const having = isPart(place) && place.kind === 'share' && place.whole !== '' ? /^ (?:have|has|had|hold|held) (?:an? |the )?([a-z][\w' -]*?)(?=[,;.]| and | in |$)/.exec(place.after)?.[1] : undefined;
  return having === undefined ? null : `${place.whole} with ${having}`;
};

const ATTRIBUTE_OF = /(?:^|[,;:] ?)(?:and )?(?:the |its |an? )?([a-z][\w -]{2,30}?) of (?:which|them) (?:is|was|will be|are|were|amounts? to|amounted to|stood at|reached|has|totals?|totalled)(?: (?:about|nearly|some|over|more than))? ?(?:[A-Z]{0,3}[$€£¥])?$/i;
/** "The cost of which is $50 million" */
const attributeOf: SubjectRule = ({ lead, whole }) => {
  const words = whole === '' ? null : thingOf(ATTRIBUTE_OF.exec(lead)?.[1]);
  return words === null ? null : `${words} of ${whole}`;
};

/** "Of which 29 magnet projects" */
const partNamed: SubjectRule = (place) => {
  if (!isPart(place) || place.kind !== 'count' || !/^ (?:[a-z-]+ ){0,3}[a-z-]+s\b/.test(place.after) || /^ (?:are|were|is|was|has|have|had|will|process|produce|make|use|supply|export|mine|sell|operate|own|hold)\b/.test(place.after)) return null;
  const noun = nounAfter(place.after);
  return /^(?:projects|enterprises|companies)$|ss$/.test(noun) ? null : noun;
};

/** What became of what was counted. */
const STATE = /^(?:[a-z]+ed|pending|under [a-z]+|in [a-z]+|underway|complete|idle|active|operational|open)$/;
const headOf = (whole: string): string => whole.replace(/ (?:[a-z]+ed|pending|under [a-z]+|in [a-z]+|underway|complete|idle|active|operational|open)$/, '');
/** "48 rejected and 35 are pending", of what was counted before. */
/** "Of which", or "Of 182 applications," in front. */
const isOf = (lead: string): boolean => /\b(?:of|among) (?:which|whom|them|these)\b|(?:^|[.:;] )Of (?:the |its |these )?\d[\d,]* [a-z]/i.test(lead);
const nextState: SubjectRule = ({ kind, earlier, whole, lead, after }) => {
  if (kind !== 'count' || earlier?.kind !== 'count' || whole === '' || !isOf(lead)) return null;
  const words = /^ (?:(?:are|were|is|was|have been|had been) )?([a-z]+ed|pending|under [a-z]+|underway|idle|operational)(?=[,;.]| and | for | by |$)/.exec(after)?.[1];
  return words === undefined ? null : `${headOf(whole)} ${words}`;
};

/** "Of whom 380 are contractors and 22 % are women" */
const shareIs: SubjectRule = ({ kind, unit, lead, after }) => ((kind === 'share' || kind === 'level') && unit === '%' && /\bof (?:which|whom|them|these)\b/.test(lead) ? thingOf(/^ (?:are|were|is|was) ([a-z][a-z -]*?)(?=[,;.]| and | or |$)/.exec(after)?.[1]) : null);

/** "Of which 29 are magnet projects" */
const partIs: SubjectRule = ({ kind, lead, whole, after }) => {
  if (kind !== 'count') return null;
  const kinds = /\b(?:of|among) (?:which|whom|them|these)\b/i.test(lead.slice(-60)) ? /^ (?:are|were) ([a-z][^,;.\d]*?)(?= and \d|[,;.]| and | with| of (?:more|over|at|above|up|\d)|$)/i.exec(after)?.[1] : undefined;
  const words = cleaned(kinds ?? '') || cleaned(/^ are ([a-z][\w -]*? (?:projects|enterprises|companies|firms|mines|plants|lines))\b/i.exec(after)?.[1] ?? '');
  // "131 were approved": what was, is said with it.
  return words === '' ? null : STATE.test(words) ? `${headOf(whole)} ${words}`.trim() : words;
};

/** "Of which $980 million was central funds, $450 million provincial matching and $300 million social capital" */
const partOfMoney: SubjectRule = ({ kind, lead, since, after }) => {
  const graded = kind === 'mass' && /\bof which (?:about |some )?$/.test(lead) ? /^ (?:at [\d.,]+ ?(?:ppm|%|g\/t)(?: [A-Z]\w+)? )?(?:is|are|was|were) ((?:Measured|Indicated|Inferred|Proved|Probable)(?: and \w+)?|[a-z][^,;.\d]*?)(?=[,;.]| and | due | from | in |$)/.exec(after)?.[1] : undefined;
  if (graded !== undefined) return thingOf(graded);
  if (kind !== 'money' || !/\bof which\b/.test(lead)) return null;
  const isNext = /^[^;.]{0,60}(?:,| and|, and) (?:[A-Z]{0,3}[$€£¥])?$/.test(since);
  const words = /\bof which (?:about |some )?(?:[A-Z]{0,3}[$€£¥])?$/.test(lead) ? /^ (?:is|are|was|were|will be) (?:[\d.]+ ?% )?([a-z][^,;.\d]*?)(?=[,;.]| and | due | from | in |$)/.exec(after)?.[1] : isNext ? /^ (?!(?:of|in|to|from|for|by|on|at|was|is|a|per)\b)([a-z][^,;.\d]*?)(?=[,;.]| and [A-Z$€£¥\d]|$)/.exec(after)?.[1] : undefined;
  return words === undefined ? null : thingOf(words);
};

/** "Of which 30 %": of what the figure before was. */
const partOfWhole: SubjectRule = ({ kind, lead, whole }) => (kind !== 'count' && /\b(?:of|among) (?:which|whom|them|these)(?: (?:about|some|nearly|more than|over))? $/i.test(lead) ? whole : null);

const RULES: readonly SubjectRule[] = [isMadeOf, oxide, partFor, nextPlace, partWith, attributeOf, partOfMoney, nextState, shareIs, partNamed, partIs, partOfWhole];

/** What a part of something told before is: "46 projects, of which 29 are magnet projects". */
export const fromPart: SubjectRule = (place) => firstOf(RULES, place);
