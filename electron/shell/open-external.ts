import { quotedAddress, withoutSecrets } from '../core/secret-address.ts';

/** Windows cuts longer addresses, and a cut address is another address. */
const MAX_LENGTH = 2000;

/** Of one that is told of: a password at its end must not be cut from the host by which it is known for one. */
const MOST_READ = 8192;

const SCHEMES = new Set(['https:', 'http:', 'mailto:']);

/**
 * The address to hand to the system, normalized, or null where it must not leave the app: other schemes start other
 * programs, and `user:password@` dresses one host as another.
 */
export function externalUrl(address: string): string | null {
  if (address.length > MAX_LENGTH || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'mailto:' && url.hostname === '') return null;
  return url.href.length > MAX_LENGTH ? null : url.href;
}

/** Opens an address of a page or a mail outside the app. Resolves to whether it was handed over. */
export async function openExternalSafely(address: string, open: (url: string) => Promise<void>, onProblem: (message: string) => void): Promise<boolean> {
  const url = externalUrl(address);
  if (url === null) {
    onProblem(`refused to open an address outside: ${quotedAddress(address.slice(0, MOST_READ)).slice(0, 200)}`);
    return false;
  }
  try {
    await open(url);
    return true;
  } catch (error) {
    onProblem(`the system could not open ${quotedAddress(url)}: ${withoutSecrets(String(error))}`);
    return false;
  }
}
