import type { EntityId } from '../../contract/gazetteer.ts';
import type { DatePage, DateRow } from '../../contract/lens-api.ts';
import { DATE_ROLES, type DateRole } from '../../contract/lens.ts';
import { dayNumber, dayOfNumber } from '../figures/day-number.ts';
import type { StoreReads } from '../store/store.ts';
import type { FigurePlace } from './figure-walk.ts';
import { figuresAt } from './list-figures.ts';

export interface DateFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly roles?: readonly DateRole[] | undefined;
  readonly entityId?: EntityId | undefined;
}

const ALWAYS = 99_991_231;

interface Mark extends FigurePlace {
  readonly day: number;
}

function markOf(cursor: string | null | undefined): Mark | null {
  const found = /^(\d{8}) (\d+)\.(\d+)$/.exec(cursor ?? '');
  return found ? { day: Number(found[1]), id: Number(found[2]), place: Number(found[3]) } : null;
}

/** Days that articles name, the earliest first; of one day the newest article first. A month stands before its days. */
export function listDates(store: StoreReads, { from, to, roles = DATE_ROLES, entityId }: DateFilter, { limit, cursor }: { readonly limit: number; readonly cursor?: string | null | undefined }): DatePage {
  const after = markOf(cursor);
  const first = dayNumber(from ?? null) ?? 0;
  const ofEntity = entityId === undefined ? '' : 'AND EXISTS (SELECT 1 FROM article_entities ae WHERE ae.article_id = f.article_id AND ae.entity_key = (SELECT key FROM entities WHERE id = ?))';
  const rows = store.all<Mark>(
    `SELECT f.article_id AS id, f.place, f.day FROM figures f INDEXED BY figures_by_day CROSS JOIN statuses s ON s.article_id = f.article_id AND s.visible = 1
     WHERE f.role IS NOT NULL AND f.day >= ? AND f.day <= ? AND f.role IN (SELECT value FROM json_each(?)) AND (f.day >= ? OR f.day % 100 = 0) ${ofEntity}
       AND (f.day > ? OR (f.day = ? AND (f.article_id < ? OR (f.article_id = ? AND f.place < ?))))
     ORDER BY f.day, f.article_id DESC, f.place DESC LIMIT ?`,
    // A month is within a stretch of days that touches it: it is its first days.
    first - (first % 100), dayNumber(to ?? null) ?? ALWAYS, JSON.stringify(roles), first, ...(entityId === undefined ? [] : [entityId]),
    after?.day ?? 0, after?.day ?? 0, after?.id ?? 0, after?.id ?? 0, after?.place ?? 0, limit + 1,
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const days = new Map(rows.map(({ id, place, day }) => [`${id}.${place}`, dayOfNumber(day)]));
  const dates = figuresAt(store, rows.slice(0, limit)).map(({ at, id, role, printed, sentenceText, unsure, source }): DateRow => ({ figureId: id, day: days.get(`${at.id}.${at.place}`) ?? '', role, printed, sentenceText, unsure, source }));
  return { dates, nextCursor: last ? `${last.day} ${last.id}.${last.place}` : null };
}
