import type { CatalogueEntry } from '../../electron/contract/catalogue.ts';
import { Icon } from '../components/icon.tsx';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { perDayOf } from './add-up.ts';
import styles from './catalogue.module.css';

/** How often, in the unit that makes a number of it: 18 a day, 2 a week, 1 a month. */
function rateWords(rate: number, { t }: Words): string {
  if (rate >= 1) return t('firstRun.perDay', { count: Math.round(rate) });
  if (rate * 7 >= 1) return t('firstRun.perWeek', { count: Math.round(rate * 7) });
  return t('firstRun.perMonth', { count: Math.max(1, Math.round(rate * 30)) });
}

/** Whether a source was tried on this machine, and what came of it. */
export function CatalogueState({ source, busy }: { readonly source: CatalogueEntry; readonly busy: boolean }) {
  const words = useWords();
  const { t, format } = words;
  const { tried, feedId } = source;
  const rate = perDayOf(source);
  if (busy) return <span className={styles.state}>{t('firstRun.trying')}</span>;
  if (feedId !== null) return <span className={styles.state}>{t('firstRun.followed')}</span>;
  if (!tried) return <span className={styles.state}>{rate === null ? t('firstRun.notTried') : t('firstRun.rateNotTried', { rate: rateWords(rate, words) })}</span>;
  const at = t('firstRun.triedAt', { when: format.dateTime(tried.at) });
  if (tried.code !== null) {
    const { title } = errorWords({ code: tried.code, detail: tried.detail }, words);
    return (
      <span className={`${styles.state} ${styles.failed}`} title={t('common.named', { name: title, what: at })}>
        <Icon name="broken" size={14} />
        <span className={styles.cut}>{title}</span>
      </span>
    );
  }
  const newest = tried.newestAt === null ? [] : [t('firstRun.newestOf', { date: format.dateTime(tried.newestAt) })];
  return (
    <span className={`${styles.state} ${styles.good}`} title={[at, ...newest].join(t('row.joiner'))}>
      {rate === null ? t('firstRun.headlines', { count: tried.items }) : rateWords(rate, words)}
    </span>
  );
}
