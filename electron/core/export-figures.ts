import { open, rm, writeFile } from 'node:fs/promises';
import { ReaderError } from '../contract/errors.ts';
import type { OutgoingFile } from '../contract/exchange.ts';
import type { DateRow, ExportedFigures, FigureFormat } from '../contract/lens-api.ts';
import { newExchangeFile } from './exchange/exchange-file.ts';
import { listDates, type DateFilter } from './query/list-dates.ts';
import type { FigureQuery } from './query/figure-walk.ts';
import { listFigures } from './query/list-figures.ts';
import type { Store } from './store/open-store.ts';
import { dayOf } from './transfer/exported-article.ts';
import type { Transfer } from './transfers.ts';

const PAGE = 200;
const MOST_DATES = 5000;

export interface FigureExport {
  readonly version: string;
  readonly now: number;
  readonly transfer: Transfer;
}

/** Makes a file that waits to be taken out, or leaves none. Throws `disk-full`. */
async function exported<T>(store: Store, write: (path: string) => Promise<T>): Promise<T & { file: string; bytes: number }> {
  const { file, path } = await newExchangeFile(store.profile);
  try {
    const written = await write(path);
    const handle = await open(path);
    const { size } = await handle.stat();
    await handle.close();
    return { ...written, file, bytes: size };
  } catch (error) {
    await rm(path, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
    throw new ReaderError('disk-full', `${path}: ${String(error)}`, { path, reason: code }, { cause: error });
  }
}

function nothing(): ReaderError {
  return new ReaderError('nothing-to-export', 'there is nothing under what was asked for');
}

/** Writes figures under a filter to a file, newest article first. Throws `nothing-to-export`, `transfer-cancelled`, `disk-full`. */
export async function exportFigures(store: Store, { format, filter }: { readonly format: FigureFormat; readonly filter: FigureQuery }, { version, now, transfer }: FigureExport): Promise<ExportedFigures> {
  const { figureWriter } = await import('./transfer/write-figures.ts');
  const writer = figureWriter(format, { generator: `Monazite ${version}`, exported: new Date(now).toISOString() });
  const { figures, ...file } = await exported(store, async (path) => {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(writer.head);
      let count = 0;
      let cursor: string | null = null;
      do {
        const page = listFigures(store, filter, { limit: PAGE, cursor });
        await transfer.step(count, Math.max(count, page.total));
        await handle.writeFile(page.figures.map((figure, at) => writer.row(figure, count + at)).join(''));
        count += page.figures.length;
        cursor = page.nextCursor;
      } while (cursor !== null);
      if (count === 0) throw nothing();
      await handle.writeFile(writer.foot);
      return { figures: count };
    } finally {
      await handle.close();
    }
  });
  return { ...file, name: `Monazite figures ${dayOf(now)}.${format}`, type: writer.type, figures };
}

/** Writes days that articles name as a calendar. Throws as exportFigures. */
export async function exportDates(store: Store, filter: DateFilter, { version, now, transfer }: FigureExport): Promise<OutgoingFile & { readonly dates: number }> {
  const { writeCalendar } = await import('./transfer/write-calendar.ts');
  const dates: DateRow[] = [];
  let cursor: string | null = null;
  do {
    const page = listDates(store, filter, { limit: PAGE, cursor });
    dates.push(...page.dates);
    await transfer.step(dates.length, 0);
    cursor = page.nextCursor;
  } while (cursor !== null && dates.length < MOST_DATES);
  if (dates.length === 0) throw nothing();
  const file = await exported(store, async (path) => {
    await writeFile(path, writeCalendar(dates.slice(0, MOST_DATES), { generator: `Monazite ${version}`, now }), { flag: 'wx', mode: 0o600 });
    return {};
  });
  return { ...file, name: `Monazite dates ${dayOf(now)}.ics`, type: 'text/calendar', dates: Math.min(MOST_DATES, dates.length) };
}
