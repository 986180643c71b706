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

const FOR = /^ (?:(?:was|were|is|are|will be|has been) )?(?:(?:related|relates|attributable|allocated|devoted|dedicated|used|earmarked|spent|going|went|came|comes|set aside|due|owed|booked) )?(?:to|for|on|from|in) (?:the |its |their |an? )?([A-Za-z][\w -]*?)(?= (?:in|at|during|by|this|last|over|and|to|with|as|while)\b|[,;.]|$)/;
/** "Of which $14 million was for heavy rare earths" */
const partFor: SubjectRule = (place) => {
  const words = isPart(place) && place.kind !== 'count' ? FOR.exec(place.after)?.[1] : undefined;
  return words === undefined ? null : cleaned(words);
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

/** "Of which 29 are magnet projects" */
const partIs: SubjectRule = ({ kind, lead, after }) => {
  if (kind !== 'count') return null;
  const kinds = /\b(?:of|among) (?:which|whom|them|these)\b/i.test(lead.slice(-60)) ? /^ (?:are|were) ([a-z][^,;.\d]*?)(?= and \d|[,;.]| and | with| of (?:more|over|at|above|up|\d)|$)/i.exec(after)?.[1] : undefined;
  const words = cleaned(kinds ?? '') || cleaned(/^ are ([a-z][\w -]*? (?:projects|enterprises|companies|firms|mines|plants|lines))\b/i.exec(after)?.[1] ?? '');
  return words === '' ? null : words;
};

/** "Of which 30 %": of what the figure before was. */
const partOfWhole: SubjectRule = ({ kind, lead, whole }) => (kind !== 'count' && /\b(?:of|among) (?:which|whom|them|these)(?: (?:about|some|nearly|more than|over))? $/i.test(lead) ? whole : null);

const RULES: readonly SubjectRule[] = [isMadeOf, oxide, partFor, partWith, attributeOf, partNamed, partIs, partOfWhole];

/** What a part of something told before is: "46 projects, of which 29 are magnet projects". */
export const fromPart: SubjectRule = (place) => firstOf(RULES, place);
