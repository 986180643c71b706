import type { Article } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { writeNote } from './evidence-actions.ts';
import { edit, endEditing, useEvidenceOf } from './evidence-state.ts';
import { copiesUpTo } from './latest-change.ts';
import { NoteField } from './note-field.tsx';
import { useEvidence } from './use-evidence.ts';
import { hasVersions, Versions } from './versions.tsx';
import noteText from './note-text.module.css';
import styles from './evidence.module.css';

/** Above the text: the note, and that the source changed it since. Nothing for what is not bookmarked. */
export function EvidenceHead({ article }: { readonly article: Article }) {
  const { t } = useWords();
  const articleId = article.id;
  const { data } = useEvidence(articleId);
  const { editing, shown } = useEvidenceOf(articleId);
  if (!data) return null;
  const { bookmarkedAt, note } = data;
  const copies = copiesUpTo(data, article);
  const isEditing = editing?.kind === 'note';
  if (!isEditing && (bookmarkedAt === null || (note === '' && !hasVersions(copies, shown)))) return null;
  return (
    <div className={styles.head}>
      {isEditing ? (
        <NoteField
          of={`article-${articleId}`}
          label={t('evidence.noteField')}
          initial={note}
          onSave={(text) => writeNote(articleId, text)}
          onClose={() => endEditing(articleId)}
        />
      ) : note && bookmarkedAt !== null ? (
        <button type="button" className={`${noteText.line} ${noteText.opens} ${styles.note}`} aria-label={t('common.named', { name: t('evidence.noteField'), what: note })} onClick={() => edit(articleId, { kind: 'note' })}>
          <Icon name="note" size={14} />
          <span dir="auto">{note}</span>
        </button>
      ) : null}
      {bookmarkedAt === null ? null : <Versions articleId={articleId} kept={copies} />}
    </div>
  );
}
