import styles from './figure-row.module.css';

/** Up or down, in ink: green and red mean opposite things to readers of two languages. The words beside it, or its row's name, say the same. */
export function Direction({ direction }: { readonly direction: 'up' | 'down' }) {
  return (
    <svg className={styles.direction} width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
      <path d={direction === 'up' ? 'M6 3.5 9 8.5H3z' : 'M6 8.5 3 3.5h6z'} />
    </svg>
  );
}
