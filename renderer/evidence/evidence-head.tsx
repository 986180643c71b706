import type { FrozenCopy } from '../../electron/contract/bookmark.ts';
import type { Article } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { focusPane } from '../state/navigate.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { writeNote } from './evidence-actions.ts';
import { edit, useEvidenceOf } from './evidence-state.ts';
import { copiesUpTo } from './latest-change.ts';
import { NoteField } from './note-field.tsx';
import { TagsLine } from './tags-line.tsx';
import { useEvidence } from './use-evidence.ts';
import { Versions } from './versions.tsx';
import noteText from './note-text.module.css';
import styles from './evidence.module.css';

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

/** Below the title: tags, what was saved, note, and that the source changed it since. Nothing for what is not bookmarked. */
export function EvidenceHead({ article }: { readonly article: Article }) {
  const words = useWords();
  const { t } = words;
  const articleId = article.id;
  const { data } = useEvidence(articleId);
  const { editing } = useEvidenceOf(articleId);
  if (!data) return null;
  const { bookmarkedAt, tags, note } = data;
  const copies = copiesUpTo(data, article);
  const isEditing = editing?.kind === 'tags' || editing?.kind === 'note';
  if (bookmarkedAt === null && !isEditing) return null;
  return (
    <div className={styles.head}>
      <div className={styles.kept}>
        <TagsLine articleId={articleId} tags={bookmarkedAt === null ? [] : tags} isEditing={editing?.kind === 'tags'} />
        {bookmarkedAt === null ? null : <p className={styles.saved}>{savedWords(bookmarkedAt, copies.copies.find(({ id }) => id === copies.currentCopy), words)}</p>}
      </div>
      {editing?.kind === 'note' ? (
        <NoteField
          label={t('evidence.noteField')}
          initial={note}
          onSave={(text) => writeNote(articleId, text)}
          onClose={() => {
            edit(articleId, null);
            focusPane('article');
          }}
        />
      ) : note && bookmarkedAt !== null ? (
        <button type="button" className={`${noteText.line} ${noteText.opens} ${styles.note}`} aria-label={`${t('evidence.noteField')}: ${note}`} onClick={() => edit(articleId, { kind: 'note' })}>
          <Icon name="note" size={14} />
          <span dir="auto">{note}</span>
        </button>
      ) : null}
      {bookmarkedAt === null ? null : <Versions articleId={articleId} kept={copies} />}
    </div>
  );
}
