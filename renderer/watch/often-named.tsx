import type { Watch, WatchReport } from '../../electron/contract/watch.ts';
import { useEntities } from '../client/watch-queries.ts';
import { visitScope } from '../state/navigate.ts';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { entityTitle } from './entity-name.ts';
import styles from './watch.module.css';

/** Enough to see at a glance. */
const MOST_SHOWN = 8;

/** The names that stand beside a watchlist most often; one that is watched leads to its headlines, another can be watched. */
export function OftenNamed({ own, often, watches }: { readonly own: string | null; readonly often: WatchReport['often']; readonly watches: readonly Watch[] }) {
  const words = useWords();
  const { t, format } = words;
  const { data: entities } = useEntities();
  const shown = often.flatMap(({ entityId, count }) => {
    const entity = entities?.get(entityId);
    // Naming its oxide names the element.
    return entity && !entity.of?.some((of) => of === own || often.some((one) => one.entityId === of)) ? [{ entityId, count, name: entityTitle(entity, words) }] : [];
  });
  const most = shown[0]?.count ?? 1;
  if (shown.length === 0) return <p className={styles.headLine}>{t('watch.oftenNone')}</p>;
  return (
    <ul className={styles.often}>
      {shown.slice(0, MOST_SHOWN).map(({ entityId, count, name }) => (
        <li key={entityId}>
          <button
            type="button"
            className={styles.oftenRow}
            aria-label={t('watch.oftenRow', { name, count })}
            onClick={() => {
              const watch = watches.find(({ watched }) => watched.kind === 'entity' && watched.entityId === entityId);
              if (watch) visitScope({ kind: 'watch', id: watch.id });
              else openDialog({ kind: 'watch', watched: { kind: 'entity', entityId } });
            }}
          >
            <span className={styles.oftenName}>{name}</span>
            <span className={styles.bar} style={{ width: `${Math.round((count / most) * 100)}%` }} />
            <span className={styles.oftenCount}>{format.count(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
