import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Article, ArticleSummary } from '../../electron/contract/model.ts';
import { printedDay, type PageFacts } from '../../electron/contract/page-facts.ts';
import { useFeedIcon } from '../client/queries.ts';
import { Icon } from '../components/icon.tsx';
import { SourceTile } from '../components/source-tile.tsx';
import { deviceWords } from '../full-text/device-words.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { useMinutes } from './use-minutes.ts';
import styles from './article.module.css';

export interface BylineProps {
  /** What is known at once. */
  readonly head: ArticleSummary;
  /** What follows with the text. */
  readonly article: Article | undefined;
  readonly offline: boolean;
}

interface ToldDate {
  readonly at: number;
  /** Where no time of day is known. */
  readonly day: string | null;
  readonly zoneAssumed: boolean;
}

/** When it was published as its feed says, else as its page does, else when it came. */
function toldDate({ publishedAt, publishedDay, sortAt }: ArticleSummary, facts: PageFacts | null): ToldDate {
  const at = facts?.publishedAt ?? null;
  if (publishedAt !== null || facts === null || at === null) return { at: sortAt, day: publishedDay, zoneAssumed: false };
  return { at, day: printedDay(facts), zoneAssumed: facts.zoneAssumed };
}

/** Source, date, length; who wrote it, and whether the source changed it. */
export const Byline = memo(function Byline({ head, article, offline }: BylineProps) {
  const words = useWords();
  const { t, format } = words;
  const minutes = useMinutes(article);
  const icon = useFeedIcon(head.feedId);
  const facts = article?.textOrigin === 'page' ? article.facts : null;
  const told = toldDate(head, facts);
  const parts: ReactNode[] = [
    <time key="date" className={styles.number} dateTime={told.day ?? new Date(told.at).toISOString()}>
      {told.day === null ? format.dateTime(told.at) : format.dayDate(told.day)}
    </time>,
  ];
  if (article?.zoneAssumed || told.zoneAssumed) parts.push(<span key="zone">{t('pageSource.zoneAssumed')}</span>);
  if (article?.via) {
    parts.unshift(
      <span key="via" dir="auto">
        {t('article.via', { outlet: article.via.title })}
      </span>,
    );
  }
  const outlet = facts?.outlet ?? null;
  if (outlet !== null && outlet !== head.feedTitle && outlet !== article?.via?.title) {
    parts.unshift(
      <span key="outlet" dir="auto">
        {outlet}
      </span>,
    );
  }
  const from = facts?.source ?? null;
  if (from !== null && from !== head.feedTitle && from !== outlet) {
    parts.push(
      <span key="from" dir="auto">
        {t('fullText.from', { name: from })}
      </span>,
    );
  }
  const authors = article?.authors.length ? article.authors : (facts?.authors ?? []);
  if (authors.length > 0) parts.unshift(<span key="by">{t('article.author', { names: authors.join(t('entities.joiner')) })}</span>);
  if (minutes !== null) parts.push(<span key="minutes">{t('article.minutes', { count: minutes })}</span>);
  if (head.revisedAt !== null) parts.push(<span key="revised">{t('article.revised', { date: format.timeOrDate(head.revisedAt) })}</span>);
  const missing = article?.images.filter(({ state }) => state === 'gone').length ?? 0;
  if (missing > 0) parts.push(<span key="missing">{t('images.missing', { count: missing })}</span>);
  return (
    <div className={styles.byline}>
      <span className={`${styles.part} ${styles.source}`}>
        <SourceTile title={head.feedTitle} icon={icon} />
        <b dir="auto" lang={textLang(head.feedTitle, null)}>
          {head.feedTitle}
        </b>
      </span>
      <span className={styles.facts}>
        {parts.map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the parts stand in a fixed order
          <span key={index} className={`${styles.part} ${styles.dotted}`}>
            {part}
          </span>
        ))}
      </span>
      {article && (offline || article.pinned || article.kept === 'headline') ? (
        <span className={styles.kept}>
          {article.kept === 'headline' ? null : <Icon name="tray" size={12} />}
          {deviceWords(article, words)}
        </span>
      ) : null}
    </div>
  );
});
