import type { Counts, Scope } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { SidebarRow } from './sidebar-row.tsx';
import styles from './sidebar.module.css';

export const SMART_VIEWS = ['today', 'unread', 'bookmarks', 'offline'] as const satisfies readonly Scope['kind'][];

const ICONS = { today: 'today', unread: 'unread', bookmarks: 'bookmark', offline: 'tray' } as const satisfies Record<(typeof SMART_VIEWS)[number], IconName>;

export interface SmartViewsProps {
  readonly counts: Counts | undefined;
  readonly chosen: string;
  readonly reachable: string;
  readonly onChoose: (scope: Scope) => void;
}

/** The views over all sources. Bookmarks carry no count: they are not a task. */
export function SmartViews({ counts, chosen, reachable, onChoose }: SmartViewsProps) {
  const { t, format } = useWords();
  const countOf = { today: counts?.today ?? 0, unread: counts?.unread ?? 0, bookmarks: 0, offline: counts?.offline ?? 0 };
  return (
    <ul role="tree" aria-label={t('sidebar.views')}>
      {SMART_VIEWS.map((kind, index) => {
        const count = countOf[kind];
        const title = t(`scopes.${kind}`);
        const counted = kind === 'offline' ? t('sidebar.rowCount', { title, count }) : t('sidebar.rowUnread', { title, count });
        return (
          <SidebarRow
            key={kind}
            id={kind}
            name={count > 0 ? counted : title}
            label={title}
            lead={<Icon name={ICONS[kind]} />}
            end={count > 0 ? <span className={styles.count}>{format.count(count)}</span> : null}
            chosen={chosen === kind}
            reachable={reachable === kind}
            place={index + 1}
            of={SMART_VIEWS.length}
            onChoose={() => {
              onChoose({ kind });
            }}
          />
        );
      })}
    </ul>
  );
}
