import { backupWords } from './en/backup.ts';
import { credentialWords } from './en/credentials.ts';
import { dialogWords } from './en/dialogs.ts';
import { errorWords } from './en/errors.ts';
import { gapWords } from './en/gaps.ts';
import { pageSourceWords } from './en/page-source.ts';
import { readingWords } from './en/reading.ts';
import { transferWords } from './en/transfer.ts';
import { sourceWords } from './en/sources.ts';

/** English, the source of every other language. */
export const en = { ...readingWords, ...dialogWords, ...backupWords, ...credentialWords, ...gapWords, ...pageSourceWords, ...sourceWords, ...transferWords, errors: errorWords } as const;
