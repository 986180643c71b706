import { Icon } from '../components/icon.tsx';
import field from '../components/text-field.module.css';
import { useWords } from '../words/use-words.ts';
import type { SettingsView } from './use-settings-view.ts';
import styles from './settings.module.css';

/** Finds a setting by words of either language; Enter opens what was found first. Esc empties it first. */
export function SettingsSearch({ view: { typed, found, type, show } }: { readonly view: SettingsView }) {
  const { t } = useWords();
  return (
    <div className={`${field.field} ${styles.search}`}>
      <Icon name="search" size={14} />
      <input
        className={field.input}
        type="text"
        aria-label={t('findSettings.field')}
        placeholder={t('findSettings.field')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            if (found?.[0]) show(found[0]);
          } else if (event.key === 'Escape' && typed !== '') type('');
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}
