import type { ReactNode, RefObject } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import { ArticleText } from '../evidence/article-text.tsx';
import { BookmarkLine } from '../evidence/bookmark-line.tsx';
import { EvidenceHead } from '../evidence/evidence-head.tsx';
import type { FullTextAsking } from '../full-text/use-full-text.ts';
import { Sections } from '../full-text/sections.tsx';
import { FigureMarks } from '../lens/figure-marks.tsx';
import { NoticesSection } from '../lens/notices-section.tsx';
import { PrintSource } from '../reading/print-source.tsx';
import { SavedFileLine } from '../saving/saved-file-line.tsx';
import { StorySection } from '../stories/story-section.tsx';
import { AfterPaint } from './after-paint.tsx';
import { ArticleEnd } from './article-end.tsx';
import { HeadLine } from './head-line.tsx';
import lines from './head-line.module.css';
import styles from './article.module.css';

export interface ArticleContentProps {
  readonly article: Article;
  readonly entities: readonly ArticleEntity[];
  readonly offline: boolean;
  /** Whether its page is being asked for its full text. */
  readonly asking: FullTextAsking;
  readonly hasLens: boolean;
  /** The switch between two texts, where both can be chosen. */
  readonly choice: ReactNode;
  /** What scrolls it. */
  readonly paneRef: RefObject<HTMLElement | null>;
  /** Its text stands there. */
  readonly onReady: () => void;
}

/** All of an article below its title. */
export function ArticleContent({ article, entities, offline, asking, hasLens, choice, paneRef, onReady }: ArticleContentProps) {
  return (
    <>
      <div className={lines.line}>
        <HeadLine key={`head-${article.id}`} article={article} entities={entities} choice={choice} />
        <BookmarkLine article={article} />
      </div>
      <div className={styles.screenOnly} data-screen-only="">
        {article.savedFile ? <SavedFileLine file={article.savedFile} /> : null}
        <Sections article={article} />
      </div>
      <EvidenceHead key={`evidence-${article.id}`} article={article} />
      <ArticleText key={article.id} article={article} offline={offline} onReady={onReady} />
      <div className={styles.screenOnly} data-screen-only="">
        {/* In the lens, where it is open: each is told once. */}
        {hasLens ? null : (
          <AfterPaint key={`around-${article.id}`}>
            <StorySection articleId={article.id} />
            <NoticesSection articleId={article.id} className={styles.notices} />
          </AfterPaint>
        )}
        <ArticleEnd article={article} offline={offline} asking={asking} />
      </div>
      <PrintSource head={article} />
      <AfterPaint key={`figures-${article.id}`}>
        <FigureMarks articleId={article.id} paneRef={paneRef} />
      </AfterPaint>
    </>
  );
}
