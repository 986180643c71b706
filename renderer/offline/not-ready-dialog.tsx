import type { NotReady } from '../../electron/contract/offline.ts';
import { usePrepareProgress } from '../client/offline-queries.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { showSettings } from '../desktop/show-settings.ts';
import { openArticle } from '../state/navigate.ts';
import { prepare } from '../state/preparing.ts';
import { closeDialog } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './offline.module.css';

/** Its text, its images, or both. */
function whatIsMissing({ text, images }: NotReady, { t }: Words): string {
  const count = t('ready.images', { count: images });
  if (!text) return count;
  return images > 0 ? t('ready.lacksBoth', { images: count }) : t('ready.lacksText');
}

/** Each article that is not ready, what of it is missing, and why; choosing one opens it. */
export function NotReadyDialog() {
  const words = useWords();
  const { t, format } = words;
  const { data: progress } = usePrepareProgress();
  const report = progress?.report ?? null;
  const items = report?.notReady ?? [];
  const more = (report?.notReadyCount ?? 0) - items.length;
  return (
    <Dialog
      title={t('ready.listTitle')}
      width={560}
      onClose={closeDialog}
      note={
        <Button size="large" onClick={() => showSettings({ section: 'storage' })}>
          {t('ready.choose')}
        </Button>
      }
      actions={
        <>
          <Button size="large" onClick={closeDialog}>
            {t('common.close')}
          </Button>
          <Button
            size="large"
            kind="primary"
            onClick={() => {
              closeDialog();
              void prepare(true);
            }}
          >
            {t('common.tryAgain')}
          </Button>
        </>
      }
    >
      <p className={styles.note}>{t('ready.listText')}</p>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.articleId} className={styles.item}>
            <button
              type="button"
              onClick={() => {
                closeDialog();
                openArticle(item.articleId, true);
              }}
            >
              <span className={styles.title} dir="auto">
                {headlineTitle(item, words)}
              </span>
              <span className={styles.what}>{whatIsMissing(item, words)}</span>
              <span className={styles.why}>
                {[t('fullText.failed', { title: item.feedTitle, cause: errorWords(item, words).cause }), item.until === null ? null : t('ready.notBefore', { time: format.timeOrDate(item.until) })].filter(Boolean).join(t('row.joiner'))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.note}>{t('ready.more', { count: more })}</p> : null}
    </Dialog>
  );
}
