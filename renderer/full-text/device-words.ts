import type { Article } from '../../electron/contract/model.ts';
import type { Words } from '../words/use-words.ts';

/** How many of the images of the text that is shown are on this device. */
function imagesOf({ images, contentHtml }: Article): { readonly kept: number; readonly count: number } {
  const shown = images.filter(({ key }) => contentHtml.includes(key));
  return { kept: shown.filter(({ state }) => state === 'kept').length, count: shown.length };
}

/** What of an article is on this device, and since when. */
export function deviceWords(article: Article, { t, format }: Words): string {
  const { kept, arrivedAt, fullText, contentHtml, summary } = article;
  if (kept === 'headline') return t(contentHtml === '' && summary === '' ? 'fullText.headlineOnly' : 'fullText.summaryOnly');
  const images = imagesOf(article);
  if (images.kept < images.count) return images.kept === 0 ? t('fullText.textOnly') : t('fullText.textSome', images);
  const time = format.timeOrDate(fullText.state === 'kept' ? fullText.at : arrivedAt);
  return images.count === 0 ? t('fullText.sinceText', { time }) : t('fullText.since', { time, count: images.count });
}
