/** What a source is signed in to with. It goes up to the engine and never comes back: a feed says which kind it has, and no more. */

/** User and password as RFC 7617 sends them. */
export interface BasicCredentials {
  readonly kind: 'basic';
  /** Without a colon, which would end it (RFC 7617 section 2). */
  readonly user: string;
  readonly password: string;
}

/** A header of the site's own choosing: `Authorization: Bearer …`, `X-Api-Key: …`. */
export interface HeaderCredentials {
  readonly kind: 'header';
  readonly name: string;
  readonly value: string;
}

export type Credentials = BasicCredentials | HeaderCredentials;

/** New values for the parts of an address that are kept apart from it (`?token=***`), by the names of the parts. */
export interface AddressKeys {
  readonly kind: 'url';
  readonly keys: Readonly<Record<string, string>>;
}

/** `url`: parts of the address itself are secret; they stand as `***` wherever the address is shown. */
export type CredentialsKind = 'basic' | 'header' | 'url';

/** Headers that say who speaks, how the message is framed or where it goes: they are the client's to set, or a browser's. */
const RESERVED = new Set([
  'accept', 'accept-charset', 'accept-encoding', 'connection', 'cookie', 'cookie2', 'date', 'expect', 'forwarded', 'host', 'if-match', 'if-modified-since',
  'if-none-match', 'if-range', 'if-unmodified-since', 'keep-alive', 'origin', 'range', 'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding',
  'upgrade', 'user-agent', 'via',
]);
const RESERVED_PREFIX = /^(content-|proxy-|sec-|x-forwarded-|access-control-)/;

/** RFC 9110 section 5.6.2: a token. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;

/** Why a header of this name cannot be sent; null where it can. */
export function headerNameProblem(name: string): 'notAName' | 'reserved' | null {
  if (!TOKEN.test(name)) return 'notAName';
  const lower = name.toLowerCase();
  return RESERVED.has(lower) || RESERVED_PREFIX.test(lower) ? 'reserved' : null;
}

/** RFC 9110 section 5.5: visible characters of one byte, blanks and tabs; above all no line end. */
export function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7E\x80-\xFF]*$/.test(value) && value.trim() !== '';
}

/** RFC 7617 section 2: no control characters, and no colon in the user. */
export function isBasicPart(part: string, which: 'user' | 'password'): boolean {
  // oxlint-disable-next-line no-control-regex -- which ones may not be sent is the rule
  return !/[\x00-\x1F\x7F]/.test(part) && !(which === 'user' && part.includes(':'));
}
