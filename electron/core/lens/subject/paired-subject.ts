const BOTH = /(?:两者|二者|两项|两类)[^,，;；。]{0,8}$/;
const ONE_OF = /([前后])者[^,，;；。、]{0,10}$|\bthe (former|latter)\b[^,;.\d]{0,30}$/i;

/** What a figure is of that is said of two things told before it in their order: 两者合计, 前者, "the latter"; null where it is of none. */
export function pairedSubject(lead: string, told: readonly string[]): string | null {
  if (BOTH.test(lead)) {
    const both = told.slice(-2);
    return both.length === 2 && !both.includes('') ? both.join('和') : null;
  }
  const [, han, english] = ONE_OF.exec(lead) ?? [];
  const which = han ?? english?.toLowerCase();
  if (which === undefined) return null;
  const [first, second] = [...new Set(told)].filter((words) => words !== '').slice(-2);
  return second === undefined ? null : ((which === '前' || which === 'former' ? first : second) ?? null);
}
