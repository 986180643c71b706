import type { SourceReport } from '../../electron/contract/source.ts';

/** Whether a page gives its articles as ever, but without the dates that they had. */
export function hasLostDates({ state, detail }: Pick<SourceReport, 'state' | 'detail'>): boolean {
  return state === 'shapeChanged' && detail['reason'] === 'no-dates';
}
