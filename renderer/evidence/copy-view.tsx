import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CopyId, FrozenText } from '../../electron/contract/bookmark.ts';
import type { Article } from '../../electron/contract/model.ts';
import { cleanHtml } from '../article/clean-html.ts';
import { lackingImages } from '../article/lacking-images.ts';
import figures from '../article/figures.module.css';
import text from '../article/text.module.css';
import { ErrorNote } from '../components/error-note.tsx';
import { asReaderError } from '../client/as-reader-error.ts';
import { followLink } from '../state/kept-links.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { hostOf } from '../words/host-of.ts';
import { useWords } from '../words/use-words.ts';
import { useCopy } from './use-evidence.ts';
import styles from './evidence.module.css';

function Text({ copy, article }: { readonly copy: FrozenText; readonly article: Article }) {
  const { t, format } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const { html, title, retrievedAt, frozenAt, url, sha256, intact } = copy;
  const notKept = t('article.imageNotKept');
  useLayoutEffect(() => {
    const fragment = cleanHtml(html);
    // Which of its images are here shows when they are asked for.
    const images = lackingImages(fragment, [], figures.lacking ?? '');
    images.update([], () => ({ text: notKept, retry: null, busy: false }));
    ref.current?.replaceChildren(fragment);
    return () => images.stop();
  }, [html, notKept]);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (!link) return;
      event.preventDefault();
      followLink(link.href, event.ctrlKey || event.metaKey);
    };
    const shown = ref.current;
    shown?.addEventListener('click', follow);
    return () => shown?.removeEventListener('click', follow);
  }, []);
  const host = hostOf(url);
  const when = { date: format.date(retrievedAt), time: format.time(retrievedAt) };
  return (
    <section className={styles.copy} aria-label={t('evidence.copyOf', { date: format.date(frozenAt), time: format.time(frozenAt) })}>
      <p className={styles.about}>
        {host === null ? t('evidence.copyFromPlain', when) : t('evidence.copyFrom', { ...when, host })}
        <br />
        {intact ? <span title={sha256}>{t('evidence.intact', { hash: sha256.slice(0, 16) })}</span> : <strong className={styles.damaged}>{t('evidence.damaged')}</strong>}
      </p>
      {title === article.title ? null : (
        <h2 className={styles.copyTitle} dir="auto" lang={textLang(title, article.lang)}>
          {title}
        </h2>
      )}
      <div
        ref={ref}
        className={`${text.text} ${figures.figures}`}
        dir="auto"
        lang={textLang(article.summary || title, article.lang)}
      />
    </section>
  );
}

/** A frozen copy as it was, with when and from where it came and whether it is still what was stored. */
export function CopyView({ copyId, article }: { readonly copyId: CopyId; readonly article: Article }) {
  const { data: copy, error } = useCopy(copyId);
  if (error) return <ErrorNote error={asReaderError(error)} />;
  return copy ? <Text copy={copy} article={article} /> : null;
}
