import type { CallAnswer, ReaderApi } from '../contract/api.ts';
import { ReaderError, toWireError } from '../contract/errors.ts';
import { isReaderMethod, validateArgs } from '../contract/validate.ts';

/**
 * An object as JSON and structured clones know it, of whatever realm, or nothing at all: a schema of objects takes an
 * array, a Map or a Date for an object without keys.
 */
function isPlainObject(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * One call, whatever carried it: the method looked up, its arguments held to their schema, its answer or its error
 * wrapped. Never rejects; `onFault` hears of errors that no code of the contract names.
 */
export async function dispatch(api: ReaderApi, method: string, args: unknown, onFault: (error: unknown) => void = () => undefined): Promise<CallAnswer> {
  try {
    if (!isReaderMethod(method)) throw new ReaderError('unknown-method', `no method ${method}`, { method });
    if (!isPlainObject(args)) throw new ReaderError('invalid-argument', `${method}: the arguments are not an object`, { method, path: '', reason: 'not an object' });
    const call = api[method] as (args: unknown) => Promise<unknown>;
    return { ok: true, value: await call(validateArgs(method, args)) };
  } catch (error) {
    if (!(error instanceof ReaderError)) onFault(error);
    return { ok: false, error: toWireError(error) };
  }
}
