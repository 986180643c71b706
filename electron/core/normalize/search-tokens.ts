import { foldText } from '../../contract/search/fold.ts';
import { symbolStream } from '../../contract/search/symbols.ts';
import { GAP, streamOf } from '../../contract/search/tokens.ts';

/** What the index reads of an article as its publisher wrote it, by column. */
export interface SearchTokens {
  readonly title: string;
  readonly text: string;
  readonly tags: string;
  readonly symbols: string;
}

/** Texts that stand beside each other; no phrase goes from one into the next. */
export function streamOfAll(texts: readonly string[]): string {
  // A set reads a whole text to tell it from no other.
  return (texts.length < 2 ? texts : [...new Set(texts)]).map((text) => streamOf(foldText(text))).join(` ${GAP} `);
}

/** Of plain text; an article may have several texts. */
export function searchTokens({ title, texts, tags }: { readonly title: string; readonly texts: readonly string[]; readonly tags: readonly string[] }): SearchTokens {
  return { title: streamOfAll([title]), text: streamOfAll(texts), tags: streamOfAll(tags), symbols: symbolStream([title, ...texts]) };
}
