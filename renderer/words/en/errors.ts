import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { ErrorEntry } from '../error-entry.ts';
import { savingErrorWords } from './saving-errors.ts';
import { articlePageErrors } from './errors/article-page.ts';
import { backupErrors } from './backup.ts';
import { bookmarkErrorWords } from './bookmark-errors.ts';
import { gazetteerErrorWords } from './gazetteer-errors.ts';
import { documentErrors } from './errors/documents.ts';
import { imageErrorWords } from './image-errors.ts';
import { libraryErrors } from './errors/library.ts';
import { offlineErrors } from './errors/offline.ts';
import { networkErrors } from './errors/network.ts';
import { watchErrors } from './errors/watch.ts';
import { searchErrors } from './errors/search.ts';
import { transferErrors } from './errors/transfer.ts';

export const errorWords = {
  ...networkErrors,
  ...documentErrors,
  ...articlePageErrors,
  ...backupErrors,
  ...bookmarkErrorWords,
  ...gazetteerErrorWords,
  ...imageErrorWords,
  ...savingErrorWords,
  ...libraryErrors,
  ...transferErrors,
  ...searchErrors,
  ...offlineErrors,
  ...watchErrors,
} as const satisfies Record<ReaderErrorCode, ErrorEntry>;
