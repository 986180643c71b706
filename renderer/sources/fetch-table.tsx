import type { ActivitySlot } from '../../electron/contract/source.ts';
import { useWords } from '../words/use-words.ts';
import { mergeSlots } from './merge-slots.ts';
import styles from './fetches.module.css';

const SLOTS_AN_HOUR = 12;

/** The chart of the last 24 hours as a table, an hour a row, the latest first. */
export function FetchTable({ slots }: { readonly slots: readonly ActivitySlot[] }) {
  const { t, format } = useWords();
  const hours = mergeSlots(slots, SLOTS_AN_HOUR).toReversed();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and a keyboard must reach that
    <section className={styles.tableBox} aria-label={t('sources.fetchTable')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('sources.hour')}</th>
            <th scope="col">{t('sources.fetchCount')}</th>
            <th scope="col">{t('sources.failedCount')}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ at, asked, failed }) => (
            <tr key={at}>
              <th scope="row">{format.time(at)}</th>
              <td>{format.count(asked)}</td>
              <td className={failed > 0 ? styles.bad : undefined}>{format.count(failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
