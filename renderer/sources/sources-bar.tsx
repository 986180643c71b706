import { useRefreshProgress } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { PageSearch } from '../layout/page-search.tsx';
import { cancelRefresh, refresh } from '../state/list-actions.ts';
import { useSourcesView } from '../state/sources-view.ts';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { pageMenu } from './page-menu.ts';
import styles from './sources.module.css';

function Filter() {
  const { t } = useWords();
  const filter = useSourcesView((state) => state.filter);
  return <PageSearch label={t('sources.filter')} value={filter} onChange={(value) => useSourcesView.setState({ filter: value })} />;
}

/** The bar of the sources page: how many there are (`found`: how many of them a filter lets through, null without one), a filter, and what can be done with all of them. */
export function SourcesBar({ sources, found }: { readonly sources: number; readonly found: number | null }) {
  const words = useWords();
  const { t, format } = words;
  const asTable = useSourcesView((state) => state.fetchesAsTable);
  const { data: progress } = useRefreshProgress();
  const { openAt, menu } = useMenu();
  const running = progress?.running ?? false;
  return (
    <PageBar title={t('sources.title')} count={sources === 0 ? '' : found === null ? format.count(sources) : t('sources.foundOf', { found, count: sources })}>
      <Filter />
      <Button className={styles.add} icon="plus" title={t('sidebar.addSource')} onClick={() => openDialog({ kind: 'add' })}>
        <span className={styles.addWords}>{t('sidebar.addSource')}</span>
      </Button>
      <IconButton
        icon={running ? 'stop' : 'refresh'}
        label={t(running ? 'refresh.stop' : 'refresh.all')}
        keys={running ? undefined : 'Shift+R'}
        onClick={(event) => {
          // The second half of a double click would undo the first.
          if (event.detail < 2) void (running ? cancelRefresh() : refresh(null));
        }}
      />
      <IconButton
        icon="more"
        label={t('sources.more')}
        aria-haspopup="menu"
        onClick={(event) => openAt(event.currentTarget, t('sources.menu'), pageMenu({ sources, asTable }, words))}
      />
      {menu}
    </PageBar>
  );
}
