import type { ArticleImage } from '../../electron/contract/article-image.ts';
import type { ReaderErrorCode } from '../../electron/contract/errors.ts';

const REFUSED: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['unauthorized', 'forbidden']);
const TOO_LARGE: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['image-too-large', 'image-too-complex', 'body-too-large']);

/** Which words stand in the place of an image that is not on this device: what became of it, and whether it will come. */
export function lackingWords({ state, code }: Pick<ArticleImage, 'state' | 'code'>, offline: boolean) {
  if (code === 'not-an-image') return 'images.notAnImage';
  if (code !== null && TOO_LARGE.has(code)) return 'images.tooLarge';
  if (state === 'gone') return 'images.gone';
  if (offline) return 'article.imageNotKept';
  if (state === 'pending') return 'article.imageLoading';
  if (state === 'kept') return 'article.imageFailed';
  return code !== null && REFUSED.has(code) ? 'images.refused' : 'images.retries';
}

/** Whether asking for it again may bring it: not what is too large whoever asks, nor what is here and cannot be shown, nor what comes by itself. */
export function mayBeRetried({ state, code }: Pick<ArticleImage, 'state' | 'code'>, offline: boolean): boolean {
  if (state === 'pending') return offline;
  return (state === 'failed' || state === 'gone') && (code === null || !TOO_LARGE.has(code));
}
