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

export function formatLine(line: Line): string {
  const bound = line.target === undefined ? '' : ` (target < ${line.target} ${line.unit}${line.value < line.target ? '' : ', MISSED'})`;
  if (!line.against) return `${line.what}: ${number(line.value)} ${line.unit}${bound}`;
  const ratio = line.value / line.against.value;
  const target = line.against.target === undefined ? '' : `, target ${line.against.target}${ratio <= line.against.target ? '' : ', MISSED'}`;
  return `${line.what}: ${number(line.value)} ${line.unit} = ${number(ratio)} x ${line.against.what} (${number(line.against.value)} ${line.unit}${target})${bound}`;
}
