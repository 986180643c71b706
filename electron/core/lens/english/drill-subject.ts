import type { SubjectRule } from './english-place.ts';

const OXIDE = /^ ?(TREO|REO|NdPr|Li2O|Ta2O5|U3O8|HREO|MREO|Nb2O5|P2O5|WO3|HM|THM)\b/;
const LENGTH = /^(?:m|metre|ft)$/;
const CUTS = /\b(?:cut|returned|returns|returning|intersects|intersected|intercepted|gave|hit|yielded|encountered|with|including|and) $/i;
const CUT_OFF = /\bcut-?off(?: grade)? (?:of|at) $/i;
const HOST = /.*\b(hole|drilling|resources?|reserves?|concentrate|stockpile|deposit|orebody|zone|domain|pit|ore)s?\b/i;

/** By what a hole is known: CRC118. */
const HOLE = /.*\b([A-Z]{2,6}(?:-?\d{2,4}){1,2}[A-Z]?)\b/;

/** What was drilled, or holds the oxide, said with its grade. */
const withHost = (words: string, lead: string): string => {
  const hole = HOLE.exec(lead)?.[1];
  const named = HOST.exec(lead)?.[1]?.toLowerCase();
  const host = hole !== undefined && (named === undefined || named === 'hole' || named === 'drilling') ? (named === 'hole' ? `hole ${hole}` : hole) : named;
  return host === undefined ? words : `${host} ${words}`;
};

/** What the lengths and grades of drilling are of: an intercept, a depth, the grade of an oxide. */
export const ofDrilling: SubjectRule = ({ kind, unit, near: lead, after }) => {
  if (kind !== 'level' && kind !== 'mass' && !(kind === 'change' && LENGTH.test(unit ?? ''))) return null;
  if (kind === 'mass') return /^ contained\b/.test(after) ? `contained ${/.*\b(TREO|REO)\b/.exec(lead)?.[1] ?? 'oxide'}` : null;
  if (unit === '%' || unit === 'ppm' || unit === 'g/t') {
    if (CUT_OFF.test(lead)) return 'cut-off grade';
    const named = OXIDE.exec(after)?.[1];
    if (named !== undefined && !/^ ?\w+ (?:stake|interest|market|prices?)\b/.test(after)) return withHost(`${named} grade`, lead);
    // "21 m at 4.9 % TREO, including 12 m at 8.2 %"
    if (!/(?:\d ?(?:m|metres?|meters?|ft|Mt|kt|[kdw]*mt|t|(?:million )?tonnes)|downhole|\bgrading) ?(?:of|at|@|grading|averaging)? ?(?:an average (?:grade )?of )?$/.test(lead)) return null;
    return withHost(`${/.*\b(TREO|REO|HREO|HM|Nb2O5)\b/.exec(lead)?.[1] ?? 'head'} grade`, lead);
  }
  if (!LENGTH.test(unit ?? '')) return null;
  if (/\bfrom (?:a depth of )?$/.test(lead) && (/^ ?(?:downhole|down hole|depth|below|,|\.|$)/.test(after) || / (?:m|metres?|%|TREO) (?:at|of)? ?/.test(lead.slice(-40)))) return withHost('depth', lead);
  if (!CUTS.test(lead) || !/^ ?(?:@|(?:at|of|grading|averaging|assaying|with)\b)/.test(after)) return null;
  return withHost('intercept', lead);
};
