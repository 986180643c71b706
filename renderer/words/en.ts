import { dialogWords } from './en/dialogs.ts';
import { errorWords } from './en/errors.ts';
import { pageSourceWords } from './en/page-source.ts';
import { readingWords } from './en/reading.ts';

/** English, the source of every other language. */
export const en = { ...readingWords, ...dialogWords, ...pageSourceWords, errors: errorWords } as const;
