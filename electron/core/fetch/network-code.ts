import type { ReaderErrorCode } from '../../contract/errors.ts';
import { PRIVATE } from './public-lookup.ts';

const BY_CODE: Readonly<Record<string, ReaderErrorCode>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_FAIL: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  EAI_NONAME: 'host-not-found',
  ENODATA: 'host-not-found',
  ETIMEDOUT: 'timeout',
  [PRIVATE]: 'private-network',
  EPROTO: 'tls-failed',
  ERR_INVALID_URL: 'invalid-address',
  ERR_UNESCAPED_CHARACTERS: 'invalid-address',
};

/** What node:tls names of certificates; OpenSSL's own verdicts have no common prefix. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // Several addresses tried at once fail as one AggregateError without a code of its own.
  if (error instanceof AggregateError && !('code' in error && error.code)) return systemCode(error.errors[0]);
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : systemCode(error.cause);
}

/** The code under which a failed connection is told, and the system's own name for it. */
export function networkCode(error: unknown): { readonly code: ReaderErrorCode; readonly reason: string } {
  const reason = systemCode(error);
  if (TLS.test(reason)) return { code: 'tls-failed', reason };
  if (reason.startsWith('HPE_')) return { code: 'http-error', reason };
  return { code: BY_CODE[reason] ?? 'host-unreachable', reason };
}
