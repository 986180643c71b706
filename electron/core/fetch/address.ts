import { ReaderError } from '../../contract/errors.ts';
import { withoutSecrets } from '../secret-address.ts';

/** Longer ones are no addresses but mistakes or attacks. */
const LONGEST = 8192;
const WRAPPERS = /^[\s"'`<>「」《》“”‘’]+|[\s"'`<>「」《》“”‘’]+$/g;

function invalid(text: string): ReaderError {
  return new ReaderError('invalid-address', 'not an address', { address: withoutSecrets(text).slice(0, 200) });
}

/** The scheme that the text itself names, lower case; a host with a port names none. */
function namedScheme(text: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):(.?)/i.exec(text);
  if (!scheme?.[1]) return null;
  return /\d/.test(scheme[2] ?? '') ? null : scheme[1].toLowerCase();
}

function isLocalHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);
}

/**
 * Makes an absolute http or https address of what a person pastes: spaces, quotes, `feed:`, no scheme, an international
 * name. A name without a scheme becomes https, a bare local host http. Throws `invalid-address` or `unsupported-scheme`.
 */
export function normalizeAddress(text: string): string {
  if (text.length > LONGEST) throw invalid(text);
  let address = text.replace(WRAPPERS, '');
  const pseudo = /^(feed|rss|podcast|itpc|pcast):(\/\/)?/i.exec(address);
  if (pseudo) address = address.slice(pseudo[0].length);
  if (address.startsWith('//')) address = address.slice(2);
  const scheme = namedScheme(address);
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') {
    throw new ReaderError('unsupported-scheme', `cannot fetch ${scheme}: addresses`, { scheme, address: withoutSecrets(address).slice(0, 200) });
  }
  const parsed = URL.parse(scheme === null ? `https://${address}` : address);
  if (!parsed || parsed.hostname === '') throw invalid(text);
  if (scheme === null) {
    const local = isLocalHost(parsed.hostname);
    if (!local && parsed.port === '' && !parsed.hostname.includes('.')) throw invalid(text);
    if (local) parsed.protocol = 'http:';
  }
  parsed.hash = '';
  return parsed.href;
}

/** Whether the text leaves the choice between http and https to us. */
export function lacksScheme(text: string): boolean {
  return !/^https?:/i.test(text.replace(WRAPPERS, '').replace(/^feed:(\/\/)?/i, ''));
}

/** Host and port of an address for messages; the text itself where it is none. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? withoutSecrets(address).slice(0, 200);
}
