import type { DateRole } from '../../../contract/lens.ts';

/** What stands before a date or behind it, by what it makes of the date. The first that fits. */
const ROLES: readonly (readonly [DateRole, RegExp, RegExp])[] = [
  ['as-of', /(?:\bas (?:of|at)|截至|截止到?)(?: the)?\s*$/i, /^(?:止|收盘)/],
  ['deadline', /(?:\bdeadline\b[^.]{0,40}|\bno later than|\bbefore|\bdue (?:by|on)|\bclos(?:es?|ing) (?:on|at|date)[^.]{0,12}|\b(?:submitted|apply|applications?|bids?|comments?|paid|completed?|file[ds]?|repl(?:y|ies)|respond|answers?)\b[^.]{0,40}\bby|截止(?:时间|日期|日)?(?:为|是|:)?|最迟(?:于|在)?)\s*(?:the )?$/i, /^(?:前|之前|以前|止|为止|截止)/],
  ['expiry', /(?:\b(?:until|till|through|expir\w+(?: on)?|ends? on|laps\w+ on|valid (?:to|until))|有效期(?:至|到|为)|(?:暂停|延长|延续|有效|持续|维持|执行|实施)[^,。;，]{0,10}(?:至|到)|到期日?(?:为|是)?)\s*$/i, /^(?:到期|届满|失效|期满)/],
  ['effective', /(?:\b(?:takes?|took|taking|comes?|came|coming|enter(?:s|ed)?|go|goes|went|going)(?: in)?(?: ?to)? (?:effect|force)(?: on| from)?|\beffective(?: date)?(?: from| on| of|:)?|\bin force (?:from|since)|\b(?:apply|applies|applied|applicable|implemented|starting|beginning|begins?|starts?)(?: from| on)|\bwith effect from|(?:生效|施行|实施)(?:日期|时间)?(?:为|是|:)?)\s*$/i, /^(?:起|开始)?(?:正式)?(?:起)?(?:施行|实施|生效|执行|实行)|^起/],
  ['published', /(?:\b(?:published|issued|released|announced|dated|unveiled|promulgated)(?: on|:)?|(?:发布|印发|公布|公告)(?:日期|时间|于)?(?:为|:)?)\s*$/i, /^,?(?:正式)?(?:发布|印发|公布|公告|宣布|发文)/],
];

/** What a date is the date of, by the words right before it and right behind it in its sentence. */
export function dateRole(before: string, after: string): DateRole | null {
  for (const [role, ahead, behind] of ROLES) if (ahead.test(before) || behind.test(after)) return role;
  if (/(?:\b(?:issued|published|released|announced)\b[^.,]{0,60}\bon)\s*$/i.test(before)) return 'published';
  if (/\bfrom\s*$/i.test(before) && /\b(?:licen[cs]e\w*|rules?|dut(?:y|ies)|tariffs?|notice|announcement|controls?|requirements?|appl(?:y|ies)|ban|must|mandatory|permit)\b/i.test(before)) return 'effective';
  if (/^From\s*$/.test(before) && /\b(?:must|shall|will|needs?|requires?|applies)\b/.test(after)) return 'effective';
  if (/(?:暂停|中止|有效|延长|豁免)[^。;；]{0,40}[至到]\s*$/.test(before)) return 'expiry';
  if (/自\s*$/.test(before) && after.startsWith('起')) return 'effective';
  return null;
}
