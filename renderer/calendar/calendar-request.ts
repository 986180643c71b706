import type { DatesRequest } from '../client/lens-queries.ts';
import { daysUpTo } from '../lens/days-up-to.ts';
import type { CalendarView } from './calendar-view.ts';

/** Past days are looked back upon this far at once. */
const PAST_DAYS = 90;
const MONTH_DAYS = 31;

/** What of the calendar is asked for, seen from today by the machine's own clock. */
export function calendarRequest({ span, role }: CalendarView, now: Date): DatesRequest {
  const dayFrom = (days: number): string => daysUpTo(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12), 1)[0] ?? '';
  const roles = role === '' ? {} : { roles: [role] };
  switch (span) {
    case 'ahead':
      return { ...roles, from: dayFrom(0) };
    case 'month':
      return { ...roles, from: dayFrom(0), to: dayFrom(MONTH_DAYS) };
    case 'past':
      return { ...roles, from: dayFrom(-PAST_DAYS), to: dayFrom(-1) };
    default:
      return roles;
  }
}
