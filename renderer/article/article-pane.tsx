import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TextOrigin } from '../../electron/contract/full-text.ts';
import type { Article, ArticleId, Place } from '../../electron/contract/model.ts';
import { queryKeys, useRefreshProgress } from '../client/queries.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { useArticleEntities } from '../entities/use-article-entities.ts';
import { useEvidence, useEvidenceChanges } from '../evidence/use-evidence.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorState } from '../components/error-state.tsx';
import { Phrased } from '../components/phrased.tsx';
import { queryClient } from '../client/query-client.ts';
import { TextToggle } from '../full-text/text-toggle.tsx';
import { useFullText } from '../full-text/use-full-text.ts';
import { useLensShown } from '../layout/lens-place.ts';
import { askArticle } from '../state/ask-article.ts';
import { showFailure } from '../state/show-failure.ts';
import { findRow, useListing } from '../state/listing.ts';
import { notePlace } from '../state/place.ts';
import { goToPlace, noteReadingPlace, placeIn, readingPlaceOf } from '../reading/reading-place.ts';
import { useArticleLook } from '../reading/use-article-look.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useArticle } from './use-article.ts';
import { announce, useUi } from '../state/ui.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords } from '../words/use-words.ts';
import { ArticleTools } from './article-tools.tsx';
import { Byline } from './byline.tsx';
import { NoArticle } from './no-article.tsx';
import { useKeepImages } from './use-keep-images.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useNewer } from './use-newer.ts';
import { loadParts, useParts, usePartsFault } from './use-parts.ts';
import styles from './article.module.css';

/** Titles from here on are set smaller. */
const LONG_TITLE = 120;

const NONE: readonly never[] = [];

/** Whether both texts can be chosen between. One that waits to be shown brings no switch of its own: nothing moves under who reads. */
function hasToggle({ fullText, wholeness, textOrigin }: Article, chosen: TextOrigin | undefined): boolean {
  return fullText.state === 'kept' && wholeness !== 'none' && (textOrigin === 'page' || chosen !== undefined);
}

