import type { FrozenCopy } from '../../electron/contract/bookmark.ts';
import type { Article } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { useEvidenceOf } from './evidence-state.ts';
import { copiesUpTo } from './latest-change.ts';
import { TagsLine } from './tags-line.tsx';
import { useEvidence } from './use-evidence.ts';
import styles from './bookmark-line.module.css';

/** When it was bookmarked, and what was kept of it then and since. */
function savedWords(bookmarkedAt: number, copy: FrozenCopy | undefined, { t, format }: Words): string {
  const when = { date: format.date(bookmarkedAt), time: format.time(bookmarkedAt) };
  if (!copy) return t('evidence.savedHeadline', when);
  const { images, imagesNamed, bytes } = copy;
  const size = format.bytes(bytes);
  if (imagesNamed === 0) return t('evidence.savedText', { ...when, size });
  if (images < imagesNamed) return t('evidence.savedPart', { ...when, size, kept: images, count: imagesNamed });
  return t('evidence.savedImages', { ...when, size, count: images });
}

/** Beside the names: what was saved, behind a mark, and the person's own tags. Nothing for what is not bookmarked. */
export function BookmarkLine({ article }: { readonly article: Article }) {
  const words = useWords();
  const { data } = useEvidence(article.id);
  const { editing } = useEvidenceOf(article.id);
  const isEditing = editing?.kind === 'tags';
  if (!data || (data.bookmarkedAt === null && !isEditing)) return null;
  const { bookmarkedAt, tags } = data;
  const copies = copiesUpTo(data, article);
  const saved = bookmarkedAt === null ? null : savedWords(bookmarkedAt, copies.copies.find(({ id }) => id === copies.currentCopy), words);
  return (
    <div className={styles.line}>
      {saved === null ? null : (
        <p className={styles.saved} title={saved}>
          <Icon name="bookmark-filled" size={14} />
          {/* On paper it can be read. */}
          <span className={styles.words}>{saved}</span>
        </p>
      )}
      <TagsLine articleId={article.id} tags={bookmarkedAt === null ? [] : tags} isEditing={isEditing} />
    </div>
  );
}
