import { useId } from 'react';
import type { PageItem, PageList } from '../../electron/contract/page.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { hostOf } from '../words/host-of.ts';
import { useWords } from '../words/use-words.ts';
import { dateWords } from './date-words.ts';
import styles from './item-table.module.css';

function site(host: string | null): string {
  return (host ?? '').replace(/^www\./u, '');
}

function ItemDate({ item }: { readonly item: PageItem }) {
  const words = useWords();
  const { t } = words;
  const said = dateWords(item, words) ?? t('pageSource.noDate');
  if (!item.zoneAssumed) return said;
  return (
    <>
      <span className={styles.assumed} title={item.dateText === null ? t('pageSource.zoneAssumed') : t('pageSource.printedAs', { text: item.dateText })}>
        {said}
      </span>
      <span className="visually-hidden">{` (${t('pageSource.zoneAssumed')})`}</span>
    </>
  );
}

export interface ItemTableProps {
  readonly list: PageList;
  /** Of the page, after every redirect. */
  readonly url: string;
  readonly lang: string | null;
  /** Leaves room for what is written below it. */
  readonly isLow: boolean;
  /** What other rules than those now written would take. */
  readonly isOld: boolean;
}

/** What following the list would take: headlines, summaries, dates. */
export function ItemTable({ list, url, lang, isLow, isOld }: ItemTableProps) {
  const words = useWords();
  const { t } = words;
  const { items, itemCount } = list;
  const noteId = useId();
  const home = site(hostOf(url));
  const isAssumed = items.some(({ zoneAssumed }) => zoneAssumed);
  return (
    <>
      {/* It scrolls, and the keys must reach what is below. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={[styles.frame, isLow ? styles.low : '', isOld ? styles.old : ''].join(' ')} aria-busy={isOld} aria-label={t('pageSource.table')} aria-describedby={isAssumed ? noteId : undefined} tabIndex={0}>
        <table className={styles.table}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('pageSource.tableTitle')}</th>
              <th scope="col">{t('pageSource.tableDate')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => {
              const host = hostOf(item.url);
              const isElsewhere = host !== null && site(host) !== home;
              return (
                // oxlint-disable-next-line react/no-array-index-key -- a page may list one address twice
                <tr key={index} className={styles.row}>
                  <td className={styles.words}>
                    <span className={styles.title} dir="auto" lang={textLang(item.title, lang)} title={item.url ?? undefined}>
                      {item.title}
                    </span>
                    {item.summary ? (
                      <span className={styles.summary} dir="auto" lang={textLang(item.summary, lang)}>
                        {item.summary}
                      </span>
                    ) : null}
                    {isElsewhere ? <span className={styles.host}>{t('pageSource.otherHost', { host })}</span> : null}
                    {item.url === null ? <span className={styles.host}>{t('pageSource.noLink')}</span> : null}
                  </td>
                  <td className={styles.date}>
                    <ItemDate item={item} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {itemCount > items.length ? <p className={styles.more}>{t('pageSource.more', { count: itemCount - items.length })}</p> : null}
      </section>
      {isAssumed ? (
        <p className={styles.note} id={noteId}>
          {t('pageSource.zoneNote')}
        </p>
      ) : null}
    </>
  );
}
