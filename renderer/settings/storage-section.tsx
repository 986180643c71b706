import { useCounts } from '../client/queries.ts';
import { useWords } from '../words/use-words.ts';
import { CleanUp } from './clean-up.tsx';
import styles from './settings.module.css';

export function StorageSection() {
  const { t, format } = useWords();
  const counts = useCounts().data;
  return (
    <>
      <h3 className={styles.head}>{t('settings.kept')}</h3>
      {counts ? (
        <ul className={styles.facts}>
          <li>{t('settings.keptAll', { count: counts.all })}</li>
          <li>{t('settings.keptArticles', { count: counts.offline })}</li>
          <li>{t('settings.keptSize', { size: format.bytes(counts.offlineBytes) })}</li>
          <li>{t('settings.keptBookmarks', { count: counts.bookmarks })}</li>
        </ul>
      ) : null}
      <h3 className={styles.head}>{t('settings.cleanUp')}</h3>
      <CleanUp />
    </>
  );
}
