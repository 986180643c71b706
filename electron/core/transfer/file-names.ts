import { dayOf } from './exported-article.ts';
import type { ExportedArticle } from './exported-article.ts';

/** What some file system refuses in a name: Windows refuses most. */
// oxlint-disable-next-line no-control-regex
const REFUSED = /[\u0000-\u001f\u007f<>:"/\\|?*\u2028\u2029]+/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** A path of some file systems holds 255 bytes a name; a Chinese character takes three. */
const LONGEST = 60;

/** A title as the name of a file on any system, without an extension. Never empty. */
export function fileName(title: string): string {
  const plain = Array.from(title.replace(REFUSED, ' ').replace(/\s+/gu, ' ').trim()).slice(0, LONGEST).join('').replace(/^[.\s]+|[.\s]+$/gu, '');
  if (plain === '') return 'article';
  return RESERVED.test(plain) ? `${plain}_` : plain;
}

/** Names of the articles of one export, no two alike where case does not count. */
export class FileNames {
  readonly #used = new Set<string>();

  next({ title, publishedAt, retrievedAt }: Pick<ExportedArticle, 'title' | 'publishedAt' | 'retrievedAt'>): string {
    const base = `${dayOf(publishedAt ?? retrievedAt)} ${fileName(title)}`;
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base} ${number}`;
      const folded = name.toLowerCase();
      if (this.#used.has(folded)) continue;
      this.#used.add(folded);
      return name;
    }
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/svg+xml': 'svg', 'image/avif': 'avif', 'image/bmp': 'bmp', 'image/x-icon': 'ico',
};

/** `0f….png` for an image. */
export function imageName({ key, type }: { readonly key: string; readonly type: string }): string {
  return `${key}.${EXTENSIONS[type] ?? 'img'}`;
}
