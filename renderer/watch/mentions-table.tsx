import type { WatchReport } from '../../electron/contract/watch.ts';
import { useWords } from '../words/use-words.ts';
import styles from './watch.module.css';

/** The days of the chart in figures, the newest first; those without an article are left out. */
export function MentionsTable({ days }: { readonly days: WatchReport['days'] }) {
  const { t, format } = useWords();
  return (
    <section
      className={styles.tableBox}
      aria-label={t('watch.mentions')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll it
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('watch.day')}</th>
            <th scope="col">{t('watch.articles')}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().flatMap(({ day, count }) =>
            count === 0
              ? []
              : [
                  <tr key={day}>
                    <th scope="row">{format.dayDate(day)}</th>
                    <td>{format.count(count)}</td>
                  </tr>,
                ],
          )}
        </tbody>
      </table>
    </section>
  );
}
