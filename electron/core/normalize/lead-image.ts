import { imageSource } from './image-source.ts';
import type { SanitizedArticle } from './sanitize-article.ts';
import { imageKey } from './short-hash.ts';

/** Puts the image that stands beside an item first in its body, where the body has none. */
export function withLeadImage(body: SanitizedArticle, image: string | null, base: string): SanitizedArticle {
  if (image === null || body.images.length > 0) return body;
  const url = imageSource({ src: image }, base);
  if (url === null) return body;
  const key = imageKey(url);
  return {
    html: `<figure><img src="img/${key}" alt="" /></figure>${body.html}`,
    text: body.text,
    images: [{ key, url }],
    addresses: [url.split('?', 1)[0] ?? url, ...body.addresses],
  };
}
