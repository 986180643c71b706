import styles from './keys.module.css';

/** Keys that are held together ("Shift+A", or a list), each in a frame. */
export function Keys({ keys }: { readonly keys: string | readonly string[] }) {
  return (
    <span className={styles.keys}>
      {(typeof keys === 'string' ? keys.split(/\+(?=.)/u) : keys).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
