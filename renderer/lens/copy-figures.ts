import type { Article } from '../../electron/contract/model.ts';
import type { PlacedFigure } from '../../electron/contract/figures.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { copiedFigures } from './figure-copy.ts';
import type { CopyFormat } from './figure-copy.ts';

/** The day of an article as its own clock has it, or as its feed printed it. */
function dayOf({ publishedDay, publishedAt }: Article): string | null {
  if (publishedDay !== null) return publishedDay;
  // The Swedish form is that of ISO 8601.
  return publishedAt === null ? null : new Intl.DateTimeFormat('sv-SE').format(publishedAt);
}

/** Puts figures of an article on the clipboard, with source, date and address. */
export async function copyFigures(figures: readonly PlacedFigure[], article: Article, format: CopyFormat): Promise<void> {
  const { title, feedTitle, url } = article;
  const rows = figures.map((figure) => Object.assign({}, figure, { sentenceText: figure.sentenceQuote.quote }));
  try {
    await navigator.clipboard.writeText(copiedFigures(rows, { title, feedTitle, url, day: dayOf(article) }, format, wordsNow()));
    showToast({ text: () => wordsNow().t('lens.copied', { count: figures.length }) });
  } catch (error) {
    showFailure(error);
  }
}
