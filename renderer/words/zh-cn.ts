import type { CatalogShape } from './catalog-shape.ts';
import type { en } from './en.ts';
import { credentialWords } from './zh-cn/credentials.ts';
import { dialogWords } from './zh-cn/dialogs.ts';
import { errorWords } from './zh-cn/errors.ts';
import { readingWords } from './zh-cn/reading.ts';

/** Simplified Chinese. */
export const zhCn = { ...readingWords, ...dialogWords, ...credentialWords, errors: errorWords } as const satisfies CatalogShape<typeof en>;
