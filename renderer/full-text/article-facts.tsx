import type { ReactNode } from 'react';
import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import type { TextOrigin } from '../../electron/contract/full-text.ts';
import type { Article } from '../../electron/contract/model.ts';
import { useEntities } from '../client/watch-queries.ts';
import { chipsOf } from '../entities/chips-of.ts';
import { EntityChip } from '../entities/entity-chip.tsx';
import { searchFor } from '../search/search-commands.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import styles from './full-text.module.css';
import { topicsOf } from './topics-of.ts';
import { TextToggle } from './text-toggle.tsx';

export interface ArticleFactsProps {
  readonly article: Article;
  /** What it speaks of: a topic that is a name of these is not said twice. */
  readonly entities: readonly ArticleEntity[];
  /** The text that the person chose, before it is here. */
  readonly chosen: TextOrigin | undefined;
  readonly onChoose: (text: TextOrigin) => void;
}

/** Under the title: where the article stands on its site, its topics, and which of its texts is shown. */
export function ArticleFacts({ article, entities, chosen, onChoose }: ArticleFactsProps): ReactNode {
  const { t } = useWords();
  const path = article.textOrigin === 'page' ? (article.facts?.breadcrumb ?? []) : [];
  const { data: glossary } = useEntities();
  const topics = topicsOf(article, chipsOf(entities).map(({ id, names }) => ({ names, aliases: glossary?.get(id)?.aliases ?? [] })));
  // A text that waits to be shown brings no row of its own: nothing moves under who reads.
  const hasToggle = article.fullText.state === 'kept' && article.wholeness !== 'none' && (article.textOrigin === 'page' || chosen !== undefined);
  if (path.length === 0 && topics.length === 0 && !hasToggle) return null;
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
      {topics.length > 0 ? (
        <ul className={styles.topics} aria-label={t('fullText.tags')}>
          {topics.map((topic) => (
            <li key={topic}>
              <EntityChip icon="tag" label={topic} lang={textLang(topic, null)} name={t('fullText.searchTopic', { topic })} onOpen={() => searchFor(`"${topic.replaceAll('"', ' ')}" `)} />
            </li>
          ))}
        </ul>
      ) : null}
      {hasToggle ? <TextToggle shown={chosen ?? article.textOrigin} onChoose={onChoose} /> : null}
    </div>
  );
}
