import { Icon } from '../components/icon.tsx';
import field from '../components/text-field.module.css';
import { useWords } from '../words/use-words.ts';
import styles from './settings.module.css';

export interface SettingsSearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Opens what was found first. */
  readonly onEnter: () => void;
}

/** Finds a setting by words of either language. Esc empties it first. */
export function SettingsSearch({ value, onChange, onEnter }: SettingsSearchProps) {
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
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onEnter();
          else if (event.key === 'Escape' && value !== '') onChange('');
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}
