import type { Backup } from '../../electron/contract/backup.ts';
import type { Formats } from '../words/formats.ts';

/** When each backup was made, by its name: to the minute; to the second where the minute is that of another, and then numbered where the second is too. */
export function backupTimes(backups: readonly Backup[], format: Pick<Formats, 'dateTime' | 'exactTime'>): ReadonlyMap<string, string> {
  const minutes = Map.groupBy(backups, ({ at }) => format.dateTime(at));
  const times = [...minutes].flatMap(([minute, ofMinute]) => {
    if (ofMinute.length === 1) return ofMinute.map(({ name }) => [name, minute] as const);
    return [...Map.groupBy(ofMinute, ({ at }) => format.exactTime(at))].flatMap(([second, ofSecond]) =>
      ofSecond.map(({ name }, index) => [name, ofSecond.length === 1 ? second : `${second} (${ofSecond.length - index})`] as const),
    );
  });
  return new Map(times);
}
