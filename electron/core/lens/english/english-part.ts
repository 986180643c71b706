import { cleaned, thingOf } from './english-phrase.ts';
import { firstOf } from './english-place.ts';
import type { EnglishPlace, SubjectRule } from './english-place.ts';

/** "46 projects, of which 29 …" */
const isPart = ({ lead }: EnglishPlace): boolean => /\b(?:of|among) (?:which|whom|them|these|those)\b[^,;]{0,30}$/i.test(lead.slice(-60));

/** "13,600 t, of which 2,950 t is NdPr" */
const isMadeOf: SubjectRule = ({ kind, lead, after }) => (kind === 'mass' && /\bof which $/.test(lead) ? (/^ (?:is|was|will be|are|were) ([A-Z][\w-]*(?: [a-z]+)?)/.exec(after)?.[1] ?? null) : null);

const TO_PLACE = /^ (?:went|goes|go|going|was shipped|were shipped) to (?:the )?[A-Z]/;
const FOR = /^ (?:(?:was|were|is|are|will be|will|would|has been) )?(?:(?:go|related|relates|attributable|allocated|devoted|dedicated|used|earmarked|spent|going|went|came|comes|set aside|due|owed|booked) )?(?:to|for|on|from|in) (?!(?:the )?(?:whole|full|first|second|third|fourth|last|same|current|previous|year|quarter|month)\b)(?:the |its |their |an? )?([A-Za-z][\w -]*?)(?= (?:in|at|during|by|this|last|over|and|to|with|as|while)\b|[,;.]|$)/;
/** "Of which $14 million was for heavy rare earths" */
const partFor: SubjectRule = (place) => {
  const words = isPart(place) && place.kind !== 'count' ? FOR.exec(place.after)?.[1] : undefined;
  if (words === undefined) return null;
  // "Of which 1,090 t went to Germany": what went there is said with it.
  return TO_PLACE.test(place.after) && place.whole.split(' ').length <= 2 ? `${place.whole} ${cleaned(words)}` : cleaned(words);
};

/** "And 25 % to wind turbines", behind such a part. */
const nextFor: SubjectRule = ({ kind, earlier, lead, since, after }) => (kind !== 'count' && earlier && /\b(?:of|among) which\b/.test(lead) && /^[^;.]{0,60}(?:,| and|, and) (?:[A-Z]{0,3}[$€£¥])?$/.test(since) ? cleaned(/^ (?:to|for) (?:the )?(?!the )([a-z][\w -]*?)(?= (?:in|at|during|by|this|last|over|and|with|as|while)\b|[,;.]|$)/.exec(after)?.[1] ?? '') : null);

const ATTRIBUTE_OF = /(?:^|[,;:] ?)(?:and )?(?:the |its |an? )?([a-z][\w -]{2,30}?) of (?:which|them) (?:is|was|will be|are|were|amounts? to|amounted to|stood at|reached|has|totals?|totalled)(?: (?:about|nearly|some|over|more than))? ?(?:[A-Z]{0,3}[$€£¥])?$/i;
/** "The cost of which is $50 million" */
const attributeOf: SubjectRule = ({ lead, whole }) => {
  const words = whole === '' || !/ of (?:which|them) /.test(lead) ? null : thingOf(ATTRIBUTE_OF.exec(lead)?.[1]);
  return words === null ? null : `${words} of ${whole}`;
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

const RULES: readonly SubjectRule[] = [isMadeOf, partFor, nextFor, attributeOf, partOfMoney, nextState, shareIs, partIs];

/** Without one of these words no part is told of, but of what is counted. */
const PARTED = /\b(?:which|whom|them|these|those)\b/i;

/** What a part of something told before is: "46 projects, of which 29 are magnet projects". */
export const fromPart: SubjectRule = (place) => (place.kind === 'count' || PARTED.test(place.lead) ? firstOf(RULES, place) : null);
