import type { CatalogShape } from './catalog-shape.ts';
import type { en } from './en.ts';
import { backupWords } from './zh-cn/backup.ts';
import { bookmarkWords } from './zh-cn/bookmarks.ts';
import { commandWords } from './zh-cn/commands.ts';
import { credentialWords } from './zh-cn/credentials.ts';
import { desktopWords } from './zh-cn/desktop.ts';
import { dialogWords } from './zh-cn/dialogs.ts';
import { entityWords } from './zh-cn/entities.ts';
import { errorWords } from './zh-cn/errors.ts';
import { evidenceWords } from './zh-cn/evidence.ts';
import { firstRunWords } from './zh-cn/first-run.ts';
import { fullTextWords } from './zh-cn/full-text.ts';
import { gapWords } from './zh-cn/gaps.ts';
import { gazetteerWords } from './zh-cn/gazetteer.ts';
import { imageWords } from './zh-cn/images.ts';
import { lookWords } from './zh-cn/look.ts';
import { lensWords } from './zh-cn/lens.ts';
import { pageSourceWords } from './zh-cn/page-source.ts';
import { readyWords } from './zh-cn/ready.ts';
import { readingWords } from './zh-cn/reading.ts';
import { savingWords } from './zh-cn/saving.ts';
import { searchWords } from './zh-cn/search.ts';
import { ruleWords } from './zh-cn/rules.ts';
import { storyWords } from './zh-cn/stories.ts';
import { watchWords } from './zh-cn/watch.ts';
import { priceWords } from './zh-cn/prices.ts';
import { unitWords } from './zh-cn/units.ts';
import { transferWords } from './zh-cn/transfer.ts';
import { sourceWords } from './zh-cn/sources.ts';

/** Simplified Chinese. */
export const zhCn = {
  ...backupWords,
  ...bookmarkWords,
  ...commandWords,
  ...credentialWords,
  ...desktopWords,
  ...dialogWords,
  ...entityWords,
  ...evidenceWords,
  ...firstRunWords,
  ...fullTextWords,
  ...gapWords,
  ...gazetteerWords,
  ...imageWords,
  ...lookWords,
  ...lensWords,
  ...pageSourceWords,
  ...priceWords,
  ...readingWords,
  ...readyWords,
  ...savingWords,
  ...searchWords,
  ...sourceWords,
  ...storyWords,
  ...transferWords,
  ...unitWords,
  ...ruleWords,
  ...watchWords,
  errors: errorWords,
} as const satisfies CatalogShape<typeof en>;
