import { useMemo } from 'react';
import type { Article, Enclosure } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { openAddress, openInBrowser } from '../state/article-actions.ts';
import { useWords } from '../words/use-words.ts';
import { howWhole } from './how-whole.ts';
import { plainText } from './plain-text.ts';
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

/** After the text: that the source shows the rest elsewhere, and what it attached. */
export function ArticleEnd({ article }: { readonly article: Article }) {
  const { t, format } = useWords();
  const { contentHtml, summary, url, enclosures, images, id } = article;
  const wholeness = useMemo(() => howWhole(plainText(contentHtml), summary), [contentHtml, summary]);
  const lacksText = wholeness === 'cut' || (wholeness === 'none' && images.length === 0);
  return (
    <>
      {lacksText && url ? (
        <div className={styles.rest}>
          <span>{t(wholeness === 'none' ? 'article.noText' : 'article.summaryOnly')}</span>
          <Button icon="external" onClick={() => openInBrowser(id)}>
            {t('article.openInBrowser')}
          </Button>
        </div>
      ) : null}
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
                      openAddress(address, event.ctrlKey || event.metaKey);
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
    </>
  );
}
