import type { Compared } from './compare.ts';

interface Count {
  right: number;
  all: number;
}

interface Failure extends Compared {
  readonly document: string;
}

export interface Summary {
  readonly documents: number;
  readonly wholly: number;
  readonly fields: Readonly<Record<string, Count>>;
  readonly encodings: Readonly<Record<string, Count>>;
  readonly failures: readonly Failure[];
  readonly skipped: readonly string[];
  readonly unreadable: readonly { readonly document: string; readonly reason: string }[];
  /** Expectations that were not understood. */
  readonly ignored: number;
}

function count(counts: Map<string, Count>, name: string, isRight: boolean): void {
  const known = counts.get(name) ?? { right: 0, all: 0 };
  known.all++;
  if (isRight) known.right++;
  counts.set(name, known);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function table(title: string, counts: ReadonlyMap<string, Count>): string[] {
  const rows = [...counts].toSorted(([a], [b]) => a.localeCompare(b));
  const sum = rows.reduce((total, [, { right, all }]) => ({ right: total.right + right, all: total.all + all }), { right: 0, all: 0 });
  const line = ([name, { right, all }]: readonly [string, Count]) => `  ${name.padEnd(20)}${String(right).padStart(7)} of ${String(all).padStart(6)}  ${((100 * right) / Math.max(1, all)).toFixed(1).padStart(6)} %`;
  return ['', title, ...rows.map(line), line(['all', sum])];
}

/** Counts what was read right, by field and by encoding, and keeps what was not. */
export class Tally {
  readonly #fields = new Map<string, Count>();
  readonly #encodings = new Map<string, Count>();
  readonly #failures: Failure[] = [];
  readonly #skipped: string[] = [];
  readonly #unreadable: { document: string; reason: string }[] = [];
  #documents = 0;
  #wholly = 0;
  #ignored = 0;

  add(document: string, encoding: string, compared: readonly Compared[], ignored: number): void {
    this.#documents++;
    this.#ignored += ignored;
    for (const one of compared) {
      count(this.#fields, one.field, one.isRight);
      count(this.#encodings, encoding, one.isRight);
      if (!one.isRight) this.#failures.push({ document, ...one });
    }
    if (compared.every(({ isRight }) => isRight)) this.#wholly++;
  }

  /** A document of which nothing is expected. */
  skip(document: string): void {
    this.#skipped.push(document);
  }

  unreadable(document: string, reason: string): void {
    this.#unreadable.push({ document, reason });
  }

  summary(): Summary {
    return {
      documents: this.#documents, wholly: this.#wholly, fields: Object.fromEntries(this.#fields), encodings: Object.fromEntries(this.#encodings),
      failures: this.#failures, skipped: this.#skipped, unreadable: this.#unreadable, ignored: this.#ignored,
    };
  }

  report(isListing: boolean): string {
    const lines = [`${this.#documents} documents, ${this.#wholly} of them right in every field`];
    if (this.#skipped.length > 0) lines.push(`${this.#skipped.length} documents without an expectation were left out`);
    if (this.#ignored > 0) lines.push(`${this.#ignored} expectations were not understood and left out`);
    for (const { document, reason } of this.#unreadable) lines.push(`The expectation of ${document} cannot be read: ${reason}`);
    lines.push(...table('By field', this.#fields), ...table('By encoding', this.#encodings));
    if (isListing) {
      lines.push('', `Wrong: ${this.#failures.length}`);
      for (const { document, field, expected, actual } of this.#failures) lines.push(`  ${document}: ${field}`, `    expected ${shown(expected)}`, `    found    ${shown(actual)}`);
    } else if (this.#failures.length > 0) lines.push('', 'With --failures each wrong field is listed.');
    return lines.join('\n');
  }
}
