import type { Evidence } from '../../electron/contract/bookmark.ts';
import { Icon } from '../components/icon.tsx';
import { latestChange } from '../evidence/latest-change.ts';
import { copyAddress } from '../state/article-actions.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import styles from './details.module.css';

/** Digits of a hash that tell two copies apart at a glance. */
const SHORT = 12;

/** The texts as they were when they were bookmarked and when their source changed them, with the hash that proves each. */
export function Copies({ evidence }: { readonly evidence: Evidence }) {
  const { t, format } = useWords();
  const { copies, currentCopy } = evidence;
  const change = latestChange(evidence);
  if (copies.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>
        {t('bookmarks.copies')}
        <span>{t('bookmarks.copyCount', { count: copies.length })}</span>
      </h3>
      {change ? (
        <p className={styles.changed}>
          <Icon name="clock" size={14} />
          {t('evidence.changedOn', { date: format.date(Math.max(change.from.retrievedAt, change.to.retrievedAt)) })}
        </p>
      ) : null}
      <ul className={styles.copies}>
        {copies.toReversed().map(({ id, origin, retrievedAt, images, bytes, sha256 }) => {
          const date = `${format.shortDate(retrievedAt)} ${format.time(retrievedAt)}`;
          const about = [format.bytes(bytes), images > 0 ? t('bookmarks.copyImages', { count: images }) : '', id === currentCopy ? t('bookmarks.copyNow') : ''].filter(Boolean);
          return (
            <li key={id}>
              <span>{t(origin === 'feed' ? 'bookmarks.copyFeed' : 'bookmarks.copyPage', { date })}</span>
              <span className={styles.about}>{about.join(t('bookmarks.tagJoiner'))}</span>
              <button
                type="button"
                className={styles.sha}
                title={sha256}
                aria-label={t('bookmarks.copySha', { hash: sha256.slice(0, SHORT) })}
                onClick={() => void copyAddress(sha256, () => wordsNow().t('bookmarks.shaCopied'))}
              >
                {t('bookmarks.sha', { hash: sha256.slice(0, SHORT) })}
                <Icon name="copy" size={12} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
