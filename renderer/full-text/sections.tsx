import type { ReactNode } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import quiet from '../components/quiet-link.module.css';
import { useWords } from '../words/use-words.ts';
import { collapsed } from './collapsed.ts';
import { useHeadings } from './use-headings.ts';
import styles from './full-text.module.css';

/** Fewer are seen at a glance. */
const FEWEST = 3;
const HEADINGS = 'h2, h3, h4, h5, h6, strong, b, p';

/** Brings the heading into sight: the one of these words, and of several the one of that place among them. */
function show(button: HTMLElement, words: string, nth: number): void {
  const text = button.closest('article')?.querySelector('[data-article-text]');
  const found = [...(text?.querySelectorAll<HTMLElement>(HEADINGS) ?? [])].filter((element) => collapsed(element.textContent) === collapsed(words));
  // A line that stands for a heading is found as its paragraph and as what is bold in it.
  const outer = found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
  (outer[nth] ?? outer[0])?.scrollIntoView({ block: 'start' });
}

/** The headings of a long article's sections, each a way to it. */
export function Sections({ article }: { readonly article: Article }): ReactNode {
  const { t } = useWords();
  const headings = useHeadings(article);
  if (headings.length < FEWEST) return null;
  return (
    <nav className={styles.sections} aria-label={t('fullText.sections')}>
      <h2>{t('fullText.sections')}</h2>
      <ol>
        {headings.map(({ text, level }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- headings may have the same words, and none moves
          <li key={at} data-deep={level > 2 || undefined}>
            <button
              type="button"
              className={quiet.link}
              dir="auto"
              onClick={(event) => {
                show(event.currentTarget, text, headings.slice(0, at).filter((heading) => heading.text === text).length);
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