function ArticleFault({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useWords();
  const fault = asReaderError(error);
  if (fault.code === 'article-missing') return <EmptyState title={t('article.missingTitle')} text={t('article.missingText')} />;
  return <ErrorState error={fault} onRetry={onRetry} />;
}

/** The article pane. `start` tells how far the article was scrolled when the app was closed. */
export function ArticlePane({ start }: { readonly start: Place | null }) {
  const words = useWords();
  const { t } = words;
  const scrollRef = useRef<HTMLElement>(null);
  const articleId = useUi((state) => state.articleId);
  const scope = useUi((state) => state.scope);
  const hasRows = useListing((state) => state.rows.length > 0);
  const row = useListing((state) => findRow(state, articleId));
  const parts = useParts(articleId ?? (scope.kind === 'watch' ? scope.id : null));
  const partsFault = usePartsFault();
  const { data: article, error, refetch } = useArticle(articleId);
  // With the text at once: what came above it later would move it.
  useEvidenceChanges(articleId);
  const evidence = useEvidence(articleId);
  const entities = useArticleEntities(articleId);
  const look = useArticleLook();
  const { data: progress } = useRefreshProgress();
  const [choice, setChoice] = useState<{ readonly articleId: ArticleId; readonly text: TextOrigin } | null>(null);
  const choiceRef = useRef(choice);
  const chosen = choice?.articleId === articleId ? choice?.text : undefined;
  const { newer, show } = useNewer(article, {
    chosen,
    mayTake: () => (scrollRef.current?.scrollTop ?? 0) < 1 && (getSelection()?.isCollapsed ?? true),
    onTaken: () => announce(t('fullText.came')),
  });
  const startRef = useRef(start);
  const readyFor = useRef<ArticleId | null>(null);
  // One that is left and opened again before another was drawn has lost its place in the pane too.
  useLayoutEffect(
    () => () => {
      readyFor.current = null;
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- whenever another is opened
    [articleId],
  );
  const headed = article ?? row ?? null;
  const hasLens = useLensShown();
  const offline = (progress?.offlineSince ?? null) !== null;
  useMarkRead(article);
  useKeepImages(article, offline);
  const asking = useFullText(article, offline);
  const choose = async (text: TextOrigin) => {
    if (articleId === null) return;
    const mine = { articleId, text };
    choiceRef.current = mine;
    setChoice(mine);
    try {
      const other = await askArticle(articleId, text);
      // The one that was chosen last stands there, whichever is answered last.
      if (choiceRef.current === mine) queryClient.setQueryData<Article>(queryKeys.article(articleId), (now) => now && other);
    } catch (fault) {
      showFailure(fault);
    }
  };

  useEffect(() => {
    if (articleId === null) notePlace({ articleScroll: 0 });
  }, [articleId]);

  const isChanged = newer !== null;
  const isFullText = newer?.textOrigin === 'page' && article?.textOrigin === 'feed';
  const changedWords = t(isFullText ? 'fullText.came' : 'article.changedTitle');
  useEffect(() => {
    if (isChanged) announce(changedWords);
  }, [isChanged, changedWords]);

  const scrolled = () => {
    const pane = scrollRef.current;
    if (!pane) return;
    const room = pane.scrollHeight - pane.clientHeight;
    notePlace({ articleScroll: room > 0 ? Math.min(1, Math.max(0, pane.scrollTop / room)) : 0 });
    if (articleId !== null && readyFor.current === articleId) noteReadingPlace(articleId, placeIn(pane));
  };
  const ready = (now: Article) => {
    const pane = scrollRef.current;
    if (!pane || readyFor.current === now.id) return;
    readyFor.current = now.id;
    const place = startRef.current;
    startRef.current = null;
    pane.scrollTop = place?.articleId === now.id ? place.articleScroll * (pane.scrollHeight - pane.clientHeight) : 0;
    const left = readingPlaceOf(now);
    if (place?.articleId !== now.id && left !== null) goToPlace(pane, left);
  };

  const isDrawn = article !== undefined && parts !== null && !evidence.isPending && !entities.isPending;
  const content = () => {
    if (partsFault && (articleId !== null || scope.kind === 'watch')) return <ErrorState error={partsFault} onRetry={loadParts} />;
    if (articleId === null && scope.kind === 'watch') return parts ? <parts.WatchOverview key={scope.id} watchId={scope.id} /> : null;
    if (articleId === null) return hasRows ? <NoArticle /> : null;
    if (error) return <ArticleFault error={error} onRetry={() => void refetch()} />;
    if (!headed) return null;
    const title = headlineTitle(headed, words);
    return (
      <article className={styles.doc}>
        <Byline head={headed} article={article} offline={offline} />
        <h1 className={title.length < LONG_TITLE ? styles.title : `${styles.title} ${styles.long}`} data-article-title="" dir="auto" lang={textLang(headed.title, headed.lang)}>
          <Phrased text={title} />
        </h1>
        {article && parts && isDrawn ? (
          <parts.ArticleContent
            article={article}
            entities={entities.data ?? NONE}
            offline={offline}
            asking={asking}
            hasLens={hasLens}
            choice={hasToggle(article, chosen) ? <TextToggle shown={chosen ?? article.textOrigin} onChoose={(text) => void choose(text)} /> : null}
            paneRef={scrollRef}
            onReady={() => ready(article)}
          />
        ) : null}
      </article>
    );
  };
  return (
    <>
      <ArticleTools article={headed} isFullText={isFullText} onShowNewer={newer ? show : null} />
      {parts ? <parts.MatchBar /> : null}
      <section
        ref={scrollRef}
        className={styles.scroll}
        {...look}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows and page keys scroll it
        tabIndex={0}
        aria-label={t('article.name')}
        data-pane-focus=""
        data-pane-edge=""
        data-article-scroll=""
        // Whose text is drawn, or is known not to come.
        data-article-of={isDrawn ? article?.id : (error ?? partsFault) ? articleId : undefined}
        onScroll={scrolled}
      >
        {content()}
      </section>
      {parts ? <parts.ImageViewer /> : null}
    </>
  );
}
