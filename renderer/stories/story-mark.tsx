import type { ArticleSummary } from '../../electron/contract/model.ts';
import type { StoryOfArticle } from '../../electron/contract/stories.ts';
import { toggleCluster } from '../state/story-actions.ts';
import { storyCount } from '../state/story-count.ts';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { useWords } from '../words/use-words.ts';
import styles from './stories.module.css';

/** "6 sources" in a row: for the pointer, as a row holds no button; E and the row's menu do the same. */
export function StoryMark({ row, story, open }: { readonly row: ArticleSummary; readonly story: StoryOfArticle; readonly open: boolean }) {
  const { t } = useWords();
  const count = storyCount(story, t);
  const keys = useShownKeys('E');
  const label = open ? t('stories.close') : t('stories.open', { what: count });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- for the pointer only
    <span
      className={open ? `${styles.mark} ${styles.opened}` : styles.mark}
      title={keys ? t('common.withKeys', { label, keys }) : label}
      onClick={(event) => {
        event.stopPropagation();
        void toggleCluster(row.id);
      }}
    >
      {count}
    </span>
  );
}
