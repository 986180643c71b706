import { credentialWords } from './en/credentials.ts';
import { dialogWords } from './en/dialogs.ts';
import { errorWords } from './en/errors.ts';
import { readingWords } from './en/reading.ts';

/** English, the source of every other language. */
export const en = { ...readingWords, ...dialogWords, ...credentialWords, errors: errorWords } as const;
