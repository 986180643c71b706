import type { KeyboardEvent } from 'react';
import { useRefreshProgress, useSettings } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { TextField } from '../components/text-field.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { Bar, BarSpace } from '../layout/bar.tsx';
import { toggleSidebar } from '../layout/toggle-sidebar.ts';
import { cancelRefresh, refresh } from '../state/list-actions.ts';
import { focusPane } from '../state/navigate.ts';
import { useSourcesView } from '../state/sources-view.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { pageMenu } from './page-menu.ts';
import styles from './sources.module.css';

export const FILTER_ID = 'sources-filter';

function Filter() {
  const { t } = useWords();
  const filter = useSourcesView((state) => state.filter);
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // An input method uses these keys for itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && filter !== '') useSourcesView.setState({ filter: '' });
    else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') focusPane('list');
    else return;
    event.preventDefault();
  };
  return (
    <TextField
      id={FILTER_ID}
      className={styles.filter}
      type="search"
      label={t('sources.filter')}
      labelHidden
      placeholder={t('sources.filter')}
      icon="search"
      autoComplete="off"
      spellCheck={false}
      value={filter}
      onChange={(value) => useSourcesView.setState({ filter: value })}
      onKeyDown={keyDown}
    />
  );
}

/** The bar of the sources page: how many there are (`found`: how many of them a filter lets through, null without one), a filter, and what can be done with all of them. */
export function SourcesBar({ sources, found }: { readonly sources: number; readonly found: number | null }) {
  const words = useWords();
  const { t, format } = words;
  const layout = useUi((state) => state.layout);
  const asTable = useSourcesView((state) => state.fetchesAsTable);
  const { data: settings } = useSettings();
  const { data: progress } = useRefreshProgress();
  const { openAt, menu } = useMenu();
  const narrow = layout === 'narrow';
  const noSidebar = narrow || (settings?.sidebarHidden ?? false);
  const running = progress?.running ?? false;
  return (
    <Bar className={noSidebar ? `${styles.bar} ${styles.withButton}` : styles.bar} first={noSidebar} last={narrow}>
      {noSidebar ? <IconButton icon="sidebar" label={t('sidebar.show')} keys="[" onClick={toggleSidebar} /> : null}
      <h1 className={styles.title}>{t('sources.title')}</h1>
      <span className={styles.count}>{sources === 0 ? '' : found === null ? format.count(sources) : t('sources.foundOf', { found, count: sources })}</span>
      <BarSpace />
      <Filter />
      <Button className={styles.add} icon="plus" onClick={() => openDialog({ kind: 'add' })}>
        {t('sidebar.addSource')}
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
    </Bar>
  );
}
