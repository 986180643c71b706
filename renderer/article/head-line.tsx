import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import type { Article } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { chipsOf } from '../entities/chips-of.ts';
import { ArticleFacts } from '../full-text/article-facts.tsx';
import { useFacts } from '../full-text/use-facts.ts';
import { WatchableChips } from '../watch/watchable-chips.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './head-line.module.css';

/** Whether the names take more than one line. Those beyond it are cut off, and out of reach of the keys, until it `isOpen`. */
function useOneLine(ref: RefObject<HTMLUListElement | null>, isOpen: boolean, names: readonly ArticleEntity[]): boolean {
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list || names.length === 0) return undefined;
    const look = () => {
      const items = [...list.children].filter((item) => item instanceof HTMLElement);
      const below = items.filter((item) => item.offsetTop > (items[0]?.offsetTop ?? 0));
      for (const item of items) item.inert = !isOpen && below.includes(item);
      setCut(below.length > 0);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(list);
    return () => observer.disconnect();
  }, [ref, isOpen, names]);
  return isCut;
}

export interface HeadLineProps {
  readonly article: Article;
  readonly entities: readonly ArticleEntity[];
  /** Stands at the end of the line, whatever room it leaves to the names: where it comes late, nothing below moves. */
  readonly choice: ReactNode;
}

/** Under the title: one line of the names that the article speaks of; the rest of them, and what its source files it under, one press away. */
export function HeadLine({ article, entities, choice }: HeadLineProps) {
  const { t } = useWords();
  const ref = useRef<HTMLUListElement>(null);
  const [isOpen, setOpen] = useState(false);
  const facts = useFacts(article, entities);
  const isCut = useOneLine(ref, isOpen, entities);
  const hasFacts = facts.path.length > 0 || facts.topics.length > 0;
  const isBare = chipsOf(entities).length === 0;
  if (isBare && !hasFacts && !choice) return null;
  const label = t(isOpen ? 'entities.less' : 'entities.more');
  return (
    <>
      <div className={isOpen ? `${styles.names} ${styles.open}` : styles.names} data-screen-only="">
        <WatchableChips entities={entities} lineRef={ref} />
        {hasFacts || isCut || isOpen ? (
          <button type="button" className={isBare ? `${styles.more} ${styles.bare}` : styles.more} aria-expanded={isOpen} aria-label={label} title={label} onClick={() => setOpen(!isOpen)}>
            {isBare ? t('entities.topics') : null}
            <Icon name={isBare ? (isOpen ? 'chevron-up' : 'chevron-down') : 'more'} size={12} />
          </button>
        ) : null}
        {choice ? <div className={styles.choice}>{choice}</div> : null}
      </div>
      {isOpen && hasFacts ? <ArticleFacts {...facts} className={styles.facts} /> : null}
    </>
  );
}
