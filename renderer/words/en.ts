import { backupWords } from './en/backup.ts';
import { bookmarkWords } from './en/bookmarks.ts';
import { commandWords } from './en/commands.ts';
import { credentialWords } from './en/credentials.ts';
import { dialogWords } from './en/dialogs.ts';
import { entityWords } from './en/entities.ts';
import { errorWords } from './en/errors.ts';
import { evidenceWords } from './en/evidence.ts';
import { firstRunWords } from './en/first-run.ts';
import { fullTextWords } from './en/full-text.ts';
import { gapWords } from './en/gaps.ts';
import { gazetteerWords } from './en/gazetteer.ts';
import { imageWords } from './en/images.ts';
import { pageSourceWords } from './en/page-source.ts';
import { readyWords } from './en/ready.ts';
import { readingWords } from './en/reading.ts';
import { savingWords } from './en/saving.ts';
import { searchWords } from './en/search.ts';
import { ruleWords } from './en/rules.ts';
import { storyWords } from './en/stories.ts';
import { watchWords } from './en/watch.ts';
import { transferWords } from './en/transfer.ts';
import { sourceWords } from './en/sources.ts';

/** English, the source of every other language. */
export const en = {
  ...backupWords,
  ...bookmarkWords,
  ...commandWords,
  ...credentialWords,
  ...dialogWords,
  ...entityWords,
  ...evidenceWords,
  ...firstRunWords,
  ...fullTextWords,
  ...gapWords,
  ...gazetteerWords,
  ...imageWords,
  ...pageSourceWords,
  ...readingWords,
  ...readyWords,
  ...savingWords,
  ...searchWords,
  ...sourceWords,
  ...storyWords,
  ...transferWords,
  ...ruleWords,
  ...watchWords,
  errors: errorWords,
} as const;
