import type { Article, Enclosure } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { RelatedLinks } from '../full-text/related-links.tsx';
import { TextEnd } from '../full-text/text-end.tsx';
import type { FullTextAsking } from '../full-text/use-full-text.ts';
import { followLink } from '../state/kept-links.ts';
import { useWords } from '../words/use-words.ts';
import styles from './article.module.css';

function nameOf({ url }: Enclosure): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const last = path.split('/').findLast(Boolean) ?? url;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

export interface ArticleEndProps {
  readonly article: Article;
  readonly offline: boolean;
  readonly asking: FullTextAsking;
}

/** After the text: what came of its rest, what the source attached, and what its page leads to. */
export function ArticleEnd({ article, offline, asking }: ArticleEndProps) {
  const { t, format } = useWords();
  const { enclosures } = article;
  return (
    <>
      <TextEnd article={article} offline={offline} asking={asking} />
      {enclosures.length > 0 ? (
        <section className={styles.enclosures} aria-label={t('article.attachments')}>
          <h2>{t('article.attachments')}</h2>
          <ul>
            {enclosures.map((enclosure) => {
              const { url: address, type, bytes } = enclosure;
              const size = bytes === null ? null : format.bytes(bytes);
              const about = type !== null && size !== null ? t('article.attachment', { type, size }) : (type ?? size);
              return (
                <li key={address}>
                  <Icon name="link" size={14} />
                  <a
                    href={address}
                    title={address}
                    onClick={(event) => {
                      event.preventDefault();
                      followLink(address, event.ctrlKey || event.metaKey);
                    }}
                  >
                    {nameOf(enclosure)}
                  </a>
                  {about === null ? null : <span>{about}</span>}
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
      <RelatedLinks article={article} />
    </>
  );
}
