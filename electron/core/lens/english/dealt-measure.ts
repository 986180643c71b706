/** What is measured where somebody does something with it: "the town has invested 435 million yuan". */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/^invest/, 'investment'], [/^spen[dt]/, 'spending'], [/^(?:sold|sells?)$/, 'sales'], [/^export/, 'exports'], [/^import/, 'imports'], [/^produc/, 'production'], [/^ship/, 'shipments'],
  [/^(?:bought|buys?|purchas)/, 'purchases'], [/^(?:process|treat|handl)/, 'treated'], [/^employ/, 'employees'], [/^earn/, 'earnings'], [/^mined|^mines?$/, 'mined'], [/^(?:raised)$/, 'raised'], [/^borrow/, 'borrowed'], [/^(?:recover)/, 'recovered'], [/^consum/, 'consumption'], [/^generat/, 'generation'], [/^cost/, 'cost'], [/^cover/, 'area'], [/^weigh/, 'weight'],
];
const DOES = /\b(invest(?:ed|s|ing)?|spen[dt]s?|spending|sold|sells?|export(?:ed|s)?|import(?:ed|s)?|produc(?:ed|es|e)|shipp(?:ed)|ships?|bought|buys?|purchas(?:ed|es)|process(?:ed|es)?|treat(?:ed|s)?|handle[sd]?|employ(?:ed|s)?|earn(?:ed|s)?|mined?|raised|borrow(?:ed|s)?|recover(?:ed|s)?|consum(?:ed|es)|generat(?:ed|es)|costs?|covers?|covered|weighs?|weighed) (?:a total of |about |some |more than |over |nearly |approximately |around |another |an? (?:additional |further )?|up to |an accumulated |as much as )*(?:[A-Z]{0,3}[$€£¥])?$/;

/** What somebody's figure measures by what they do; null where that does not tell. */
export function dealtMeasure(lead: string, kind: string, unit: string | null): string | null {
  const verb = /^(?:mass|money|level|count)$/.test(kind) ? DOES.exec(lead.slice(-70))?.[1] : undefined;
  if (verb === undefined || (/^(?:cover|weigh)/.test(verb) && (unit === null || unit === '%'))) return null;
  return MEASURES.find(([pattern]) => pattern.test(verb))?.[1] ?? null;
}
