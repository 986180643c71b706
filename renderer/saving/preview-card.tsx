import { printedDay } from '../../electron/contract/page-facts.ts';
import type { SavePreview, SavePreviewImages } from '../../electron/contract/saving.ts';
import { Icon } from '../components/icon.tsx';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { asksForSignIn, failureWords } from './failure-words.ts';
import styles from './saving.module.css';

function sizeWords({ kind, words, images, pages }: SavePreview, bytes: number | null, { t, format }: Words): string {
  const size = bytes === null ? '' : format.bytes(bytes);
  if (kind === 'pdf') return t('saving.pdf', { count: pages ?? 0, size });
  const counted = images === 0 ? t('saving.words', { count: words }) : t('saving.wordsAndImages', { words, count: images });
  return size === '' ? counted : t('saving.withSize', { counted, size });
}

/** What would be saved: title, whence, when, and how much of it is there. */
export function PreviewCard({ preview, images }: { readonly preview: SavePreview; readonly images: SavePreviewImages | null }) {
  const words = useWords();
  const { t, format } = words;
  const { title, url, outlet, publishedAt, lang, failure, alreadySaved } = preview;
  const day = preview.facts && printedDay(preview.facts);
  const host = url === null ? outlet : (URL.parse(url)?.host.replace(/^www\./, '') ?? outlet);
  const from = [host, day === null ? (publishedAt === null ? null : format.date(publishedAt)) : format.dayDate(day)].filter((part) => part !== null);
  return (
    <div className={styles.card}>
      {images?.thumbnail ? <img className={styles.thumbnail} src={images.thumbnail} alt="" /> : null}
      <div className={styles.told}>
      <b className={styles.title} dir="auto" lang={lang ?? undefined}>
        {title}
      </b>
      {from.length > 0 ? <span className={styles.from}>{from.join(t('saving.comma'))}</span> : null}
      {failure ? (
        <span className={styles.without}>{failureWords(failure, words)}</span>
      ) : (
        <span className={styles.there}>
          <Icon name="check" size={12} className={styles.tick} />
          {sizeWords(preview, images?.bytes ?? preview.bytes, words)}
        </span>
      )}
      {failure && !asksForSignIn(failure) ? <span className={styles.from}>{errorWords(failure, words).title}</span> : null}
      {alreadySaved === null ? null : <span className={styles.from}>{t('saving.already')}</span>}
      </div>
    </div>
  );
}
