import styles from './keys.module.css';

/** Keys as they stand on the keyboard ("Shift+A" is two), each in a frame. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split(/\+(?=.)/u).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
