import { Suspense, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Place } from '../../electron/contract/model.ts';
import { ArticlePane } from '../article/article-pane.tsx';
import article from '../article/article.module.css';
import { useParts } from '../article/use-parts.ts';
import { saveSettings, useSettings } from '../client/queries.ts';
import lens from '../lens/lens.module.css';
import { ListPane } from '../list/list-pane.tsx';
import list from '../list/list.module.css';
import { SidebarPane } from '../sidebar/sidebar-pane.tsx';
import sidebar from '../sidebar/sidebar.module.css';
import { leavePage } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';
import type { FullPage } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { keepFocus } from './keep-focus.ts';
import { laterPart } from './later-part.ts';
import type { LaterPart } from './later-part.ts';
import { isLensShown, isSidebarShown, toggleLens } from './lens-place.ts';
import { Resizer } from './resizer.tsx';
import { ToastPlace } from './toast-place.tsx';
import { designWidths, LIST_WIDTH, SIDEBAR_WIDTH } from './widths.ts';
import styles from './frame.module.css';

const PAGES: Readonly<Record<FullPage, LaterPart<{ readonly toast: ReactNode }>>> = {
  sources: laterPart(async () => (await import('../sources/sources-page.tsx')).SourcesPage),
  bookmarks: laterPart(async () => (await import('../bookmarks/bookmarks-page.tsx')).BookmarksPage),
  alerts: laterPart(async () => (await import('../alerts/alerts-page.tsx')).AlertsPage),
  rules: laterPart(async () => (await import('../rules/rules-page.tsx')).RulesPage),
  prices: laterPart(async () => (await import('../prices/prices-page.tsx')).PricesPage),
  figures: laterPart(async () => (await import('../figures/figures-page.tsx')).FiguresPage),
  calendar: laterPart(async () => (await import('../calendar/calendar-page.tsx')).CalendarPage),
};

/** What takes the place of list and article. */
function PagePlace({ page }: { readonly page: FullPage }) {
  const Page = PAGES[page].current;
  const pageFailed = (error: unknown) => {
    PAGES[page].forget();
    leavePage();
    showFailure(error);
  };
  return (
    <div className={styles.page}>
      <FaultBoundary key={page} instead={() => null} onFault={pageFailed}>
        <Suspense fallback={null}>
          <Page toast={<ToastPlace />} />
        </Suspense>
      </FaultBoundary>
    </div>
  );
}

/** The panes of the window, side by side or, where it is narrow, one over the other. */
export function Frame({ start }: { readonly start: Place | null }) {
  const { t } = useWords();
  const frameRef = useRef<HTMLDivElement>(null);
  const { data: settings } = useSettings();
  const layout = useUi((state) => state.layout);
  const drawer = useUi((state) => state.drawer);
  const pushed = useUi((state) => state.pushed);
  const page = useUi((state) => state.page);
  const narrow = layout === 'narrow';
  // Below a page the list and the article wait as they were: coming back finds the same rows at the same place.
  const covered = page !== null;
  const hasSidebar = useUi((state) => isSidebarShown(state, settings));
  const hasLens = useUi((state) => isLensShown(state, settings));
  const articleId = useUi((state) => state.articleId);
  const parts = useParts(articleId);
  const hasArticle = !narrow || (pushed && !covered);

  useEffect(() => (frameRef.current ? keepFocus(frameRef.current) : undefined), []);

  const show = (name: '--user-side' | '--user-list') => (width: number) => {
    frameRef.current?.style.setProperty(name, `${width}px`);
  };
  const save = (name: 'sidebarWidth' | 'listWidth') => (width: number | null) => {
    if (width === null) frameRef.current?.style.removeProperty(name === 'sidebarWidth' ? '--user-side' : '--user-list');
    saveSettings({ [name]: width }).catch(showFailure);
  };
  const design = designWidths(window.innerWidth);
  const sidebarWidth = settings?.sidebarWidth ?? null;
  const listWidth = settings?.listWidth ?? null;
  const style: Record<string, string> = {};
  if (sidebarWidth !== null) style['--user-side'] = `${sidebarWidth}px`;
  if (listWidth !== null) style['--user-list'] = `${listWidth}px`;
  return (
    <div ref={frameRef} className={[styles.frame, hasSidebar ? '' : styles.bare, hasLens ? styles.withLens : ''].filter(Boolean).join(' ')} style={style}>
      {hasSidebar ? (
        <nav className={`${styles.cell} ${styles.sideCell} ${sidebar.pane}`} aria-label={t('sidebar.name')} data-pane="sidebar">
          <SidebarPane />
          {narrow ? null : (
            <Resizer
              label={t('sidebar.resize')}
              width={sidebarWidth ?? design.sidebar}
              min={SIDEBAR_WIDTH.min}
              max={SIDEBAR_WIDTH.max}
              onShow={show('--user-side')}
              onSave={save('sidebarWidth')}
            />
          )}
        </nav>
      ) : null}
      {narrow && drawer ? <button type="button" className={styles.scrim} aria-label={t('sidebar.hide')} onClick={() => useUi.setState({ drawer: false })} /> : null}
      <main className={styles.main} data-covered={covered ? '' : undefined}>
        <section
          className={`${styles.cell} ${styles.listCell} ${list.pane} ${covered || (narrow && pushed) ? styles.away : ''}`}
          aria-label={t('list.name')}
          data-pane={covered ? undefined : 'list'}
          inert={covered || (narrow && (pushed || drawer))}
        >
          <ListPane />
          {narrow ? null : (
            <Resizer
              label={t('list.resize')}
              width={listWidth ?? design.list}
              min={LIST_WIDTH.min}
              max={LIST_WIDTH.max}
              onShow={show('--user-list')}
              onSave={save('listWidth')}
            />
          )}
          {hasArticle || covered ? null : <ToastPlace />}
        </section>
        {hasArticle ? (
          <div className={`${styles.cell} ${styles.articleCell} ${styles.pushed} ${article.pane} ${covered ? styles.away : ''}`} data-pane={covered ? undefined : 'article'} inert={covered || (narrow && hasLens)}>
            <ArticlePane start={start} />
            {covered ? null : <ToastPlace />}
          </div>
        ) : null}
        {page === null ? null : <PagePlace page={page} />}
      </main>
      {narrow && hasLens ? <button type="button" className={styles.scrim} aria-label={t('lens.close')} onClick={toggleLens} /> : null}
      {hasLens && articleId !== null ? (
        <aside className={`${styles.cell} ${styles.lensCell} ${lens.pane}`} aria-label={t('lens.title')} data-pane="lens">
          {parts ? <parts.LensPane key={articleId} articleId={articleId} /> : null}
        </aside>
      ) : null}
    </div>
  );
}
