import type { ReactNode } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { followLink } from '../state/kept-links.ts';
import { useWords } from '../words/use-words.ts';
import styles from '../article/article.module.css';

/** The page's links to other articles, which are no part of its text. */
export function RelatedLinks({ article }: { readonly article: Article }): ReactNode {
  const { t } = useWords();
  const related = article.textOrigin === 'page' ? (article.facts?.related ?? []) : [];
  const links = related.flatMap(({ title, url }) => (url === null ? [] : [{ title, url }]));
  if (links.length === 0) return null;
  return (
    <section className={styles.enclosures} aria-label={t('fullText.related')}>
      <h2>{t('fullText.related')}</h2>
      <ul>
        {links.map(({ title, url }) => (
          <li key={url}>
            <Icon name="link" size={14} />
            <a
              href={url}
              title={url}
              dir="auto"
              onClick={(event) => {
                event.preventDefault();
                followLink(url, event.ctrlKey || event.metaKey);
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
