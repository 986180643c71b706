import { useCallback, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { FolderId, Scope } from '../../electron/contract/model.ts';
import { saveSettings, settingsNow, useAppInfo, useCounts, useFeeds, useSettings } from '../client/queries.ts';
import { useAlerts, useWatches } from '../client/watch-queries.ts';
import { IconButton } from '../components/icon-button.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { Bar, BarSpace } from '../layout/bar.tsx';
import { toggleSidebar } from '../layout/toggle-sidebar.ts';
import { closeDrawer, focusPane, openPage, openScope, visitScope } from '../state/navigate.ts';
import { scopeKey } from '../state/scope-key.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';
import { watchKey } from '../watch/watch-keys.ts';
import { watchMenu, watchesMenu } from '../watch/watch-menu.ts';
import { watchName } from '../watch/watch-name.ts';
import { WatchRows } from '../watch/watch-rows.tsx';
import { WatchesHeading } from '../watch/watches-heading.tsx';
import { useWords } from '../words/use-words.ts';
import { FIGURE_PAGES, FigurePages } from './figure-pages.tsx';
import { RefreshFoot } from './refresh-foot.tsx';
import { SMART_VIEWS, SmartViews } from './smart-views.tsx';
import { sourceKey } from './source-keys.ts';
import { rowMenu, sourcesMenu } from './source-menus.ts';
import { SourceRows } from './source-rows.tsx';
import { sourceTree } from './source-tree.ts';
import type { TreeRow } from './source-tree.ts';
import { treeRowId } from './tree-row-id.ts';
import { treeMove } from './tree-move.ts';
import styles from './sidebar.module.css';

const NONE: readonly never[] = [];
const FULL_PAGES = [...FIGURE_PAGES, 'alerts', 'sources'] as const;

function scopeOf(id: string): Scope {
  const [kind, number] = id.split(':');
  return number === undefined ? { kind: kind as 'today' } : { kind: kind as 'feed', id: Number(number) };
}

/** Opens or closes a folder, here and at the next start. */
function fold(folderId: FolderId, open: boolean): void {
  const closed = new Set(settingsNow()?.closedFolders);
  if (open) closed.delete(folderId);
  else closed.add(folderId);
  saveSettings({ closedFolders: [...closed] }).catch(showFailure);
}

/** Views, folders and sources, and how fresh they are. */
export function SidebarPane() {
  const words = useWords();
  const { t } = words;
  const scrollRef = useRef<HTMLDivElement>(null);
  const { data: known } = useFeeds();
  const { data: counts } = useCounts();
  const { data: settings } = useSettings();
  const { data: info } = useAppInfo();
  const scope = useUi((state) => state.scope);
  const page = useUi((state) => state.page);
  const { openAt, menu } = useMenu();

  const closed = settings?.closedFolders ?? NONE;
  const rows = useMemo(
    () => sourceTree({ feeds: known?.feeds ?? NONE, folders: known?.folders ?? NONE, closed: new Set(closed), counts }),
    [known, counts, closed],
  );
  const chosen = page ?? scopeKey(scope);
  const watches = useWatches().data?.watches ?? NONE;
  const unseen = useAlerts().data?.pages[0]?.unseen ?? 0;
  // A window without a source has nothing to watch in, and no figures.
  const hasSources = watches.length > 0 || (known?.feeds.length ?? 0) > 0;
  const ids: readonly string[] = [...SMART_VIEWS, ...(hasSources ? [...FIGURE_PAGES, 'alerts', ...watches.map((watch) => `watch:${watch.id}`)] : []), 'sources', ...rows.map(treeRowId)];
  const reachable = ids.includes(chosen) ? chosen : 'today';

  const onMenu = useCallback(
    (row: TreeRow, event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      const title = row.kind === 'folder' ? row.folder.title : row.feed.title;
      openAt({ x: event.clientX, y: event.clientY }, words.t('sidebar.feedMenu', { title }), rowMenu(row, words));
    },
    [openAt, words],
  );

  const goTo = (id: string) => {
    scrollRef.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
    const asked = FULL_PAGES.find((one) => one === id);
    if (asked) openPage(asked);
    else void openScope(scopeOf(id));
  };
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const focused = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
    const watch = watches.find((one) => `watch:${one.id}` === (focused ?? reachable));
    if (watch && watchKey(event, watch)) return;
    const row = rows.find((one) => treeRowId(one) === (focused ?? reachable));
    if (row && sourceKey(event, row)) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const element = scrollRef.current?.querySelector<HTMLElement>(`[data-row="${reachable}"]`);
    if ((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu') {
      event.preventDefault();
      if (!element) return;
      if (watch) openAt(element, t('watch.menuOf', { title: watchName(watch, words) }), watchMenu(watch, watches.length, words));
      else if (reachable === 'alerts') openAt(element, t('watch.title'), watchesMenu(words));
      else if (row) openAt(element, t('sidebar.feedMenu', { title: row.kind === 'folder' ? row.folder.title : row.feed.title }), rowMenu(row, words));
      else openAt(element, t('sidebar.sources'), sourcesMenu(words, counts?.all === 0));
      return;
    }
    if (event.shiftKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      closeDrawer();
      focusPane('list');
      return;
    }
    const move = treeMove(event.key, ids, reachable, rows);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.kind === 'go') goTo(move.id);
    else fold(move.folderId, move.open);
  };

  const lights = info?.door === 'electron' && info.platform === 'darwin';
  return (
    <>
      <Bar first>
        {lights ? null : <b className={styles.mark}>{t('common.appName')}</b>}
        <BarSpace />
        <IconButton icon="sidebar" label={t('sidebar.hide')} keys="[" onClick={toggleSidebar} />
      </Bar>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the trees inside */}
      <div className={styles.scroll} ref={scrollRef} onKeyDown={keyDown}>
        <SmartViews counts={counts} chosen={chosen} reachable={reachable} onChoose={visitScope} />
        {hasSources ? (
          <>
            <FigurePages chosen={chosen} reachable={reachable} />
            <WatchesHeading unseen={unseen} chosen={chosen === 'alerts'} reachable={reachable === 'alerts'} onMenu={(anchor) => openAt(anchor, t('watch.title'), watchesMenu(words))} />
            <WatchRows
              watches={watches}
              chosen={chosen}
              reachable={reachable}
              onChoose={(id) => visitScope({ kind: 'watch', id })}
              onMenu={(one, event) => {
                event.preventDefault();
                openAt({ x: event.clientX, y: event.clientY }, t('watch.menuOf', { title: watchName(one, words) }), watchMenu(one, watches.length, words));
              }}
            />
          </>
        ) : null}
        <div className={chosen === 'sources' ? `${styles.heading} ${styles.chosen}` : styles.heading}>
          <h2 className={styles.headingTitle}>
            <button
              type="button"
              className={styles.headingText}
              data-row="sources"
              data-pane-focus={reachable === 'sources' ? '' : undefined}
              tabIndex={reachable === 'sources' ? 0 : -1}
              aria-current={chosen === 'sources' ? 'page' : undefined}
              onClick={() => openPage('sources')}
            >
              {t('sources.title')}
            </button>
          </h2>
          <IconButton
            icon="more"
            size="small"
            className={styles.headingMore}
            label={t('common.more')}
            aria-haspopup="menu"
            onClick={(event) => openAt(event.currentTarget, t('sidebar.sources'), sourcesMenu(words, counts?.all === 0))}
          />
        </div>
        <SourceRows rows={rows} chosen={chosen} reachable={reachable} onChoose={visitScope} onFold={fold} onMenu={onMenu} />
      </div>
      <RefreshFoot />
      {menu}
    </>
  );
}
