import { memo } from 'react';
import type { ReactNode } from 'react';
import type { ActivitySlot } from '../../electron/contract/source.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { fetchTotals } from './chart-words.ts';
import type { SourceGroup, SourceItem } from './source-items.ts';
import styles from './sources.module.css';

function fetchesText(slots: readonly ActivitySlot[], { t }: Words): string {
  const { asked, failed } = fetchTotals(slots);
  if (asked === 0) return t('sources.fetchesNone');
  return t('sources.fetches', { count: asked, failed: failed === 0 ? t('sources.noneFailed') : t('sources.ofThemFailed', { failed }) });
}

function othersText(counts: Readonly<Record<'attention' | 'paused' | 'waiting', number>>, { t }: Words): string | null {
  const parts: readonly string[] = (['attention', 'paused', 'waiting'] as const).flatMap((what) => (counts[what] > 0 ? [t(`sources.${what}`, { count: counts[what] })] : []));
  if (parts.length === 0) return null;
  const text = parts.reduce((first, second) => t('common.listPair', { first, second }));
  return t('sources.sentence', { text });
}

/** All sources in one sentence: how many are well, how many are not, how often they were asked. */
export const TotalsLine = memo(function TotalsLine({ items, slots }: { readonly items: readonly SourceItem[]; readonly slots: readonly ActivitySlot[] }): ReactNode {
  const words = useWords();
  const { t } = words;
  const count = (group: SourceGroup) => items.filter((item) => item.group === group).length;
  const healthy = count('healthy');
  const others = othersText({ attention: count('attention'), paused: count('paused'), waiting: count('waiting') }, words);
  const joiner = t('row.joiner');
  // Where none is well, what they are instead comes first.
  const first = others === null ? t('sources.allHealthy', { count: healthy }) : healthy === 0 ? others : t('sources.healthy', { count: healthy });
  return (
    <p className={styles.totals}>
      <b>{first}</b>
      {joiner}
      {others === null || others === first ? null : others + joiner}
      {fetchesText(slots, words)}
    </p>
  );
});
