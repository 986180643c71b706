import { MASK_OF_KEY, withoutPathKeys } from '../contract/path-key.ts';

/** What an address holds that must not be shown, stored or written: taken out of it, and put back for the request alone. */

/** Values of the secret parts of an address, by their names (`token`; a second of the name is `token:2`). */
export type SecretParts = Readonly<Record<string, string>>;

export interface SplitAddress {
  /** Without user and password, `***` in the place of each secret part. */
  readonly address: string;
  readonly parts: SecretParts;
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** Names under which keys and passwords travel in queries; always secret. */
const SECRET_NAME =
  /^(api|access|auth|oauth|bearer|app|session|user|feed|rss|atom|private|personal|download|subscriber|member|client|consumer|x|x-amz-security)?[-_.]?(token|apikey|api[-_.]key|secret|password|passwd|passwort|pwd|pass|pw|authkey|accesskey|feedkey|rsskey|userkey|secretkey|signature|x-amz-signature|jwt|passphrase)$/i;
/** Names that are as often harmless: what stands there decides. */
const DOUBTFUL_NAME = /^((api|access|account|app|auth|client|consumer|user|feed|licen[cs]e|rss|private|secret|service|session|subscriber|subscription|member)[-_.]?)?key$|^(auth|authorization|bearer|credentials?|sig|session([-_.]?id)?)$/i;
/** Words and what is short name a topic or a page, not a person. */
const HARMLESS_VALUE = /^.{0,7}$|^\p{L}{1,16}([-_+ ]\p{L}{1,16}){0,3}$/u;
const MASK = /^\*{3}\d?$/;
export const MASKED = MASK_OF_KEY;
/** By which a key in the path is called. */
const IN_PATH = 'path';

/** A percent-encoded part of an address as it reads; as it is where that cannot be told. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A bare percent sign in a password stands for itself.
    return part;
  }
}

function isSecret(name: string, value: string): boolean {
  if (value === '') return false;
  return MASK.test(value) || SECRET_NAME.test(name) || (DOUBTFUL_NAME.test(name) && !HARMLESS_VALUE.test(value));
}

/** Goes through the secret parts of a query, as written; `replace` says what stands there from now on. */
function mapSecrets(search: string, replace: (name: string, value: string) => string): string {
  if (search.length < 2) return search;
  const seen = new Map<string, number>();
  const pairs = search.slice(1).split('&').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 0) return pair;
    const plain = decoded(pair.slice(0, at));
    const value = pair.slice(at + 1);
    if (!isSecret(plain, decoded(value))) return pair;
    const nth = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, nth);
    return `${pair.slice(0, at)}=${replace(nth === 1 ? plain : `${plain}:${nth}`, value)}`;
  });
  return `?${pairs.join('&')}`;
}

/** Goes through what stands in a path for keys that were left out. */
function mapPathMasks(path: string, replace: (name: string) => string): string {
  let seen = 0;
  return path.includes(MASKED) ? path.split('/').map((segment) => (segment === MASKED ? replace((seen += 1) === 1 ? IN_PATH : `${IN_PATH}:${seen}`) : segment)).join('/') : path;
}

/** Takes the secrets out of an absolute address. One that is no address is answered as it is. `mask` stands in their place. */
export function splitAddress(text: string, mask = MASKED): SplitAddress {
  const url = URL.parse(text);
  if (!url) return { address: text, parts: {}, login: null };
  const parts: Record<string, string> = {};
  const login = url.username === '' && url.password === '' ? null : { user: decoded(url.username), password: decoded(url.password) };
  url.username = '';
  url.password = '';
  url.search = mapSecrets(url.search, (name, value) => {
    if (MASK.test(value)) return value;
    parts[name] = value;
    return mask;
  });
  return { address: url.href, parts, login };
}

/** The address as it may be shown, stored and written. */
export function publicAddress(text: string): string {
  // Most addresses have neither, and need no parsing.
  return text.includes('@') || text.includes('=') ? splitAddress(text).address : text;
}

/** Names of the parts of an address that are kept apart from it. */
export function maskedParts(address: string): string[] {
  const names: string[] = [];
  const url = URL.parse(address);
  if (!url) return names;
  mapPathMasks(url.pathname, (name) => (names.push(name), MASKED));
  mapSecrets(url.search, (name, value) => (MASK.test(value) ? (names.push(name), value) : value));
  return names;
}

/** What stands in the place of a key in this address: two feeds that differ by their key alone are told apart by it. */
export function maskOf(address: string): string {
  return /=(\*{3}\d?)(?=$|[&#])/.exec(address)?.[1] ?? MASKED;
}

/** Puts secret parts back in their places. Null where one of them is not known. */
export function joinAddress(address: string, parts: SecretParts): string | null {
  // Most addresses lack nothing, and need no parsing.
  if (!address.includes(MASKED)) return address;
  const url = URL.parse(address);
  if (!url) return address;
  let missing = false;
  // An address of a list from which keys in paths were left out.
  url.pathname = mapPathMasks(url.pathname, (name) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    missing ||= part === undefined;
    return part ?? MASKED;
  });
  url.search = mapSecrets(url.search, (name, value) => {
    if (!MASK.test(value)) return value;
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    missing ||= part === undefined;
    return part ?? value;
  });
  return missing ? null : url.href;
}

/** A text that people wrote, for a message about it: whatever looks like a user and password or a key is masked. */
export function withoutSecrets(text: string): string {
  // An XPath such as `//div[@class]` names no user.
  const inPaths = text.replaceAll(/[a-z][\w+.-]{1,20}:\/\/[^\s"'<>]+/gi, withoutPathKeys);
  const withoutUser = inPaths.replaceAll(/(:?)\/\/([^/?#\s@]*)@/g, (written, colon: string, user: string) => (colon === '' && user.endsWith('[') ? written : `${colon}//`));
  return withoutUser.replaceAll(/([?&#])([^=&?#]*)=([^&?#\s]*)/g, (pair, mark: string, name: string, value: string) => (isSecret(decoded(name), decoded(value)) ? `${mark}${name}=${MASKED}` : pair));
}

/** A user and password before a host: also with blanks and slashes in them, and without a scheme. A port is no password. */
const USER_AND_PASSWORD = /^([^:/?#]*:?\/\/)?[^\s/?#@:]*:(?!\/\/)(?!\d{1,5}(?:[/?#]|$)).*@/s;

/** What was meant for an address and is none, for a message about it: also what only might be a password is left out. */
export function quotedAddress(text: string): string {
  return withoutSecrets(text.replace(USER_AND_PASSWORD, '$1'));
}
