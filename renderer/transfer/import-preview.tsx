import { useWords } from '../words/use-words.ts';
import type { OpmlPreview } from './opml-preview.ts';
import styles from './transfer.module.css';

/** What an import would do, before it does it. */
export function ImportPreview({ file, preview }: { readonly file: string; readonly preview: OpmlPreview | null }) {
  const { t } = useWords();
  if (!preview) {
    return (
      <div className={styles.preview}>
        <b>{file}</b>
      </div>
    );
  }
  const more: string[] = [];
  if (preview.sources === 0) more.push(t('transfer.previewNone'));
  if (preview.followed > 0) more.push(t('transfer.previewFollowed', { count: preview.followed }));
  if (preview.folders > 0) more.push(t('transfer.previewFolders', { count: preview.folders }));
  if (preview.sources > preview.followed) more.push(t('transfer.previewRefresh'));
  return (
    <output className={styles.preview}>
      <b>{preview.sources === 0 ? file : t('transfer.preview', { count: preview.sources, file })}</b>
      {more.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </output>
  );
}
