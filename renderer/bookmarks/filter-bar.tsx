import type { KeyboardEvent } from 'react';
import type { BookmarkCounts, Tag } from '../../electron/contract/bookmark.ts';
import { IconButton } from '../components/icon-button.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { useWidth } from '../components/use-width.ts';
import { useTags } from '../evidence/use-evidence.ts';
import { isNarrowed, narrow, NO_CHOICE, toggleTag, useBookmarksView } from '../state/bookmarks-view.ts';
import { useWords } from '../words/use-words.ts';
import { Chip } from './chip.tsx';
import { activeFilters, tagsMenu } from './filter-menus.ts';
import { chipWidth, fitChips } from './fit-chips.ts';
import { tagMenu } from './tag-menu.ts';
import styles from './bookmarks.module.css';

const NONE: readonly never[] = [];
const ALL_ROOM = 44;
const COMMANDS = 26;

/** What the bookmarks are narrowed by. The order of the tags is that of how much they are used, whatever is chosen, so that no chip moves under the pointer. */
export function FilterBar({ counts }: { readonly counts: BookmarkCounts }) {
  const words = useWords();
  const { t, format } = words;
  const choice = useBookmarksView((state) => state.choice);
  const { data } = useTags();
  const { ref, width: room } = useWidth();
  const { openAt, menu } = useMenu();
  const now = new Map(counts.tags.map(({ id, count }) => [id, count]));
  const tags: readonly Tag[] = (data ?? NONE).toSorted((one, other) => other.count - one.count).map((tag) => ({ ...tag, count: now.get(tag.id) ?? 0 }));
  const isChosen = ({ id }: Tag) => choice.tagIds.includes(id);
  const widthOf = (tag: Tag) => chipWidth(tag.title, format.count(tag.count)) + (isChosen(tag) ? COMMANDS : 0);

  const moreWidth = chipWidth(t('bookmarks.moreTags', { count: tags.length }), '') + 18;
  const fit = (free: number) => fitChips(tags.map(widthOf), free, moreWidth);
  const first = fit(room - ALL_ROOM);
  const apart = tags.slice(first).filter(isChosen).reduce((sum, tag) => sum + widthOf(tag) + 6, 0);
  const fits = apart === 0 ? first : fit(room - ALL_ROOM - apart);
  const shown = tags.filter((tag, index) => index < fits || isChosen(tag));
  const rest = tags.filter((tag) => !shown.includes(tag));

  const commands = (tag: Tag, anchor: HTMLElement) => openAt(anchor, t('bookmarks.tagCommands', { tag: tag.title }), tagMenu(tag, words));
  const keyDown = (tag: Tag) => (event: KeyboardEvent<HTMLButtonElement>) => {
    if (!((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu')) return;
    event.preventDefault();
    commands(tag, event.currentTarget);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is no line
    <div className={styles.filters} role="group" aria-label={t('bookmarks.filters')}>
      <div className={styles.tags} ref={ref}>
        <Chip on={!isNarrowed({ ...choice, text: '' })} onClick={() => narrow({ ...NO_CHOICE, text: choice.text })}>
          {t('bookmarks.all')}
        </Chip>
        {shown.map((tag) => (
          <span key={tag.id} className={styles.tagChip}>
            <Chip
              on={isChosen(tag)}
              count={format.count(tag.count)}
              aria-label={t('bookmarks.tagChip', { tag: tag.title, count: tag.count })}
              title={tag.title}
              onClick={() => toggleTag(tag.id)}
              onKeyDown={keyDown(tag)}
              onContextMenu={(event) => {
                event.preventDefault();
                commands(tag, event.currentTarget);
              }}
            >
              {tag.title}
            </Chip>
            {isChosen(tag) ? (
              <IconButton size="small" icon="more" label={t('bookmarks.tagCommands', { tag: tag.title })} aria-haspopup="menu" onClick={(event) => commands(tag, event.currentTarget)} />
            ) : null}
          </span>
        ))}
        {rest.length > 0 ? (
          <Chip
            opens
            aria-label={t('bookmarks.moreTagsName', { count: rest.length })}
            onClick={(event) => openAt(event.currentTarget, t('bookmarks.moreTagsName', { count: rest.length }), tagsMenu(rest, choice.tagIds, words))}
          >
            {t('bookmarks.moreTags', { count: rest.length })}
          </Chip>
        ) : null}
      </div>
      <Chip
        icon="highlight"
        shrinks
        on={choice.highlights === true}
        count={format.count(counts.highlights)}
        aria-label={t('bookmarks.highlightsName', { count: counts.highlights })}
        title={t('bookmarks.highlights')}
        onClick={() => narrow({ highlights: choice.highlights === true ? null : true })}
      >
        {t('bookmarks.highlights')}
      </Chip>
      <Chip
        icon="note"
        shrinks
        on={choice.notes === true}
        count={format.count(counts.notes)}
        aria-label={t('bookmarks.notesName', { count: counts.notes })}
        title={t('bookmarks.notes')}
        onClick={() => narrow({ notes: choice.notes === true ? null : true })}
      >
        {t('bookmarks.notes')}
      </Chip>
      {activeFilters(counts, choice, words).map(({ key, label, clear }) => (
        <Chip key={key} on icon="close" title={label} aria-label={t('bookmarks.clearOne', { filter: label })} onClick={clear}>
          {label}
        </Chip>
      ))}
      {menu}
    </div>
  );
}
