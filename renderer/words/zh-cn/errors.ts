import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { ErrorEntry } from '../error-entry.ts';
import { articleErrors } from './errors/article.ts';
import { documentErrors } from './errors/documents.ts';
import { libraryErrors } from './errors/library.ts';
import { networkErrors } from './errors/network.ts';

export const errorWords = { ...networkErrors, ...documentErrors, ...articleErrors, ...libraryErrors } as const satisfies Record<ReaderErrorCode, ErrorEntry>;
