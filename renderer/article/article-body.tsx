import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { openAddress } from '../state/article-actions.ts';
import { textLang } from '../state/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { cleanHtml } from './clean-html.ts';
import { lackingImages } from './lacking-images.ts';
import styles from './text.module.css';

export interface ArticleBodyProps {
  readonly article: Article;
  /** Grows when images may have come; those that lacked are tried again. */
  readonly retry: number;
  /** After the text stands in the page. */
  readonly onReady: () => void;
}

function linkOf(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
}

/** The text of an article: clean nodes put into the page once, and left alone while they are read. */
export function ArticleBody({ article, retry, onReady }: ArticleBodyProps) {
  const { t } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const imagesRef = useRef<ReturnType<typeof lackingImages> | null>(null);
  const ready = useEffectEvent(onReady);
  const [address, setAddress] = useState<string | null>(null);
  const { contentHtml, summary, lang } = article;
  const notKept = t('article.imageNotKept');

  useLayoutEffect(() => {
    const text = ref.current;
    if (!text) return undefined;
    text.replaceChildren(cleanHtml(contentHtml));
    if (text.textContent.trim() === '' && text.querySelector('img') === null && summary) {
      const paragraph = document.createElement('p');
      paragraph.textContent = summary;
      text.replaceChildren(paragraph);
    }
    const images = lackingImages(text, styles.lacking ?? '', notKept);
    imagesRef.current = images;
    ready();
    return () => images.stop();
  }, [contentHtml, summary, notKept]);

  useEffect(() => {
    if (retry > 0) imagesRef.current?.retry();
  }, [retry]);

  useEffect(() => {
    const text = ref.current;
    if (!text) return undefined;
    const follow = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link || (event.type === 'auxclick' && event.button !== 1)) return;
      event.preventDefault();
      openAddress(link.href, event.ctrlKey || event.metaKey || event.button === 1);
    };
    const enter = (event: Event) => setAddress(linkOf(event)?.href ?? null);
    const leave = () => setAddress(null);
    const kinds = [['click', follow], ['auxclick', follow], ['mouseover', enter], ['focusin', enter], ['mouseleave', leave], ['focusout', leave]] as const;
    for (const [kind, listener] of kinds) text.addEventListener(kind, listener as EventListener);
    return () => {
      for (const [kind, listener] of kinds) text.removeEventListener(kind, listener as EventListener);
    };
  }, []);

  return (
    <>
      <div ref={ref} className={styles.text} dir="auto" lang={textLang(article.title + article.summary, lang)} data-article-text="" />
      {address ? (
        <div className={styles.address} aria-hidden="true">
          {address}
        </div>
      ) : null}
    </>
  );
}
