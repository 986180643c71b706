import type { BookmarkSummary, Evidence, FrozenCopy } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { KeyBadge } from '../components/key-badge.tsx';
import { addTag, takeTag, writeNote } from '../evidence/evidence-actions.ts';
import { NoteField } from '../evidence/note-field.tsx';
import noteText from '../evidence/note-text.module.css';
import { TagField } from '../evidence/tag-field.tsx';
import tags from '../evidence/tags.module.css';
import { useBookmarksView } from '../state/bookmarks-view.ts';
import { focusPaneSoon } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './details.module.css';

/** When it was bookmarked, and what was kept of it. */
export function savedWords(bookmarkedAt: number, copy: Pick<FrozenCopy, 'images' | 'imagesNamed' | 'bytes'> | undefined, { t, format }: Words): string {
  const when = { date: format.date(bookmarkedAt), time: format.time(bookmarkedAt) };
  if (!copy) return t('bookmarks.savedHeadline', when);
  const size = format.bytes(copy.bytes);
  if (copy.imagesNamed === 0) return t('bookmarks.savedText', { ...when, size });
  if (copy.images < copy.imagesNamed) return t('bookmarks.savedPart', { ...when, size, kept: copy.images, count: copy.imagesNamed });
  return t('bookmarks.savedImages', { ...when, size, count: copy.images });
}

function edit(): void {
  useBookmarksView.setState({ editing: 'note' });
}

function stop(refocus: boolean): void {
  useBookmarksView.setState({ editing: null });
  if (refocus) focusPaneSoon('article');
}

/** A note that is kept late closes nothing that is written about another bookmark by now. */
function stopAt(articleId: ArticleId): void {
  if (useBookmarksView.getState().chosen === articleId) stop(true);
}

function Tags({ row, evidence }: FactsProps) {
  const { t } = useWords();
  const isEditing = useBookmarksView((state) => state.editing === 'tags');
  const last = evidence.tags.at(-1);
  return (
    <div className={tags.line}>
      {evidence.tags.map(({ id, title }) => (
        <span key={id} className={tags.chip}>
          <span dir="auto">{title}</span>
          <button type="button" className={tags.take} aria-label={t('evidence.takeTag', { tag: title })} title={t('evidence.takeTag', { tag: title })} onClick={() => void takeTag(row.id, title)}>
            <Icon name="close" size={10} />
          </button>
        </span>
      ))}
      {isEditing ? (
        <TagField
          has={evidence.tags}
          onAdd={(title) => void addTag(row.id, title)}
          onTakeLast={() => {
            if (last) void takeTag(row.id, last.title);
          }}
          onClose={stop}
        />
      ) : (
        <button type="button" className={tags.add} onClick={() => useBookmarksView.setState({ editing: 'tags' })}>
          {t('evidence.addTag')}
          <KeyBadge usual="T" className={tags.key} />
        </button>
      )}
    </div>
  );
}

function Note({ row, evidence }: FactsProps) {
  const { t } = useWords();
  const isEditing = useBookmarksView((state) => state.editing === 'note');
  if (isEditing) return <NoteField key={row.id} of={`article-${row.id}`} label={t('evidence.noteField')} initial={evidence.note} onSave={(text) => writeNote(row.id, text)} onClose={() => stopAt(row.id)} />;
  if (evidence.note === '') {
    return (
      <button type="button" className={tags.add} onClick={edit}>
        {t('evidence.writeNote')}
        <KeyBadge usual="C" className={tags.key} />
      </button>
    );
  }
  return (
    <button type="button" className={`${noteText.opens} ${styles.ownNote}`} title={t('bookmarks.editNote')} aria-label={t('common.named', { name: t('bookmarks.editNote'), what: evidence.note })} onClick={edit}>
      <span dir="auto" lang={textLang(evidence.note, null)}>
        {evidence.note}
      </span>
    </button>
  );
}

export interface FactsProps {
  readonly row: BookmarkSummary;
  readonly evidence: Evidence;
}

/** Tags, note, and what was saved. */
export function Facts({ row, evidence }: FactsProps) {
  const words = useWords();
  const { t } = words;
  const copy = evidence.copies.find(({ id }) => id === evidence.currentCopy) ?? evidence.copies.at(-1);
  return (
    <dl className={styles.facts}>
      <dt>{t('evidence.tags')}</dt>
      <dd>
        <Tags row={row} evidence={evidence} />
      </dd>
      <dt>{t('bookmarks.note')}</dt>
      <dd>
        <Note row={row} evidence={evidence} />
      </dd>
      <dt>{t('bookmarks.saved')}</dt>
      <dd className={styles.number}>{savedWords(row.bookmarkedAt, copy, words)}</dd>
    </dl>
  );
}
