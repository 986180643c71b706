import { useWords } from '../words/use-words.ts';
import type { SettingEntry } from './setting-list.ts';
import rowButton from '../components/row-button.module.css';
import styles from './settings.module.css';

/** What was looked for, each with its section; choosing one opens it there. */
export function FoundSettings({ found, onChoose }: { readonly found: readonly SettingEntry[]; readonly onChoose: (entry: SettingEntry) => void }) {
  const { t } = useWords();
  return (
    <>
      <output className={styles.foundCount}>{t('findSettings.found', { count: found.length })}</output>
      <ul className={styles.found}>
        {found.map((entry) => (
          <li key={entry.id}>
            <button type="button" className={`${rowButton.row} ${styles.foundRow}`} onClick={() => onChoose(entry)}>
              <span>{entry.name(t)}</span>
              <span className={styles.foundIn}>{t(`settings.${entry.section}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
