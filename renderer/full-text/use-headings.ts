import { useMemo } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { collapsed } from './collapsed.ts';

/** A heading of a text: its words, and 1 to 6. */
export interface Heading {
  readonly text: string;
  readonly level: number;
}

/** The headings that a text has as such, where its page gave none. */
function headingsIn(html: string): readonly Heading[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.querySelectorAll('h1, h2, h3, h4')].flatMap((heading) => {
    const text = collapsed(heading.textContent);
    return text === '' ? [] : [{ text, level: Number(heading.tagName.charAt(1)) }];
  });
}

/** The headings of an article: those that its page gave, else those in its text, which is parsed once and not at each change of its status. */
export function useHeadings({ textOrigin, facts, contentHtml }: Pick<Article, 'textOrigin' | 'facts' | 'contentHtml'>): readonly Heading[] {
  const given = textOrigin === 'page' && facts?.headings.length ? facts.headings : null;
  const isGiven = given !== null;
  const found = useMemo(() => (isGiven ? [] : headingsIn(contentHtml)), [isGiven, contentHtml]);
  return given ?? found;
}
