import type { Watch, WatchId } from '../../electron/contract/watch.ts';
import { useEntities, useWatches, useWatchReport } from '../client/watch-queries.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { ElementCell } from '../entities/element-cell.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { openDialog } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { FiguresOverTime } from './figures-over-time.tsx';
import { LatestFigures } from './latest-figures.tsx';
import { matchWords } from './match-words.ts';
import { MentionsChart } from './mentions-chart.tsx';
import { MentionsTable } from './mentions-table.tsx';
import { OftenNamed } from './often-named.tsx';
import { alertItems } from './watch-menu.ts';
import { WatchMark } from './watch-mark.tsx';
import { watchName } from './watch-name.ts';
import { useWatchView } from './watch-view.ts';
import heading from '../components/heading.module.css';
import styles from './watch.module.css';

const ALERTS = { off: 'watch.alertOff', notify: 'watch.alertNotify', digest: 'watch.alertDigest' } as const;

function Head({ watch }: { readonly watch: Watch }) {
  const words = useWords();
  const { t } = words;
  const { data: entities } = useEntities();
  const { openAt, menu } = useMenu();
  const { watched } = watch;
  const entity = watched.kind === 'entity' ? entities?.get(watched.entityId) : undefined;
  const title = watchName(watch, words);
  const line = entity ? matchWords(entity, words) : watched.kind === 'search' && watch.title !== '' ? watched.query : '';
  return (
    <header className={styles.head}>
      {entity?.symbol === undefined ? (
        <span className={styles.headMark}>
          <WatchMark watch={watch} />
        </span>
      ) : (
        <ElementCell symbol={entity.symbol} name={title} size="page" number={entity.number} mine />
      )}
      <div className={styles.headText}>
        <h2 className={`${heading.head} ${styles.headTitle}`} dir="auto" lang={textLang(title, null)} title={title}>
          {title}
        </h2>
        {line === '' ? null : <p className={`${styles.headLine} ${styles.headQuery}`}>{line}</p>}
        {watch.looking ? <p className={styles.headLine}>{t('watch.looking')}</p> : null}
        {watch.failure ? <p className={`${styles.headLine} ${styles.bad}`}>{t('watch.failing', { reason: errorWords(watch.failure, words).title })}</p> : null}
      </div>
      <div className={styles.headActions}>
        <Button icon="bell" aria-haspopup="menu" onClick={(event) => openAt(event.currentTarget, t('watch.alerts'), alertItems(watch, words))}>
          {t(ALERTS[watch.alert])}
        </Button>
        <Button onClick={() => openDialog({ kind: 'watch', watchId: watch.id })}>{t('watch.edit')}</Button>
      </div>
      {menu}
    </header>
  );
}

/** A watchlist at a glance: what it matches, its headlines over time, and the names that stand beside it. */
export function WatchOverview({ watchId }: { readonly watchId: WatchId }) {
  const { t, format } = useWords();
  const { data } = useWatches();
  const { data: report, error } = useWatchReport(watchId);
  const asTable = useWatchView((state) => state.mentionsAsTable);
  const watch = data?.watches.find(({ id }) => id === watchId);
  if (!watch) return null;
  return (
    <div className={styles.overview}>
      <Head watch={watch} />
      {error ? <ErrorNote error={asReaderError(error)} /> : null}
      {report ? (
        <>
          <section className={styles.part}>
            <h3 className={styles.partHead}>
              {t('watch.mentions')}
              <span>{t('watch.mentionsUnit')}</span>
              {report.since === null ? null : <span className={styles.atEnd}>{t('watch.since', { count: report.total, date: format.date(report.since) })}</span>}
            </h3>
            {asTable ? <MentionsTable days={report.days} /> : <MentionsChart days={report.days} />}
            <Button kind="quiet" className={styles.asTable} onClick={() => useWatchView.setState({ mentionsAsTable: !asTable })}>
              {t(asTable ? 'watch.showChart' : 'watch.showTable')}
            </Button>
          </section>
          <FiguresOverTime watch={watch} />
          <div className={styles.beside}>
            <LatestFigures watch={watch} />
            <section className={styles.part}>
              <h3 className={styles.partHead}>
                {t('watch.often')}
                <span className={styles.atEnd}>{t('watch.oftenSpan')}</span>
              </h3>
              <OftenNamed own={watch.watched.kind === 'entity' ? watch.watched.entityId : null} often={report.often} watches={data?.watches ?? []} />
            </section>
          </div>
        </>
      ) : null}
    </div>
  );
}
