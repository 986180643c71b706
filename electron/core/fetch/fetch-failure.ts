import type { ErrorDetail } from '../../contract/model.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { FetchFailure } from './fetch-result.ts';

/** Carries an expected failure up to the fetcher, which answers it as a value. */
export class FetchStopped extends Error {
  readonly result: FetchFailure;

  constructor(code: ReaderErrorCode, detail: ErrorDetail, retryAt: number | null = null) {
    super(code);
    this.result = { kind: 'failed', code, detail, retryAt };
  }
}
