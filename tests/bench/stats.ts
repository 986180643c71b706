/** The value below which a share of the samples lies (nearest rank). `samples` must not be empty. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** One printed line: what was measured, its value, and what it is compared with in the same run. */
export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly against?: { readonly what: string; readonly value: number; readonly target?: number };
  /** An absolute bound in the same unit, where the promise is one. */
  readonly target?: number;
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

/** Whether a line keeps to its targets; null where it has none. */
function verdict({ value, against, target }: Line): boolean | null {
  if (target !== undefined) return value < target;
  return against?.target === undefined ? null : value / against.value <= against.target;
}

function cells(line: Line): string[] {
  const { what, value, unit, against, target } = line;
  const kept = verdict(line);
  const bound = target === undefined ? (against?.target === undefined ? '' : `<= ${against.target} x`) : `< ${target} ${unit}`;
  return [
    what, `${number(value)} ${unit}`, against ? `${number(value / against.value)} x` : '', against ? `${against.what} (${number(against.value)} ${unit})` : '',
    bound, kept === null ? '' : kept ? 'kept' : 'MISSED',
  ];
}

const HEAD = ['what', 'value', 'ratio', 'against', 'target', ''];

/** A table of lines, its columns aligned: what each ratio is against, and whether it keeps to its target. */
export function formatTable(title: string, lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const text = rows.map((row) => row.map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd());
  return `\n${title}\n${[text[0], '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)), ...text.slice(1)].join('\n')}`;
}
