import type { ReactNode } from 'react';
import type { SourceReport } from '../../electron/contract/source.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { shareWords } from './column-cells.ts';
import { nextWords } from './next-words.ts';
import type { SourceItem } from './source-items.ts';
import styles from './details.module.css';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function keptWords({ articles, bookmarked }: SourceReport, { t, format }: Words): string {
  const kept = format.count(articles);
  return bookmarked === 0 ? kept : t('sources.keptBookmarked', { kept, bookmarked: format.count(bookmarked) });
}

function deviceWords({ bytes, images }: SourceReport, { t, format }: Words): string {
  const size = format.bytes(bytes);
  return images === 0 ? size : t('sources.deviceSize', { size, count: images });
}

/** The figures of a source: when it is asked next and why, what it brought, what of it is on this device. */
export function SourceFacts({ item, now }: { readonly item: SourceItem; readonly now: number }) {
  const words = useWords();
  const { t, format } = words;
  const { report } = item;
  const next = nextWords(report, now, words);
  const perWeek = report.perWeek < 10 ? Math.round(report.perWeek * 10) / 10 : Math.round(report.perWeek);
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{t('sources.about')}</h3>
      <dl className={styles.facts}>
        <Fact name={t('sources.nextTry')}>
          {next.when}
          {next.why === null ? null : <small>{next.why}</small>}
        </Fact>
        <Fact name={t('sources.aWeek')}>{format.count(perWeek)}</Fact>
        <Fact name={t('sources.lastNew')}>{report.newestAt === null ? t('common.none') : format.timeOrDate(report.newestAt)}</Fact>
        <Fact name={t('sources.keptArticles')}>{keptWords(report, words)}</Fact>
        <Fact name={t('sources.fullTextShare')}>{report.fullText === null ? t('sources.unknown') : shareWords(report.fullText, words)}</Fact>
        <Fact name={t('sources.onDevice')}>{deviceWords(report, words)}</Fact>
        <Fact name={t('sources.received')}>{format.bytes(report.receivedBytes)}</Fact>
      </dl>
    </section>
  );
}
