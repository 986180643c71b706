import { memo } from 'react';
import type { SourceDays } from '../../electron/contract/source.ts';
import { Spectrum } from '../components/spectrum.tsx';
import { CAP } from '../components/stroke-paths.ts';
import type { Stroke } from '../components/stroke-paths.ts';
import { useWords } from '../words/use-words.ts';

/** Pixels from one day to the next. */
const STEP = { roomy: 4, tight: 3 } as const;
const HEIGHT = 16;
/** Room above the tallest stroke for the cap of a failure and the gap below it. */
const ROOM = HEIGHT - CAP - 1;
/** A source of one article a day must not look like one of a hundred. */
const LEAST_FULL = 4;

function strokesOf({ added, failed }: SourceDays, step: number): readonly Stroke[] {
  const full = Math.max(LEAST_FULL, ...added);
  return added.map((count, index) => ({ x: index * step, height: count === 0 ? 0 : 2 + (count / full) * (ROOM - 2), failed: (failed[index] ?? 0) > 0 }));
}

/** The last 30 days of a source: a stroke a day, as high as what was new, with a red cap where tries failed. */
export const DayStrip = memo(function DayStrip({ days, tight }: { readonly days: SourceDays; readonly tight: boolean }) {
  const { t } = useWords();
  const added = days.added.reduce((sum, count) => sum + count, 0);
  const failed = days.failed.filter((count) => count > 0).length;
  const text = t('sources.daysText', { count: added });
  const name = failed > 0 ? t('common.listPair', { first: text, second: t('sources.daysFailed', { count: failed }) }) : text;
  const step = tight ? STEP.tight : STEP.roomy;
  const width = days.added.length * step - (step - 2);
  return <Spectrum strokes={strokesOf(days, step)} width={width} height={HEIGHT} name={name} titled />;
});
