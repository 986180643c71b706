import type { FeedId } from '../../electron/contract/model.ts';
import { useSourceTries } from '../client/queries.ts';
import { useWords } from '../words/use-words.ts';
import { momentWords } from './day-words.ts';
import { tookWords, tryWords } from './try-words.ts';
import styles from './details.module.css';

const SHOWN = 8;

/** The last asks of a source: when, what came of it, how long it took. */
export function LastTries({ feedId, now }: { readonly feedId: FeedId; readonly now: number }) {
  const words = useWords();
  const { t, format } = words;
  const { data } = useSourceTries(feedId, SHOWN);
  const tries = data?.tries;
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{t('sources.tries')}</h3>
      {tries?.length === 0 ? <p className={styles.hint}>{t('sources.noTries')}</p> : null}
      <ol className={styles.tries}>
        {tries?.map((tried, index) => (
          // Two asks of one moment are two; they are never put in another order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${tried.at} ${index}`}>
            <span>{momentWords(tried.at, now, words)}</span>
            <span className={tried.outcome === 'failed' ? `${styles.answer} ${styles.broken}` : styles.answer} title={tryWords(tried, words)}>
              {tryWords(tried, words)}
            </span>
            <span className={styles.took} title={tried.bytes > 0 ? t('sources.bytesReceived', { size: format.bytes(tried.bytes) }) : undefined}>{tookWords(tried.ms, words)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
