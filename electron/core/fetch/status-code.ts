import type { ReaderErrorCode } from '../../contract/errors.ts';

/** The code under which an HTTP status that brought no document is told. */
export function statusCode(status: number): ReaderErrorCode {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 410:
      return 'gone';
    case 429:
      return 'rate-limited';
    default:
      return status >= 500 && status < 600 ? 'server-error' : 'http-error';
  }
}

/** RFC 9110 section 15.4: the statuses that lead elsewhere. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

export function isPermanent(status: number): boolean {
  return status === 301 || status === 308;
}
