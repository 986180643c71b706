import { dialogWords } from './en/dialogs.ts';
import { errorWords } from './en/errors.ts';
import { gapWords } from './en/gaps.ts';
import { readingWords } from './en/reading.ts';

/** English, the source of every other language. */
export const en = { ...readingWords, ...dialogWords, ...gapWords, errors: errorWords } as const;
