import type { ErrorDetail } from '../../contract/model.ts';

/** Why something is not on this device: a ReaderErrorCode. */
export interface Why {
  readonly code: string;
  readonly detail: ErrorDetail;
}
