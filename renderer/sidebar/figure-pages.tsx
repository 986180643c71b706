import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { openPage } from '../state/navigate.ts';
import type { FullPage } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { SidebarRow } from './sidebar-row.tsx';
import styles from './sidebar.module.css';

export const FIGURE_PAGES = ['prices', 'figures', 'calendar'] as const satisfies readonly FullPage[];

const ICONS = { prices: 'chart', figures: 'table', calendar: 'calendar' } as const satisfies Record<(typeof FIGURE_PAGES)[number], IconName>;

export interface FigurePagesProps {
  readonly chosen: string;
  readonly reachable: string;
}

/** The pages of what was read in all articles: below the views, since they too look over every source. */
export function FigurePages({ chosen, reachable }: FigurePagesProps) {
  const { t } = useWords();
  return (
    <ul role="tree" aria-label={t('sidebar.figurePages')} className={styles.group}>
      {FIGURE_PAGES.map((page, index) => (
        <SidebarRow
          key={page}
          id={page}
          name={t(`${page}.title`)}
          label={t(`${page}.title`)}
          lead={<Icon name={ICONS[page]} />}
          end={null}
          chosen={chosen === page}
          reachable={reachable === page}
          place={index + 1}
          of={FIGURE_PAGES.length}
          onChoose={() => {
            openPage(page);
          }}
        />
      ))}
    </ul>
  );
}
