import type { CallAnswer, ReaderApi } from '../contract/api.ts';
import { ReaderError, toWireError } from '../contract/errors.ts';
import { isReaderMethod, validateArgs } from '../contract/validate.ts';

/**
 * One call, whatever carried it: the method looked up, its arguments held to their schema, its answer or its error
 * wrapped. Never rejects; `onFault` hears of errors that no code of the contract names.
 */
export async function dispatch(api: ReaderApi, method: string, args: unknown, onFault: (error: unknown) => void = () => undefined): Promise<CallAnswer> {
  try {
    if (!isReaderMethod(method)) throw new ReaderError('unknown-method', `no method ${method}`, { method });
    const call = api[method] as (args: unknown) => Promise<unknown>;
    return { ok: true, value: await call(validateArgs(method, args)) };
  } catch (error) {
    if (!(error instanceof ReaderError)) onFault(error);
    return { ok: false, error: toWireError(error) };
  }
}
