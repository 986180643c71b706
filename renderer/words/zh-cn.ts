import type { CatalogShape } from './catalog-shape.ts';
import type { en } from './en.ts';
import { credentialWords } from './zh-cn/credentials.ts';
import { dialogWords } from './zh-cn/dialogs.ts';
import { errorWords } from './zh-cn/errors.ts';
import { fullTextWords } from './zh-cn/full-text.ts';
import { gapWords } from './zh-cn/gaps.ts';
import { pageSourceWords } from './zh-cn/page-source.ts';
import { readyWords } from './zh-cn/ready.ts';
import { readingWords } from './zh-cn/reading.ts';
import { sourceWords } from './zh-cn/sources.ts';

/** Simplified Chinese. */
export const zhCn = { ...readingWords, ...dialogWords, ...credentialWords, ...fullTextWords, ...gapWords, ...pageSourceWords, ...readyWords, ...sourceWords, errors: errorWords } as const satisfies CatalogShape<typeof en>;
