/** Cells of a table that was set with spaces: two gaps in a line, or one wide enough. */
const SET = /\S {2,}\S.* {2,}\S|\S {4,}\S/;
const GAP = /(?<=\S) {2,}(?=\S)/g;

/** A folded text with tabs for the gaps of tables that were set with spaces, of which there are two lines at least one below the other; as long as before. */
export function withSpacedCells(text: string): string {
  if (!text.includes('  ')) return text;
  const lines = text.split('\n');
  const isSet = lines.map((line) => SET.test(line));
  return lines.map((line, at) => (isSet[at] && (isSet[at - 1] || isSet[at + 1]) && /\d/.test(lines[at + 1] ?? '') || (isSet[at] && isSet[at - 1]) ? line.replace(GAP, (gap) => '\t'.repeat(gap.length)) : line)).join('\n');
}
