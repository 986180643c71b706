import { credentialWords } from './en/credentials.ts';
import { dialogWords } from './en/dialogs.ts';
import { errorWords } from './en/errors.ts';
import { fullTextWords } from './en/full-text.ts';
import { gapWords } from './en/gaps.ts';
import { pageSourceWords } from './en/page-source.ts';
import { readyWords } from './en/ready.ts';
import { readingWords } from './en/reading.ts';
import { sourceWords } from './en/sources.ts';

/** English, the source of every other language. */
export const en = { ...readingWords, ...dialogWords, ...credentialWords, ...fullTextWords, ...gapWords, ...pageSourceWords, ...readyWords, ...sourceWords, errors: errorWords } as const;
