import { memo } from 'react';
import type { Article, ArticleSummary } from '../../electron/contract/model.ts';
import { useAppInfo, useFeeds } from '../client/queries.ts';
import { openFind } from '../reading/find-view.ts';
import { copyQuotation } from '../reading/quotation.ts';
import { selectedWords } from '../reading/selected-words.ts';
import { viewImagesHere } from '../reading/view-images-here.ts';
import { TextButton } from '../reading/text-button.tsx';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import type { MenuItem } from '../components/menu-item.ts';
import { useMenu } from '../components/use-menu.tsx';
import { canShare, shareArticle } from '../desktop/share-article.ts';
import { highlightSelection, tagArticle, writeNoteHere } from '../evidence/evidence-commands.ts';
import { Bar, BarRule, BarSpace } from '../layout/bar.tsx';
import { toggleLens, useLensShown } from '../layout/lens-place.ts';
import { copyLink, openInBrowser, toggleBookmark, togglePinned, toggleRead } from '../state/article-actions.ts';
import { refresh } from '../state/list-actions.ts';
import { lookAgain } from '../state/look-again.ts';
import { useListing } from '../state/listing.ts';
import { backToList, openScope } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { scopeTitle } from '../state/scope-title.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './article.module.css';

/** Back to the list, and where in it we are; the narrow layout only. */
function BackPart({ articleId }: { readonly articleId: number }) {
  const words = useWords();
  const { t, format } = words;
  const { data: known } = useFeeds();
  const scope = useUi((state) => state.scope);
  const isFound = useListing((state) => state.search !== null);
  const total = useListing((state) => state.total);
  const index = useListing((state) => state.rows.findIndex((row) => row.id === articleId));
  return (
    <>
      <IconButton icon="back" label={t('article.back')} keys="Esc" onClick={backToList} />
      <span className={styles.backTitle}>{isFound ? t('search.title') : scopeTitle(scope, known, words)}</span>
      {index > -1 ? <span className={styles.backPlace}>{t('article.placeOf', { place: format.count(index + 1), total: format.count(total) })}</span> : null}
    </>
  );
}

/** Stands in the bar, since a line above the text would move what is being read. */
function ChangedPart({ isFullText, onShow }: { readonly isFullText: boolean; readonly onShow: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles.changed}>
      <span title={t(isFullText ? 'fullText.cameText' : 'article.changedText')}>{t(isFullText ? 'fullText.came' : 'article.changedTitle')}</span>
      <Button kind="quiet" onClick={onShow}>
        {t(isFullText ? 'fullText.show' : 'article.showChanged')}
      </Button>
    </div>
  );
}

export interface ArticleToolsProps {
  readonly article: Article | ArticleSummary | null;
  /** What can be shown is the full text of what the feed gave in part. */
  readonly isFullText: boolean;
  /** Set where the source has changed the article since it was opened. */
  readonly onShowNewer: (() => void) | null;
}

/** The bar over the article. */
export const ArticleTools = memo(function ArticleTools({ article, isFullText, onShowNewer }: ArticleToolsProps) {
  const { t } = useWords();
  const layout = useUi((state) => state.layout);
  const pushed = useUi((state) => state.pushed);
  const hasLens = useLensShown();
  const desktop = useAppInfo().data?.desktop;
  const { openAt, menu } = useMenu();
  if (!article) {
    return (
      <Bar last first={layout === 'narrow'}>
        {layout === 'narrow' && pushed ? <BackPart articleId={0} /> : null}
        <BarSpace />
      </Bar>
    );
  }
  const { id, read, bookmarked, pinned, url, feedId, feedTitle } = article;
  const link = (): readonly MenuItem[] =>
    url
      ? [
          { label: t('list.copyLink'), icon: 'link', keys: 'Y', onSelect: () => void copyLink(id, false) },
          { label: t('list.copyTitleAndLink'), icon: 'copy', keys: 'Shift+Y', onSelect: () => void copyLink(id, true) },
          { label: t('fullText.lookAgain'), icon: 'eye', keys: 'A', onSelect: () => void lookAgain(id) },
          ...(desktop && canShare(desktop) ? [{ label: t('desktop.share'), icon: 'external', onSelect: () => void shareArticle(id, { url, title: article.title }, desktop).catch(showFailure) } as const] : []),
          { kind: 'line' },
        ]
      : [];
  const more = (): readonly MenuItem[] => [
    { label: t('evidence.addTag'), icon: 'tag', keys: 'T', onSelect: () => tagArticle(id) },
    { label: t('evidence.writeNote'), icon: 'note', keys: 'C', onSelect: () => void writeNoteHere(id) },
    { kind: 'line' },
    ...link(),
    { label: t('find.title'), icon: 'search', keys: 'Mod+F', onSelect: () => requestAnimationFrame(() => openFind(selectedWords())) },
    { label: t('viewer.open'), icon: 'image', keys: 'I', onSelect: viewImagesHere },
    { label: t('quotation.copy'), icon: 'quote', keys: 'Q', onSelect: () => void copyQuotation() },
    { kind: 'line' },
    { label: t('print.action'), icon: 'print', keys: 'Mod+P', onSelect: () => requestAnimationFrame(() => print()) },
    { label: t('carry.exportOne'), icon: 'export', onSelect: () => openDialog({ kind: 'export-articles', articleIds: [id] }) },
    { kind: 'line' },
    { label: t('list.showSource', { source: feedTitle }), icon: 'folder', onSelect: () => void openScope({ kind: 'feed', id: feedId }) },
    { label: t('article.refreshSource', { source: feedTitle }), icon: 'refresh', onSelect: () => void refresh({ kind: 'feed', id: feedId }) },
  ];
  return (
    <>
      <Bar last={!hasLens || layout === 'narrow'} first={layout === 'narrow'} label={t('article.tools')}>
        {layout === 'narrow' ? <BackPart articleId={id} /> : null}
        {onShowNewer ? <ChangedPart isFullText={isFullText} onShow={onShowNewer} /> : null}
        <BarSpace />
        <IconButton icon="unread" label={t(read ? 'list.markUnread' : 'list.markRead')} keys="M" onClick={() => void toggleRead(id)} />
        <IconButton icon={bookmarked ? 'bookmark-filled' : 'bookmark'} mine={bookmarked} pressed={bookmarked} label={t('list.bookmark')} keys="S" onClick={() => void toggleBookmark(id)} />
        <IconButton icon="highlight" label={t('evidence.highlightSelection')} keys="H" onMouseDown={(event) => event.preventDefault()} onClick={() => void highlightSelection(id)} />
        <IconButton icon="tray" mine={pinned} pressed={pinned} label={t('ready.keep')} keys="D" onClick={() => void togglePinned(id)} />
        <BarRule />
        <TextButton />
        <IconButton icon="external" label={t('list.openInBrowser')} keys="V" disabled={!url} onClick={() => openInBrowser(id)} />
        <IconButton icon="more" label={t('common.more')} aria-haspopup="menu" onClick={(event) => openAt(event.currentTarget, t('common.more'), more())} />
        <BarRule />
        <IconButton icon="lens" pressed={hasLens} label={t('lens.title')} keys="L" onClick={toggleLens} />
      </Bar>
      {menu}
    </>
  );
});
