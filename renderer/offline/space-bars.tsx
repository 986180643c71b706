import { useId } from 'react';
import { useStorage } from '../client/offline-queries.ts';
import { sourceTitle } from '../words/source-title.ts';
import { useWords } from '../words/use-words.ts';
import styles from './offline.module.css';

interface Amount {
  readonly key: string | number;
  readonly label: string;
  readonly bytes: number;
}

/** Amounts as bars of one scale, the largest the whole width. */
function Bars({ amounts, labelledBy }: { readonly amounts: readonly Amount[]; readonly labelledBy: string }) {
  const { format } = useWords();
  const most = Math.max(1, ...amounts.map(({ bytes }) => bytes));
  return (
    <dl className={styles.bars} aria-labelledby={labelledBy}>
      {amounts.map(({ key, label, bytes }) => [
        <dt key={`${key}-label`} dir="auto" title={label}>
          {label}
        </dt>,
        <dd key={`${key}-bar`} className={styles.track} aria-hidden="true">
          <div className={styles.bar} style={{ width: `${(bytes / most) * 100}%` }} />
        </dd>,
        <dd key={`${key}-size`} className={styles.size}>
          {format.bytes(bytes)}
        </dd>,
      ])}
    </dl>
  );
}

/** What uses space, by kind and by source. */
export function SpaceBars({ headId }: { readonly headId: string }) {
  const words = useWords();
  const { t, format } = words;
  const { data: storage } = useStorage();
  const sourcesId = useId();
  if (!storage) return null;
  const { disk, database, texts, images, files, backups, bookmarks, byFeed } = storage;
  const kinds: readonly Amount[] = [
    { key: 'images', label: t('ready.imagesHere'), bytes: images },
    { key: 'texts', label: t('ready.textsHere'), bytes: texts },
    { key: 'library', label: t('ready.library'), bytes: Math.max(0, database - texts) },
    { key: 'files', label: t('ready.files'), bytes: files },
    { key: 'backups', label: t('ready.backups'), bytes: backups },
  ];
  return (
    <>
      <Bars amounts={kinds.filter(({ bytes }) => bytes > 0)} labelledBy={headId} />
      {disk ? <p className={styles.note}>{t('ready.diskFree', { free: format.bytes(disk.free), total: format.bytes(disk.total), bookmarks: format.bytes(bookmarks) })}</p> : null}
      {byFeed.length > 0 ? (
        <>
          <h4 className={styles.sub} id={sourcesId}>
            {t('ready.bySource')}
          </h4>
          <Bars amounts={byFeed.map((source) => ({ key: source.feedId, label: sourceTitle(source, words), bytes: source.bytes }))} labelledBy={sourcesId} />
        </>
      ) : null}
    </>
  );
}
