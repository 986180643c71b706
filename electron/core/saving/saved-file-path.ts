import { join } from 'node:path';

/** Where the PDF of a SHA-256 (64 hexadecimal digits) lives in a profile. Throws a RangeError on anything else: hashes come from addresses too. */
export function savedFilePath(profile: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256');
  return join(profile, 'files', sha256.slice(0, 2), `${sha256}.pdf`);
}
