import type { ReactNode } from 'react';
import type { TextOrigin } from '../../electron/contract/full-text.ts';
import type { Article } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { textLang } from '../state/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import styles from './full-text.module.css';
import { TextToggle } from './text-toggle.tsx';

const MOST_TAGS = 8;

/** Each once, however feed and page capitalise it. */
function tagsOf({ tags, facts, textOrigin }: Article): readonly string[] {
  const all = [...tags, ...(textOrigin === 'page' ? (facts?.tags ?? []) : [])];
  return [...new Map(all.map((tag) => [tag.toLocaleLowerCase(), tag])).values()].slice(0, MOST_TAGS);
}

export interface ArticleFactsProps {
  readonly article: Article;
  /** The text that the person chose, before it is here. */
  readonly chosen: TextOrigin | undefined;
  readonly onChoose: (text: TextOrigin) => void;
}

/** Under the title: where the article stands on its site, its topics, and which of its texts is shown. */
export function ArticleFacts({ article, chosen, onChoose }: ArticleFactsProps): ReactNode {
  const { t } = useWords();
  const path = article.textOrigin === 'page' ? (article.facts?.breadcrumb ?? []) : [];
  const tags = tagsOf(article);
  // A text that waits to be shown brings no row of its own: nothing moves under who reads.
  const hasToggle = article.fullText.state === 'kept' && article.wholeness !== 'none' && (article.textOrigin === 'page' || chosen !== undefined);
  if (path.length === 0 && tags.length === 0 && !hasToggle) return null;
  return (
    <div className={styles.facts}>
      {path.length > 0 ? (
        <ol className={styles.path} aria-label={t('fullText.path')} dir="auto">
          {path.map((step, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a site may name a step twice, and none moves
            <li key={at}>{step}</li>
          ))}
        </ol>
      ) : null}
      {tags.length > 0 ? (
        <ul className={styles.tags} aria-label={t('fullText.tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <Icon name="tag" size={12} />
              <span dir="auto" lang={textLang(tag, null)}>
                {tag}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {hasToggle ? <TextToggle shown={chosen ?? article.textOrigin} onChoose={onChoose} /> : null}
    </div>
  );
}
