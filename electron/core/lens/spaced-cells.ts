/** Between two cells; behind a full stop two spaces part sentences. */
const GAP = /(?<=[^\s.!?:;,。，；：]) {2,}(?=\S)/g;
/** A gap that parts cells by itself. */
const WIDE = 4;
/** Characters of a line of a table at most. */
const MOST = 300;

/** Whether a line is set in columns: two gaps, or one wide enough. */
function isSet(line: string): boolean {
  if (line.length > MOST || !line.includes('  ')) return false;
  const gaps = [...line.matchAll(GAP)];
  return gaps.length > 1 || gaps.some(([gap]) => gap.length >= WIDE);
}

/** A folded text with tabs for the gaps of tables that were set with spaces, lines of which stand one below the other; as long as before. */
export function withSpacedCells(text: string): string {
  if (!text.includes('  ')) return text;
  const lines = text.split('\n');
  const set = lines.map(isSet);
  return lines.map((line, at) => (set[at] && (set[at - 1] || (set[at + 1] && /\d/.test(lines[at + 1] ?? ''))) ? line.replace(GAP, (gap) => '\t'.repeat(gap.length)) : line)).join('\n');
}
