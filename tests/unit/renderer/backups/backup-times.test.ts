import { expect, test } from 'vitest';
import type { Backup } from '../../../../electron/contract/backup.ts';
import { backupTimes } from '../../../../renderer/backups/backup-times.ts';
import { createFormats } from '../../../../renderer/words/formats.ts';

const at = (minute: number, second: number): number => new Date(2026, 10, 18, 9, minute, second).getTime();
const backup = (name: string, time: number): Backup => ({ name, at: time, bytes: 1, version: 1, kind: 'asked' });
const timesOf = (locale: 'en' | 'zh-CN', backups: readonly Backup[]): readonly string[] => [...backupTimes(backups, createFormats(locale, () => at(30, 0))).values()];

test('backups of different minutes are told to the minute', () => {
  expect(timesOf('en', [backup('b', at(13, 5)), backup('a', at(12, 40))])).toEqual(['Wed 18 November, 09:13', 'Wed 18 November, 09:12']);
});

test('those of one minute are told to the second, and no other is', () => {
  const three = [backup('c', at(12, 40)), backup('b', at(12, 7)), backup('a', at(11, 59))];
  expect(timesOf('en', three)).toEqual(['Wed 18 November, 09:12:40', 'Wed 18 November, 09:12:07', 'Wed 18 November, 09:11']);
  expect(timesOf('zh-CN', three)).toEqual(['11月18日 星期三 09:12:40', '11月18日 星期三 09:12:07', '11月18日 星期三 09:11']);
});

test('those of one second are numbered from the oldest', () => {
  expect(timesOf('en', [backup('b', at(12, 7)), backup('a', at(12, 7))])).toEqual(['Wed 18 November, 09:12:07 (2)', 'Wed 18 November, 09:12:07 (1)']);
});
