import { hasVerb } from './subject-words.ts';

const GOES_ON = /^ (?:applies|applied|lasts|lasting|runs|running|valid|effective|holds) (?:for|over) $/;
const APPOSED = /^(?: [\w/ -]{0,40})?, (?:its|the|a) (?:highest|lowest|best|worst|first|most|strongest|weakest|largest)\b[^;]{0,60} and (?:up |down )?$/;
const OF_TOO = /^ of (?:the |its |their )?[^,;.\d]{3,40} and (?:(?:about|nearly|some|over|more than) )?$/;
const TO_TOO = /^ (?:to|for|in|on|at|per) (?:the |each |every )?[a-z][\w -]{2,40}? and(?: (?:about|another|up to|nearly))? (?:[A-Z]{0,3}[$€£¥])?$/;
const PEAK = /^(?: [a-z]+){0,2}(?: (?:in|at|on|since|during|this|last|early|late|mid|the|of|end|start|beginning|year|month|week|quarter|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d))* to (?:an? |its )?(?:new |all-time |record |multi-year )?(?:peak|high|low|record|maximum|minimum|bottom|trough)(?: of)? (?:[A-Z]{0,3}[$€£¥])?$/;

/** "Produced 412 t of oxide and sold 388 t" */
const SOLD = /^[^;.]* and (?:sold|shipped|delivered|exported|consumed|recycled) (?:about |some |only )?$/;
/** "About 35 % and more than 40 %" */
const AND_MORE = /^ and (?:about|nearly|some|over|more than|less than|almost|around) $/;
const WHOLE = /^ of (?:its|their) (?:annual |total |yearly )?(?:sales|revenues?|total|output|income|turnover|profits?|capacity)\b|^ of (?:the |its )?(?:world|global|national|domestic|country|city|province|market|total|whole|region|county|state)/;

/**
 * Whether a figure without a noun of its own goes on with what the one before it was of, by the words between the two and behind it:
 * ", its highest output to date and 32.5 % more", " to doctors and 80,000", " of the market and 12 % of the world", " to a peak of".
 */
export function isAppended(since: string, { kind, after }: { readonly kind: string; readonly after: string }): boolean {
  if ((kind === 'share' || kind === 'level') && /^[^;.\d]{0,12}, which (?:is|was|are|were|equals|represents|represented) (?:about |nearly |some )?$/.test(since)) return true;
  if (kind === 'mass' && SOLD.test(since)) return /^(?:[,.;]|$| (?:in|at|during|last|this)\b)/.test(after);
  if (kind === 'share' && /^[^;.\d]{0,40}, (?:equal|equivalent) to (?:about |nearly |some |over )?$/.test(since)) return true;
  if (kind === 'share' && (AND_MORE.test(since) || (/^,? or (?:about |some |nearly |over )?$/.test(since) && /^ of\b/.test(after)))) return true;
  if (GOES_ON.test(since) || PEAK.test(since)) return true;
  if (kind === 'change') return APPOSED.test(since) || OF_TOO.test(since);
  if (kind === 'share' && /^[^;.]{0,40}, (?:or |about |nearly |some )?$/.test(since) && !hasVerb(since)) return WHOLE.test(after);
  if (kind === 'share' && OF_TOO.test(since)) return WHOLE.test(after);
  return kind !== 'count' && TO_TOO.test(since) && !hasVerb(since.replace(/\b(?:at|with)\b/g, ''));
}
