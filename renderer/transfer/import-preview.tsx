import type { OpmlSummary } from '../../electron/contract/opml.ts';
import { useWords } from '../words/use-words.ts';
import styles from './transfer.module.css';

/** What importing a list of sources would do. */
export function ImportPreview({ file, preview }: { readonly file: string; readonly preview: OpmlSummary }) {
  const { t } = useWords();
  const more: string[] = [];
  if (preview.named === 0) more.push(t('transfer.previewNone'));
  if (preview.alreadyFollowed > 0) more.push(t('transfer.previewFollowed', { count: preview.alreadyFollowed }));
  if (preview.folders > 0) more.push(t('transfer.previewFolders', { count: preview.folders }));
  if (preview.added > 0) more.push(t('transfer.previewRefresh'));
  return (
    <output className={styles.preview}>
      <b>{preview.named === 0 ? file : t('transfer.preview', { count: preview.named, file })}</b>
      {more.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </output>
  );
}
