import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Article, ArticleSummary } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { LetterTile } from '../components/letter-tile.tsx';
import { useWords } from '../words/use-words.ts';
import { readingMinutes } from './reading-minutes.ts';
import { plainText } from './plain-text.ts';
import styles from './article.module.css';

export interface BylineProps {
  /** What is known at once. */
  readonly head: ArticleSummary;
  /** What follows with the text. */
  readonly article: Article | undefined;
  readonly offline: boolean;
}

/** Source, date, length; who wrote it, and whether the source changed it. */
export function Byline({ head, article, offline }: BylineProps) {
  const { t, format } = useWords();
  const parts: ReactNode[] = [
    <time key="date" className={styles.number} dateTime={new Date(head.sortAt).toISOString()}>
      {format.dateTime(head.sortAt)}
    </time>,
  ];
  if (article?.authors.length) parts.unshift(<span key="by">{t('article.author', { names: article.authors.join(', ') })}</span>);
  if (article) parts.push(<span key="minutes">{t('article.minutes', { count: readingMinutes(plainText(article.contentHtml)) })}</span>);
  if (head.revisedAt !== null) parts.push(<span key="revised">{t('article.revised', { date: format.timeOrDate(head.revisedAt) })}</span>);
  return (
    <div className={styles.byline}>
      <LetterTile title={head.feedTitle} />
      <b dir="auto">{head.feedTitle}</b>
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts stand in a fixed order
        <Fragment key={index}>
          <span className={styles.dot} aria-hidden="true" />
          {part}
        </Fragment>
      ))}
      {offline && head.kept === 'full' ? (
        <span className={styles.kept}>
          <Icon name="tray" size={12} />
          {t('article.imagesKept')}
        </span>
      ) : null}
    </div>
  );
}
