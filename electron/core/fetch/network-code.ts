import type { ReaderErrorCode } from '../../contract/errors.ts';

const BY_CODE: Readonly<Record<string, ReaderErrorCode>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_FAIL: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  EAI_NONAME: 'host-not-found',
  ENODATA: 'host-not-found',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'http-error',
  EPROTO: 'tls-failed',
  ERR_INVALID_URL: 'invalid-address',
  UND_ERR_INVALID_ARG: 'invalid-address',
};

/** What node:tls names of certificates; OpenSSL's own verdicts have no common prefix. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // Several addresses tried at once fail as one AggregateError without a code of its own.
  if (error instanceof AggregateError && !('code' in error && error.code)) return systemCode(error.errors[0]);
  const { code } = error as NodeJS.ErrnoException;
  // undici leaves out the code of a first line that is no HTTP at all.
  if (error.name === 'HTTPParserError') return code ?? 'HPE_INVALID';
  return typeof code === 'string' ? code : systemCode(error.cause);
}

/** The code under which a failed connection is told, and the system's own name for it. */
export function networkCode(error: unknown): { readonly code: ReaderErrorCode; readonly reason: string } {
  const reason = systemCode(error);
  if (TLS.test(reason)) return { code: 'tls-failed', reason };
  if (reason.startsWith('HPE_')) return { code: 'http-error', reason };
  return { code: BY_CODE[reason] ?? 'host-unreachable', reason };
}
