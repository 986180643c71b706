const SIGN = String.raw`(?:[A-Z]{0,3}[$€£¥₹])?`;
const MONTHS = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12]|FY)\b/;
/** "the export value, 9.6 billion yuan, ranked first" */
const APPOSED = new RegExp(String.raw`(?:^|, |; |\band |\bwhile )(?:the|its|their) ([a-z][a-z -]{3,40}), ${SIGN}$`, 'i');
/** "lent Iluka A$1.65 billion", "costs taxpayers $1.4 million" */
const RECEIVES = new RegExp(String.raw`\b(?:lent|gave|given|awarded|granted|handed|owes?|owed|costs?|cost|saved?|saves|offered|paid) ((?:the )?(?:[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}|taxpayers|consumers|producers|enterprises|companies|farmers|workers)) (?:about |some |more than |nearly |up to )?${SIGN}$`);
/** "its Eneabba refinery, which is 54 % complete" */
const ANTECEDENT = new RegExp(String.raw`\b(?:its|the|an?) ((?:[\w-]+ ){0,3}[\w-]+), which (?:is|was|has|will be|had) (?:[a-z]+ ){0,2}(?:about |some |nearly )?${SIGN}$`, 'i');
/** "compared with 270,000 tonnes for China" */
const FOR_WHOM = /^ (?:for|in|from|by) (?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})(?= and\b|[,;]|\.?$|\. )/;
const COMPARES = new RegExp(String.raw`(?:\b(?:compared (?:with|to)|against|versus|and|followed by|then)|,) (?:about |some |just )?${SIGN}$`);

/** What a figure is of by the words right beside it: an apposition, a receiver, what "which" stands for, whom it is for; null where none tells. */
export function besideSubject({ lead, after, kind, isFirst }: { readonly lead: string; readonly after: string; readonly kind: string; readonly isFirst: boolean }): string | null {
  if (after.startsWith(',')) {
    const apposed = APPOSED.exec(lead)?.[1];
    if (apposed !== undefined) return apposed;
  }
  if (kind === 'money') {
    const receives = RECEIVES.exec(lead)?.[1];
    if (receives !== undefined) return receives.replace(/^the /, '');
  }
  if (kind === 'level' || kind === 'share') {
    const antecedent = ANTECEDENT.exec(lead)?.[1];
    if (antecedent !== undefined) return antecedent;
  }
  if (isFirst || (kind !== 'mass' && kind !== 'money') || !COMPARES.test(lead)) return null;
  const whom = FOR_WHOM.exec(after)?.[1];
  return whom === undefined || MONTHS.test(whom) ? null : whom;
}
