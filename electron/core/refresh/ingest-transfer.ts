import type { IncomingArticle } from '../normalize/incoming-article.ts';
import type { IngestAnswer } from './ingest-protocol.ts';

/** An answer, and the buffers that go over to whoever asked without being copied. */
export interface Transfer {
  readonly value: IngestAnswer;
  readonly buffers: readonly ArrayBuffer[];
}

/** Readies an answer for another thread. All bodies of a document share one buffer, for each transferred takes its time. */
export function toTransfer(value: IngestAnswer): Transfer {
  if ('articles' in value) {
    const { articles, buffer } = packed(value.articles);
    return { value: { ...value, articles }, buffers: [buffer] };
  }
  if ('image' in value) {
    // Its bytes may be a window on a shared buffer, which can be neither transferred nor cheaply copied.
    const bytes = new Uint8Array(value.image.bytes);
    return { value: { ...value, image: { ...value.image, bytes } }, buffers: [bytes.buffer] };
  }
  return { value, buffers: [] };
}

function packed<Article extends object>(articles: readonly (Article | IncomingArticle)[]): { articles: (Article | IncomingArticle)[]; buffer: ArrayBuffer } {
  const length = articles.reduce((sum, article) => sum + ('body' in article ? article.body.length : 0), 0);
  const all = new Uint8Array(length);
  let at = 0;
  const views = articles.map((article) => {
    if (!('body' in article)) return article;
    const body = all.subarray(at, at + article.body.length);
    body.set(article.body);
    at += body.length;
    return { ...article, body };
  });
  return { articles: views, buffer: all.buffer };
}
