import type { ReactNode } from 'react';
import type { BookmarkSummary } from '../../electron/contract/bookmark.ts';
import { useFeedIcon } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Phrased } from '../components/phrased.tsx';
import { SourceTile } from '../components/source-tile.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { useArticleEntities } from '../entities/use-article-entities.ts';
import { useEvidence, useEvidenceChanges } from '../evidence/use-evidence.ts';
import { DetailsBar } from '../layout/details-bar.tsx';
import { DetailsScroll } from '../layout/details-scroll.tsx';
import { copyAddress } from '../state/article-actions.ts';
import { readBookmark } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { WatchableChips } from '../watch/watchable-chips.tsx';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { bookmarkMarkdown } from './bookmark-markdown.ts';
import { Copies } from './copies.tsx';
import { Facts } from './facts.tsx';
import { Figures } from './figures.tsx';
import { Quotations } from './quotations.tsx';
import { openOutsideOf } from './row-actions.ts';
import { bookmarkMenu } from './row-menu.ts';
import styles from './details.module.css';

/** The bar over the details, which knows the page that they lie over. */
function InspectorBar({ children }: { readonly children?: ReactNode }) {
  const { t } = useWords();
  return (
    <DetailsBar page={t('scopes.bookmarks')} backLabel={t('bookmarks.back')}>
      {children}
    </DetailsBar>
  );
}

/** In place of the details: why there are none, unless nothing could be chosen. */
export function NothingChosen({ hasRows }: { readonly hasRows: boolean }) {
  const { t } = useWords();
  return (
    <>
      <InspectorBar />
      {hasRows ? <EmptyState title={t('bookmarks.nothingChosen')} text={t('bookmarks.nothingChosenText')} /> : null}
    </>
  );
}

/** All that a person added to one bookmark, and what it keeps of its article. */
export function Inspector({ row }: { readonly row: BookmarkSummary }) {
  const words = useWords();
  const { t, format } = words;
  useEvidenceChanges(row.id);
  const { data: evidence } = useEvidence(row.id);
  const { data: entities } = useArticleEntities(row.id);
  const { openAt, menu } = useMenu();
  const title = headlineTitle(row, words);
  const icon = useFeedIcon(row.feedId);
  return (
    <>
      <InspectorBar>
        <IconButton
          icon="copy"
          label={t('bookmarks.copyMarkdown')}
          aria-disabled={!evidence}
          onClick={() => {
            if (evidence) void copyAddress(bookmarkMarkdown(row, evidence, words), () => wordsNow().t('common.copied'));
          }}
        />
        {row.url ? <IconButton icon="external" label={t('list.openInBrowser')} keys="V" onClick={() => openOutsideOf(false, row)} /> : null}
        <IconButton icon="more" label={t('common.more')} aria-haspopup="menu" onClick={(event) => openAt(event.currentTarget, t('bookmarks.rowMenu'), bookmarkMenu(row, words))} />
        <Button className={styles.read} onClick={() => readBookmark(row.id)}>
          {t('bookmarks.read')}
          <kbd className={styles.key} aria-hidden="true">
            ↵
          </kbd>
        </Button>
      </InspectorBar>
      <DetailsScroll className={styles.scroll} label={title}>
        <div className={styles.byline}>
          <SourceTile title={row.feedTitle} icon={icon} />
          <b dir="auto" lang={textLang(row.feedTitle, null)}>
            {row.feedTitle}
          </b>
          <time className={styles.date} dateTime={row.publishedDay ?? new Date(row.sortAt).toISOString()}>
            {row.publishedDay === null ? format.dateTime(row.sortAt) : format.dayDate(row.publishedDay)}
          </time>
        </div>
        <h2 className={styles.title} dir="auto" lang={textLang(row.title, row.lang)}>
          <Phrased text={title} />
        </h2>
        <div className={styles.named}>
          <WatchableChips entities={entities ?? []} />
        </div>
        {evidence ? (
          <>
            <Facts row={row} evidence={evidence} />
            <Quotations row={row} evidence={evidence} />
            <Figures row={row} />
            <Copies evidence={evidence} />
          </>
        ) : null}
      </DetailsScroll>
      {menu}
    </>
  );
}
