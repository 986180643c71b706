import { decimalOf } from './decimal.ts';
import type { RawFigure } from './raw-figure.ts';
import { columnUnitAt } from './table-lines.ts';

const JOINED = /^(?:, | and |, and |、|和|及|以及|与|,| or | ?\/ ?)$/;

/** Gives the bare numbers of "5, 6 and 7 tonnes" the unit that stands at the end of their list, and those of a table that of its column. */
export function inheritUnits(text: string, raws: readonly RawFigure[]): RawFigure[] {
  const out = [...raws];
  for (let at = out.length - 1; at >= 0; at--) {
    const raw = out[at];
    if (raw?.is !== 'quantity' || raw.quantity.isMeasured) continue;
    const next = out[at + 1];
    const { quantity } = raw;
    if (next?.is === 'quantity' && next.quantity.isMeasured && next.quantity.unit?.sort !== 'count' && JOINED.test(text.slice(raw.at.end, next.at.start))) {
      const { unit, currency, per, shift, unitPrinted } = next.quantity;
      const by = (unit?.shift ?? 0) + (quantity.shift === null ? (shift ?? 0) : 0);
      const moved = (value: typeof quantity.low) => (value.digits === 0n ? value : { digits: value.digits, exponent: value.exponent + by });
      out[at] = { ...raw, quantity: { ...quantity, low: moved(quantity.low), high: moved(quantity.high), unit, currency, per, unitPrinted, isMeasured: true } };
      continue;
    }
    const column = columnUnitAt(text, raw.at, out);
    if (column) {
      const shifted = (value: typeof quantity.low) => (value.digits === 0n ? decimalOf('0') : { digits: value.digits, exponent: value.exponent + column.shift });
      out[at] = { ...raw, quantity: { ...quantity, low: shifted(quantity.low), high: shifted(quantity.high), unit: column.unit, currency: column.unit.sort === 'money' ? column.unit.normal : null, per: column.per, unitPrinted: column.printed, isMeasured: true } };
    }
  }
  return out;
}
