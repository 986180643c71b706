import { backupWords } from './en/backup.ts';
import { bookmarkWords } from './en/bookmarks.ts';
import { commandWords } from './en/commands.ts';
import { credentialWords } from './en/credentials.ts';
import { desktopWords } from './en/desktop.ts';
import { dialogWords } from './en/dialogs.ts';
import { entityWords } from './en/entities.ts';
import { errorWords } from './en/errors.ts';
import { evidenceWords } from './en/evidence.ts';
import { firstRunWords } from './en/first-run.ts';
import { fullTextWords } from './en/full-text.ts';
import { gapWords } from './en/gaps.ts';
import { gazetteerWords } from './en/gazetteer.ts';
import { imageWords } from './en/images.ts';
import { lookWords } from './en/look.ts';
import { lensWords } from './en/lens.ts';
import { pageSourceWords } from './en/page-source.ts';
import { readyWords } from './en/ready.ts';
import { readingWords } from './en/reading.ts';
import { savingWords } from './en/saving.ts';
import { searchWords } from './en/search.ts';
import { ruleWords } from './en/rules.ts';
import { storyWords } from './en/stories.ts';
import { watchWords } from './en/watch.ts';
import { priceWords } from './en/prices.ts';
import { unitWords } from './en/units.ts';
import { transferWords } from './en/transfer.ts';
import { sourceWords } from './en/sources.ts';

/** English, the source of every other language. */
export const en = {
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
} as const;
