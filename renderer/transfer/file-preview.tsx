import type { ArchiveFacts, LinkImport } from '../../electron/contract/transfer.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './transfer.module.css';

/** What an import does or did, part by part; what there is none of is left out. */
export function linkParts({ added, bookmarked, known, repeated, unreadableCount }: LinkImport, { t }: Words, done: boolean): string[] {
  const parts: [number, (count: number) => string][] = [
    [added, (count) => t(done ? 'carry.resultAdded' : 'carry.added', { count })],
    [bookmarked, (count) => t(done ? 'carry.resultBookmarked' : 'carry.bookmarked', { count })],
    [known, (count) => t('carry.known', { count })],
    [repeated, (count) => t('carry.repeated', { count })],
    [unreadableCount, (count) => t('carry.notReadable', { count })],
  ];
  return parts.filter(([count], at) => count > 0 || at === 0).map(([count, say]) => say(count));
}

/** What importing a file of links would do. */
export function LinkPreview({ file, links }: { readonly file: string; readonly links: LinkImport }) {
  const words = useWords();
  const { t } = words;
  const { added, bookmarked, known, repeated, unreadableCount, tags } = links;
  return (
    <output className={styles.preview}>
      <b>{t('carry.preview', { count: added + bookmarked + known + repeated + unreadableCount, file })}</b>
      <span>{[...linkParts(links, words, false), ...(tags > 0 ? [t('carry.tags', { count: tags })] : [])].join(t('carry.joiner'))}</span>
    </output>
  );
}

/** What an archive holds, and what becomes of the library that is open. */
export function ArchivePreview({ facts }: { readonly facts: ArchiveFacts }) {
  const { t, format } = useWords();
  const { createdAt, articles, bookmarks, feeds, bytes } = facts;
  return (
    <output className={styles.preview}>
      <b>{t('carry.archive', { when: format.dateTime(createdAt) })}</b>
      <span>{t('carry.archiveHolds', { articles, bookmarks, feeds, bytes: format.bytes(bytes) })}</span>
      <span>{t('carry.archiveReplaces')}</span>
    </output>
  );
}
