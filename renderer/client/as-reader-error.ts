import { ReaderError } from '../../electron/contract/errors.ts';

/** Anything caught, as an error that the screen has words for. */
export function asReaderError(error: unknown): ReaderError {
  if (error instanceof ReaderError) return error;
  return new ReaderError('internal', error instanceof Error ? error.message : String(error));
}
