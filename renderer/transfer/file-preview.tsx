import type { ArchiveFacts, LinkImport } from '../../electron/contract/transfer.ts';
import { useWords } from '../words/use-words.ts';
import { ImportPreview } from './import-preview.tsx';
import { linkParts } from './link-parts.ts';
import type { Found } from './look-into.ts';
import styles from './transfer.module.css';

/** What a file holds and what importing it would do, before it does it. */
export function FilePreview({ found }: { readonly found: Found }) {
  switch (found.kind) {
    case 'sources':
      return <ImportPreview file={found.name} preview={found.preview} />;
    case 'links':
      return <LinkPreview file={found.name} links={found.links} />;
    case 'archive':
      return <ArchivePreview facts={found.facts} />;
    default:
      return found satisfies never;
  }
}

function LinkPreview({ file, links }: { readonly file: string; readonly links: LinkImport }) {
  const words = useWords();
  const { t } = words;
  const { kind, added, bookmarked, known, repeated, unreadableCount, tags, texts } = links;
  const count = added + bookmarked + known + repeated + unreadableCount;
  const more = [...(tags > 0 ? [t('carry.tags', { count: tags })] : []), ...(texts > 0 ? [t('carry.texts', { count: texts })] : [])];
  return (
    <output className={styles.preview}>
      <b>{t(kind === 'articles' ? 'carry.previewArticles' : 'carry.preview', { count, file })}</b>
      <span>{[...linkParts(links, words, false), ...more].join(t('carry.joiner'))}</span>
    </output>
  );
}

/** What an archive holds, and what becomes of the library that is open. */
function ArchivePreview({ facts }: { readonly facts: ArchiveFacts }) {
  const { t, format } = useWords();
  const { createdAt, articles, bookmarks, feeds, bytes } = facts;
  return (
    <>
      <output className={styles.preview}>
        <b>{t('carry.archive', { when: format.dateTime(createdAt) })}</b>
        <span>{t('carry.archiveHolds', { articles, bookmarks, feeds, bytes: format.bytes(bytes) })}</span>
      </output>
      <p className={styles.warning}>{t('carry.archiveReplaces')}</p>
      <p className={styles.warning}>{t('carry.archiveBack')}</p>
    </>
  );
}
