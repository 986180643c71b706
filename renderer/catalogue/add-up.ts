import type { CatalogueEntry } from '../../electron/contract/catalogue.ts';

/** What following some sources would bring, as far as it is known. */
export interface Sum {
  readonly sources: number;
  /** Headlines a day of those of which it is known, rounded; null where it is known of none. */
  readonly perDay: number | null;
  /** Of `perDay`, those in Chinese. */
  readonly chinese: number;
  /** Sources of which nobody knows yet. */
  readonly unknown: number;
}

/** Headlines a day: as measured on this machine, else as the catalogue says; null where neither does. */
export function perDayOf({ perDay, tried }: Pick<CatalogueEntry, 'perDay' | 'tried'>): number | null {
  return tried?.perDay ?? perDay;
}

/** Adds up the sources that are chosen and not followed yet. */
export function addUp(chosen: readonly CatalogueEntry[]): Sum {
  const rates = chosen.map((source) => ({ rate: perDayOf(source), isChinese: /^zh\b/iu.test(source.lang) }));
  const known = rates.filter((one): one is { rate: number; isChinese: boolean } => one.rate !== null);
  const total = (some: typeof known): number => Math.round(some.reduce((sum, { rate }) => sum + rate, 0));
  return { sources: chosen.length, perDay: known.length === 0 ? null : total(known), chinese: total(known.filter(({ isChinese }) => isChinese)), unknown: rates.length - known.length };
}
