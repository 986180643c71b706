import type { CatalogShape } from './catalog-shape.ts';
import type { en } from './en.ts';
import { backupWords } from './zh-cn/backup.ts';
import { credentialWords } from './zh-cn/credentials.ts';
import { dialogWords } from './zh-cn/dialogs.ts';
import { errorWords } from './zh-cn/errors.ts';
import { gapWords } from './zh-cn/gaps.ts';
import { pageSourceWords } from './zh-cn/page-source.ts';
import { readingWords } from './zh-cn/reading.ts';
import { transferWords } from './zh-cn/transfer.ts';
import { sourceWords } from './zh-cn/sources.ts';

/** Simplified Chinese. */
export const zhCn = { ...readingWords, ...dialogWords, ...backupWords, ...credentialWords, ...gapWords, ...pageSourceWords, ...sourceWords, ...transferWords, errors: errorWords } as const satisfies CatalogShape<typeof en>;
