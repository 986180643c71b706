import { useRefreshProgress } from '../client/queries.ts';
import { useWords } from '../words/use-words.ts';
import { refreshLine } from './refresh-line.ts';
import styles from './narrow-foot.module.css';

/** In the narrow layout, where the sidebar that says it is away: how fresh everything is. */
export function NarrowFoot({ className }: { readonly className: string | undefined }) {
  const words = useWords();
  const { data: progress } = useRefreshProgress();
  return <div className={`${styles.foot} ${className}`} data-foot="">{refreshLine(progress, words)}</div>;
}
