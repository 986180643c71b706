import type { Ticker } from './gazetteer.ts';

/** Of the exchanges whose codes are digits alone. */
const LETTERS: Readonly<Record<string, string>> = { SSE: 'SH', SZSE: 'SZ' };

/** A code as brokers in China write it, behind the letters of its exchange with nothing between: SH600111. Null where none is written so. */
export function joinedCode({ exchange, code }: Pick<Ticker, 'exchange' | 'code'>): string | null {
  const letters = LETTERS[exchange];
  return letters !== undefined && /^\d{6}$/.test(code) ? `${letters}${code}` : null;
}
