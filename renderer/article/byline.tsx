import type { ReactNode } from 'react';
import type { Article, ArticleSummary } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { LetterTile } from '../components/letter-tile.tsx';
import { textLang } from '../state/text-lang.ts';
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
    <time key="date" className={styles.number} dateTime={head.publishedDay ?? new Date(head.sortAt).toISOString()}>
      {head.publishedDay === null ? format.dateTime(head.sortAt) : format.dayDate(head.publishedDay)}
    </time>,
  ];
  if (article?.zoneAssumed) parts.push(<span key="zone">{t('pageSource.zoneAssumed')}</span>);
  if (article?.via) {
    parts.unshift(
      <span key="via" dir="auto">
        {t('article.via', { outlet: article.via.title })}
      </span>,
    );
  }
  if (article?.authors.length) parts.unshift(<span key="by">{t('article.author', { names: article.authors.join(', ') })}</span>);
  const text = article ? plainText(article.contentHtml).trim() || article.summary : '';
  if (text) parts.push(<span key="minutes">{t('article.minutes', { count: readingMinutes(text) })}</span>);
  if (head.revisedAt !== null) parts.push(<span key="revised">{t('article.revised', { date: format.timeOrDate(head.revisedAt) })}</span>);
  const missing = article?.images.filter(({ state }) => state === 'gone').length ?? 0;
  if (missing > 0) parts.push(<span key="missing">{t('images.missing', { count: missing })}</span>);
  return (
    <div className={styles.byline}>
      <span className={`${styles.part} ${styles.source}`}>
        <LetterTile title={head.feedTitle} />
        <b dir="auto" lang={textLang(head.feedTitle, null)}>
          {head.feedTitle}
        </b>
      </span>
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts stand in a fixed order
        <span key={index} className={`${styles.part} ${styles.dotted}`}>
          {part}
        </span>
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
