import { bookmarkWords } from './en/bookmarks.ts';
import { credentialWords } from './en/credentials.ts';
import { dialogWords } from './en/dialogs.ts';
import { errorWords } from './en/errors.ts';
import { evidenceWords } from './en/evidence.ts';
import { gapWords } from './en/gaps.ts';
import { pageSourceWords } from './en/page-source.ts';
import { readingWords } from './en/reading.ts';
import { sourceWords } from './en/sources.ts';

/** English, the source of every other language. */
export const en = { ...readingWords, ...dialogWords, ...credentialWords, ...evidenceWords, ...bookmarkWords, ...gapWords, ...pageSourceWords, ...sourceWords, errors: errorWords } as const;
