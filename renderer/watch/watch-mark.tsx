import type { Watch } from '../../electron/contract/watch.ts';
import { useEntities } from '../client/watch-queries.ts';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { ElementCell } from '../entities/element-cell.tsx';
import { useWords } from '../words/use-words.ts';
import { watchName } from './watch-name.ts';
import styles from './watch.module.css';

const ICONS = { company: 'building', place: 'pin', product: 'product', agency: 'agency', policy: 'policy', phrase: 'quote', search: 'search' } as const satisfies Record<string, IconName>;

/** What stands before a watchlist: its element's square, or a drawing of what it is. `mine`: it is the one that is read. */
export function WatchMark({ watch, mine = false }: { readonly watch: Watch; readonly mine?: boolean }) {
  const words = useWords();
  const { data: entities } = useEntities();
  const { mark, watched } = watch;
  const entity = watched.kind === 'entity' ? entities?.get(watched.entityId) : undefined;
  if (mark === 'element' || mark === 'metal') {
    const symbol = entity?.symbol ?? (watched.kind === 'entity' ? watched.entityId.split(':')[1] : undefined) ?? '';
    return (
      <span className={styles.cell}>
        <ElementCell symbol={symbol} name={watchName(watch, words)} size="small" mine={mine} />
      </span>
    );
  }
  return <Icon name={ICONS[mark]} />;
}
