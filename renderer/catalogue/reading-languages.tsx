import { Checkbox } from '../components/checkbox.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './first-run.module.css';
import part from './part.module.css';

/** What a language is called in itself. */
function ownName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

export interface ReadingLanguagesProps {
  /** Those that the catalogue has, without region. */
  readonly languages: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** In which languages a person reads headlines. */
export function ReadingLanguages({ languages, chosen, onChange }: ReadingLanguagesProps) {
  const { t } = useWords();
  return (
    <fieldset className={part.part}>
      <legend className={part.legend}>{t('firstRun.languages')}</legend>
      <div className={styles.languages}>
        {languages.map((language) => (
          <Checkbox
            key={language}
            label={ownName(language)}
            checked={chosen.has(language)}
            onChange={(on) => onChange(new Set(on ? [...chosen, language] : [...chosen].filter((one) => one !== language)))}
          />
        ))}
      </div>
    </fieldset>
  );
}
