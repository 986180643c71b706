import { useEffect, useRef } from 'react';
import type { DryRun } from '../../electron/contract/rules.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords } from '../words/use-words.ts';
import styles from './rules.module.css';

/** What a rule would act on: how many, and the newest of them. */
export function DryRunPart({ result, busy }: { readonly result: DryRun | null; readonly busy: boolean }) {
  const words = useWords();
  const { t, format } = words;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);
  return (
    <div ref={ref} className={styles.dryRun}>
      <output className={styles.would}>
        {busy ? t('rules.looking') : result ? [t('rules.would', { count: result.count }), result.left > 0 ? t('rules.wouldLeft', { count: result.left }) : ''].filter(Boolean).join(t('row.joiner')) : ''}
      </output>
      {result && result.sample.length > 0 && !busy ? (
        <ul className={styles.sample} aria-label={t('rules.sampleName')}>
          {result.sample.map((row) => (
            <li key={row.id}>
              <span className={styles.sampleTitle} dir="auto" lang={textLang(row.title, row.lang)}>
                {headlineTitle(row, words)}
              </span>
              <span className={styles.sampleMeta}>
                {t('rules.sampleFrom', { source: row.feedTitle, time: format.timeOrDate(row.sortAt) })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
