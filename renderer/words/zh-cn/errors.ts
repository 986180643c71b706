import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { ErrorEntry } from '../error-entry.ts';
import { articlePageErrors } from './errors/article-page.ts';
import { bookmarkErrorWords } from './bookmark-errors.ts';
import { documentErrors } from './errors/documents.ts';
import { libraryErrors } from './errors/library.ts';
import { offlineErrors } from './errors/offline.ts';
import { networkErrors } from './errors/network.ts';

export const errorWords = {
  ...networkErrors,
  ...documentErrors,
  ...articlePageErrors,
  ...bookmarkErrorWords,
  ...libraryErrors,
  ...offlineErrors,
} as const satisfies Record<ReaderErrorCode, ErrorEntry>;
