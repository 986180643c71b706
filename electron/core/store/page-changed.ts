import { inflateBody } from '../normalize/body.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { Store } from './store.ts';

const IMAGE = /\bsrc="img\/([0-9a-f]{32})"/g;

/** What a person reads of HTML that the sanitizer wrote, which has no `<` but in tags: another tag around the same words is no other text. */
function wordsOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '');
}

function imagesOf(html: string): string[] {
  return Array.from(html.matchAll(IMAGE), ([, key = '']) => key);
}

/**
 * Whether the text of an article's page (sanitized HTML, by an extractor of this version) says something else than the one that is
 * kept of it: other words, or other images where the same extractor chose those. True where none is kept.
 */
export function pageChanged(store: Store, id: ArticleId, { html, version }: { readonly html: string; readonly version: number }): boolean {
  const row = store.get<{ html: Uint8Array; extractor: number }>('SELECT html, extractor FROM page_texts WHERE article_id = ?', id);
  if (!row || row.html.length === 0) return true;
  const kept = inflateBody(row.html);
  if (wordsOf(kept) !== wordsOf(html)) return true;
  const [before, after] = [imagesOf(kept), imagesOf(html)];
  // A page that was kept without its images on purpose has not gained them.
  return row.extractor === version && before.length > 0 && before.join() !== after.join();
}
