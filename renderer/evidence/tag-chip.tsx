import { Icon } from '../components/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './tags.module.css';

/** A tag with the cross that takes it away. */
export function TagChip({ title, onTake }: { readonly title: string; readonly onTake: () => void }) {
  const { t } = useWords();
  const take = t('evidence.takeTag', { tag: title });
  return (
    <span className={styles.chip}>
      <span dir="auto">{title}</span>
      <button type="button" className={styles.take} aria-label={take} title={take} onClick={onTake}>
        <Icon name="close" size={10} />
      </button>
    </span>
  );
}
