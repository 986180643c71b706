import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ArticleImage } from '../../electron/contract/article-image.ts';
import type { Article } from '../../electron/contract/model.ts';
import { followLink, useKeptLinks } from '../state/kept-links.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { enlargeable, enlargedBy } from '../reading/enlargeable.ts';
import { viewImage } from '../reading/viewer-state.ts';
import { cleanHtml } from './clean-html.ts';
import { lackingImages } from './lacking-images.ts';
import type { LackingImages, LackingNote } from './lacking-images.ts';
import { lackingWords, mayBeRetried } from './lacking-words.ts';
import { markLater } from './mark-later.ts';
import { useRetryImages } from './use-retry-images.ts';
import address from './address.module.css';
import figures from './figures.module.css';
import styles from './text.module.css';

export interface ArticleBodyProps {
  readonly article: Article;
  readonly offline: boolean;
  /** After the text stands in the page. */
  readonly onReady: () => void;
}

function linkOf(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
}

/** The text of an article: clean nodes put into the page once, and left alone while they are read. */
export function ArticleBody({ article, offline, onReady }: ArticleBodyProps) {
  const { t } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const imagesRef = useRef<LackingImages | null>(null);
  const [shownAddress, setAddress] = useState<string | null>(null);
  const { contentHtml, summary, lang, images } = article;
  const { asking, retry } = useRetryImages(article);
  const wordsOf = (image: Pick<ArticleImage, 'state' | 'code'>): LackingNote => {
    const isAsked = asking && mayBeRetried(image, offline);
    return { text: t(isAsked ? 'article.imageLoading' : lackingWords(image, offline)), retry: mayBeRetried(image, offline) ? t('common.tryAgain') : null, busy: isAsked };
  };
  const fill = useEffectEvent((text: HTMLElement) => {
    const fragment = cleanHtml(contentHtml);
    if (fragment.textContent.trim() === '' && fragment.querySelector('img') === null && summary) {
      const paragraph = document.createElement('p');
      paragraph.textContent = summary;
      fragment.replaceChildren(paragraph);
    }
    imagesRef.current = lackingImages(fragment, images, figures.lacking ?? '');
    imagesRef.current.update(images, wordsOf);
    enlargeable(fragment);
    text.replaceChildren(fragment);
    onReady();
  });

  useLayoutEffect(() => {
    if (ref.current) fill(ref.current);
    return () => imagesRef.current?.stop();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new text is put into the page, nothing else is
  }, [contentHtml, summary]);

  const tell = useEffectEvent(() => imagesRef.current?.update(images, wordsOf));
  useEffect(() => {
    tell();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what it reads
  }, [images, offline, asking, t]);

  const keptLinks = useKeptLinks((state) => state.urls);
  useLayoutEffect(() => {
    if (ref.current) markLater(ref.current, keptLinks, t('links.later'));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- links of another text are marked too
  }, [keptLinks, contentHtml, t]);

  const again = useEffectEvent(() => void retry());
  useEffect(() => {
    const text = ref.current;
    if (!text) return undefined;
    const follow = (event: MouseEvent) => {
      if (event.type === 'click' && event.target instanceof Element && event.target.closest('[data-retry]')) {
        event.preventDefault();
        again();
        return;
      }
      const image = event.type === 'click' ? enlargedBy(event) : null;
      if (image) {
        event.preventDefault();
        viewImage(text, image);
        return;
      }
      const link = linkOf(event);
      if (!link || (event.type === 'auxclick' && event.button !== 1)) return;
      event.preventDefault();
      followLink(link.href, event.ctrlKey || event.metaKey || event.button === 1);
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
      <div ref={ref} className={`${styles.text} ${figures.figures}`} dir="auto" lang={textLang(summary || article.title, lang)} data-article-text="" />
      {shownAddress ? (
        <div className={address.address} aria-hidden="true">
          {shownAddress}
        </div>
      ) : null}
    </>
  );
}
