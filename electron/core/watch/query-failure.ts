import { isReaderErrorCode, ReaderError } from '../../contract/errors.ts';
import type { ErrorDetail } from '../../contract/model.ts';
import type { QueryFailure } from '../../contract/watch.ts';

/** Faults of the disk are nobody's query, nor is an index that is made anew. */
const FATAL: ReadonlySet<string> = new Set(['disk-full', 'database-damaged', 'search-damaged']);

/** What is wrong with a watch or a rule, as it is stored. Throws on what has nothing to do with it. */
export function failureOf(error: unknown): QueryFailure {
  if (error instanceof ReaderError && FATAL.has(error.code)) throw error;
  return error instanceof ReaderError ? { code: error.code, detail: error.detail } : { code: 'internal', detail: { reason: String(error) } };
}

export interface FailureColumns {
  readonly failureCode: string | null;
  readonly failureDetail: string | null;
}

/** A failure as it was stored. */
export function readFailure({ failureCode, failureDetail }: FailureColumns): QueryFailure | null {
  if (failureCode === null) return null;
  const detail = failureDetail === null ? {} : (JSON.parse(failureDetail) as ErrorDetail);
  return { code: isReaderErrorCode(failureCode) ? failureCode : 'internal', detail };
}
