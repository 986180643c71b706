import type { Credentials } from '../../contract/credentials.ts';
import { decoded, joinAddress, MASKED, splitAddress, type SecretParts } from '../secret-address.ts';
import { FetchStopped } from './fetch-failure.ts';
import type { Fetcher } from './fetch-result.ts';

/** What signs a source in, and the one origin (RFC 6454: scheme, host and port) that may hear it. Structured-cloneable. */
export interface Login {
  readonly origin: string;
  readonly credentials: Credentials | null;
  /** What belongs into the address where `***` stands. */
  readonly parts: SecretParts;
}

/** Whether a login given for one origin may be sent to an address: the same origin, or the same host after it turned to https. */
export function mayHear(origin: string, url: URL): boolean {
  if (url.origin === origin) return true;
  const own = URL.parse(origin);
  return own?.protocol === 'http:' && own.port === '' && url.protocol === 'https:' && url.port === '' && url.hostname === own.hostname;
}

/** The header that credentials are sent as. */
export function loginHeader(credentials: Credentials | null): Readonly<Record<string, string>> {
  if (credentials === null) return {};
  if (credentials.kind === 'header') return { [credentials.name.toLowerCase()]: credentials.value };
  // RFC 7617 section 2.1: most servers read UTF-8.
  return { authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}` };
}

/** The address with its secret parts, for the request alone. Throws FetchStopped `sign-in-missing` where one is not known, or not for that origin. */
export function addressFor(address: string, login: Login | null): string {
  const url = URL.parse(address);
  if (!url) return address;
  const joined = joinAddress(address, login && mayHear(login.origin, url) ? login.parts : {});
  if (joined === null) throw new FetchStopped('sign-in-missing', { host: url.host });
  return joined;
}

/** What is shorter stands in texts by chance. */
const SHORTEST_ALONE = 12;

/** A key as it stands in an address, and as servers write it elsewhere: decoded, encoded anew, in markup. */
function writtenAs(value: string): readonly string[] {
  const plain = decoded(value);
  return [...new Set([value, plain, encodeURIComponent(plain), plain.replaceAll('&', '&amp;')])].toSorted((a, b) => b.length - a.length);
}

/** What must not leave with an answer: keys with their names, and alone what is long enough to be nothing else. */
function secretTexts({ parts, credentials }: Login): { readonly secret: string; readonly mask: string }[] {
  const pairs = Object.entries(parts).flatMap(([key, value]) => {
    const name = key.replace(/:\d+$/, '');
    const written = writtenAs(value);
    return [
      ...written.map((one) => ({ secret: `${name}=${one}`, mask: `${name}=${MASKED}` })),
      // In an address that is a part of another one.
      ...written.map((one) => ({ secret: encodeURIComponent(`${name}=${one}`), mask: encodeURIComponent(`${name}=`) + MASKED })),
    ];
  });
  const inAddress = credentials?.kind === 'basic' && credentials.password !== '' ? [`${credentials.user}:${credentials.password}@`, `${encodeURIComponent(credentials.user)}:${encodeURIComponent(credentials.password)}@`] : [];
  const header = Object.values(loginHeader(credentials)).flatMap((value) => [value, value.split(' ').at(-1) ?? value]);
  const alone = [...Object.values(parts).flatMap(writtenAs), ...(credentials?.kind === 'basic' ? writtenAs(encodeURIComponent(credentials.password)) : []), ...header];
  const bare = inAddress.map((user) => ({ secret: `//${user}`, mask: '//' }));
  return [...pairs, ...bare, ...alone.filter((secret) => secret.length >= SHORTEST_ALONE).map((secret) => ({ secret, mask: MASKED }))];
}

/** A text without the login that it may repeat; what else is secret in it stays. */
export function withoutLogin(text: string, login: Login): string {
  return secretTexts(login).reduce((rest, { secret, mask }) => rest.replaceAll(secret, mask), text);
}

/** An address that a server gave, with nothing secret in it. `mask` stands where keys stood. */
export function maskAddress(address: string, login: Login, mask = MASKED): string {
  return withoutLogin(splitAddress(address, mask).address, login);
}

const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
];

/** A body without the login that a server may repeat in it: in its own address, in the links to its articles. Whatever its encoding. */
export function maskBody(body: Uint8Array, login: Login): Uint8Array {
  let bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  for (const { secret, mask } of secretTexts(login)) {
    for (const encode of ENCODINGS) bytes = replaceBytes(bytes, encode(secret), encode(mask));
  }
  return bytes;
}

function replaceBytes(bytes: Buffer<ArrayBuffer | SharedArrayBuffer>, from: Buffer, to: Buffer): Buffer<ArrayBuffer | SharedArrayBuffer> {
  const kept: Buffer[] = [];
  let start = 0;
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, start)) {
    kept.push(bytes.subarray(start, at), to);
    start = at + from.length;
  }
  return kept.length === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(start)]);
}

/** A fetcher that sends a login with every request whose origin it was given for. */
export function withLogin(fetcher: Fetcher, login: Login | null | undefined): Fetcher {
  return login ? (request, signal) => fetcher({ ...request, login }, signal) : fetcher;
}
