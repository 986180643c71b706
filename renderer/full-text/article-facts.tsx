import { EntityChip } from '../entities/entity-chip.tsx';
import { searchFor } from '../search/search-commands.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import styles from './full-text.module.css';
import type { Facts } from './use-facts.ts';

/** Where an article stands on its site, and its topics. */
export function ArticleFacts({ path, topics, className = '' }: Facts & { readonly className?: string | undefined }) {
  const { t } = useWords();
  return (
    <div className={`${styles.facts} ${className}`} data-screen-only="">
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
    </div>
  );
}
