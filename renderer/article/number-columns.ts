const SIGNED = String.raw`[+\-−±~≈<>]?\s?(?:[A-Z]{0,3}[$€£¥])?\d[\d.,\s]*%?`;
const NUMBER = new RegExp(String.raw`^${SIGNED}(?:\s?(?:to|[-–—~至])\s?${SIGNED})?$`, 'u');
/** What stands where there is no number, or where it is that of the day before. */
const NONE = /^(?:[-–—]*|n\/?a|flat|unch(?:anged)?\.?|持?平|无)$/iu;

/**
 * Which columns hold numbers that one compares from line to line, by the texts of the cells below the head. The first column
 * says what a line is of, though it be a year.
 */
export function numberColumns(lines: readonly (readonly string[])[]): readonly number[] {
  const [first] = lines;
  if (first === undefined || lines.length < 2) return [];
  return first.flatMap((_, column) => {
    const texts = lines.map((line) => (line[column] ?? '').trim());
    const numbers = texts.filter((text) => NUMBER.test(text)).length;
    return column > 0 && numbers > 0 && texts.every((text) => NUMBER.test(text) || NONE.test(text)) ? [column] : [];
  });
}

/** Marks the cells of such columns, their heads too, where every line of a table has the same columns. */
export function markNumbers(table: HTMLTableElement): void {
  const lines = [...table.rows].map((row) => [...row.cells]);
  if (lines.some((line) => line.length !== lines[0]?.length || line.some((cell) => cell.colSpan > 1 || cell.rowSpan > 1))) return;
  const body = lines.filter((line) => line.some((cell) => cell.localName === 'td' && !cell.closest('thead')));
  for (const column of numberColumns(body.map((line) => line.map((cell) => cell.textContent)))) {
    for (const line of lines) line[column]?.toggleAttribute('data-number', true);
  }
}
