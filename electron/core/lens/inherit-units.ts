import { decimalOf } from './decimal.ts';
import type { RawFigure } from './raw-figure.ts';
import { columnUnitAt } from './table-lines.ts';

const JOINED = /^(?:, | and |, and |、|和|及|以及|与|,| or | ?\/ ?)$/;

/** "At $85.60 per kilogram, up from $54.30": both are of the kilogram. */
const COMPARED = /^,? ?(?:up|down|compared|against|versus|from)? ?(?:from|with|to|against)? $/;

/** "At 620 yuan, up 5 from yesterday": the step is in the unit of the price. */
const MOVED = /^[^.;。；\n]*(?:\b(?:up|down|rose|fell|gained|lost|added|shed)(?: by| another)?|涨|跌|上调|下调|涨了|跌了) ?$/;

/** Gives the bare numbers of "5, 6 and 7 tonnes" the unit that stands at the end of their list, and those of a table that of its column. */
export function inheritUnits(text: string, raws: readonly RawFigure[]): RawFigure[] {
  // Twice: a change in a table has its unit of the price beside it, which has it of its column.
  return inheritOnce(text, inheritOnce(text, raws));
}

function inheritOnce(text: string, raws: readonly RawFigure[]): RawFigure[] {
  const out = [...raws];
  for (let at = out.length - 1; at >= 0; at--) {
    const raw = out[at];
    if (raw?.is !== 'quantity') continue;
    const ahead = out[at - 1];
    if (raw.quantity.currency !== null && raw.quantity.per === null && ahead?.is === 'quantity' && ahead.quantity.currency === raw.quantity.currency && ahead.quantity.per !== null && ahead.quantity.per !== 'share' && raw.quantity.shift === null && COMPARED.test(text.slice(ahead.at.end, raw.at.start))) {
      out[at] = { ...raw, quantity: { ...raw.quantity, per: ahead.quantity.per } };
      continue;
    }
    if (raw.quantity.isMeasured) continue;
    const next = out[at + 1];
    const { quantity } = raw;
    if (next?.is === 'quantity' && next.quantity.isMeasured && next.quantity.unit?.sort !== 'count' && JOINED.test(text.slice(raw.at.end, next.at.start))) {
      const { unit, currency, per, shift, unitPrinted } = next.quantity;
      const by = (unit?.shift ?? 0) + (quantity.shift === null ? (shift ?? 0) : 0);
      const moved = (value: typeof quantity.low) => (value.digits === 0n ? value : { digits: value.digits, exponent: value.exponent + by });
      out[at] = { ...raw, quantity: { ...quantity, low: moved(quantity.low), high: moved(quantity.high), unit, currency, per, unitPrinted, isMeasured: true } };
      continue;
    }
    const last = out[at - 1];
    if (last?.is === 'quantity' && last.quantity.currency !== null && raw.at.start - last.at.end < 40 && MOVED.test(text.slice(last.at.end, raw.at.start))) {
      const { currency, per } = last.quantity;
      out[at] = { ...raw, quantity: { ...quantity, unit: { normal: currency, sort: 'money', shift: 0, per: null }, currency, per, unitPrinted: '', isMeasured: true } };
      continue;
    }
    const column = columnUnitAt(text, raw.at, out);
    if (column) {
      const shifted = (value: typeof quantity.low) => (value.digits === 0n ? decimalOf('0') : { digits: value.digits, exponent: value.exponent + column.shift });
      // Accounts put a loss in brackets.
      const isLoss = column.unit.sort === 'money' && text[raw.at.start - 1] === '(' && text[raw.at.end] === ')';
      out[at] = { ...raw, quantity: { ...quantity, ...(isLoss && { sign: '-', shift: column.shift }), low: shifted(quantity.low), high: shifted(quantity.high), unit: column.unit, currency: column.unit.sort === 'money' ? column.unit.normal : null, per: column.per, unitPrinted: column.printed, isMeasured: true } };
    }
  }
  return out;
}
