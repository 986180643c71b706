import * as tls from 'node:tls';
import type { SecureContext } from 'node:tls';

/** Roots that the system trusts beside Node's own: a company's proxy or server is signed by one of its. */
export interface SystemTrust {
  /** What connections are to trust from now on; undefined: Node's own roots. */
  readonly context: SecureContext | undefined;
  /** Whether an error says that the issuer of a certificate is unknown, and another context than the one `used` may know it. */
  mayKnow(error: unknown, used: SecureContext | undefined): boolean;
}

/** X.509 verdicts of OpenSSL that another root can turn; a wrong name or a past date is none of them. */
const UNKNOWN_ISSUER = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

function readRoots(): readonly string[] {
  // Node before 22.15 cannot read them.
  const { getCACertificates } = tls as Partial<typeof tls>;
  return getCACertificates?.('system') ?? [];
}

/** Reads the system's roots when the first certificate asks for them: that takes longer than a start may. */
export function createSystemTrust(systemRoots: () => readonly string[] = readRoots): SystemTrust {
  let context: SecureContext | undefined;
  let isRead = false;
  return {
    get context() {
      return context;
    },
    mayKnow(error, used) {
      if (!(error instanceof Error) || !UNKNOWN_ISSUER.has(String((error as NodeJS.ErrnoException).code))) return false;
      if (!isRead) {
        isRead = true;
        const roots = systemRoots();
        if (roots.length > 0) context = tls.createSecureContext({ ca: [...tls.getCACertificates('default'), ...roots] });
      }
      return context !== used;
    },
  };
}
