import { create } from 'zustand';
import type { DateRole } from '../../electron/contract/lens.ts';

export const CALENDAR_SPANS = ['ahead', 'month', 'past', 'all'] as const;
export type CalendarSpan = (typeof CALENDAR_SPANS)[number];

/** What the calendar looks at; it outlives the page. */
export interface CalendarView {
  readonly span: CalendarSpan;
  /** '' stands for every date that has a role. */
  readonly role: '' | DateRole;
}

export const useCalendarView = create<CalendarView>()(() => ({ span: 'ahead', role: '' }));
