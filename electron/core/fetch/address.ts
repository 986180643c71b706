import { ReaderError } from '../../contract/errors.ts';
import { quotedAddress } from '../secret-address.ts';

/** Longer ones are no addresses but mistakes or attacks. */
const LONGEST = 8192;
/** What stands around an address in a sentence, a mail or a chat, Chinese or Western. */
const BEFORE = new Set(`"'\`<>「」『』《》〈〉“”‘’„«»‹›（(【［〔，。、；：！`);
const AFTER = new Set(`"'\`<>「」『』《》〈〉“”‘’„«»‹›）】［］〔〕，。、；：！？,;!.`);
const AFTER_UNOPENED = new Set([...AFTER, ')']);
/** Marks that no one sees, and that come along when text is copied. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
const PSEUDO = /^(?:feed|rss|podcast|itpc|pcast):(?:\/\/)?/i;

function isBlank(character: string | undefined): boolean {
  return character !== undefined && character.trim() === '';
}

/** Walks in from both ends: an expression would take the square of a long run of blanks. */
function unwrapped(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && (BEFORE.has(text[start] ?? '') || isBlank(text[start]))) start++;
  // A bracket at the end belongs to an address that opened it.
  const after = text.includes('(', start) ? AFTER : AFTER_UNOPENED;
  while (end > start && (after.has(text[end - 1] ?? '') || isBlank(text[end - 1]))) end--;
  return text.slice(start, end);
}

/** The address in what a person pasted, with the words around it, line breaks and full-width forms taken away. */
function addressIn(text: string): string {
  const seen = unwrapped(text.replace(INVISIBLE, '').replace(/：\s?(?:\/\/|／／)/, '://').split(/[\r\n]+/).map((line) => line.trim()).join(''));
  const named = seen.search(/(?<![\w=/&?%.-])(?:feed:(?:\/\/)?)?(?:https?|ｈｔｔｐｓ?):\/\//i);
  const cut = named > 0 ? unwrapped(seen.slice(named).split(/[\s，。；、）】》」”]/, 1)[0] ?? '') : seen;
  const address = cut.replace(PSEUDO, '').replace(/^\/\//, '').replace(/^https?\/\//i, (scheme) => scheme.replace('//', '://'));
  // IDNA does the same to a host.
  const [head = ''] = /^(?:[^/]*\/\/)?[^/?#]*/.exec(address) ?? [];
  return (head.normalize('NFKC') + address.slice(head.length)).replace(/^https?:\/\/(?=https?:\/\/)/i, '');
}

function invalid(text: string): ReaderError {
  return new ReaderError('invalid-address', 'not an address', { address: quotedAddress(text).slice(0, 200) });
}

/** A user and password before a host, where the scheme was left out: as `curl -u` and browsers take it. */
const SIGNED = /^[a-z][a-z0-9+.-]*:(?!\/\/)[^\s/?#]*@[^\s/?#@]/i;
/** Schemes whose addresses have that form, too. */
const SIGNED_SCHEME = /^(?:mailto|xmpp|sips?|acct|im|pres|skype|sms|tel|urn|data|javascript):/i;

/** The scheme that the text itself names, lower case; a host with a port names none, nor does a user with a password. */
function namedScheme(text: string): string | null {
  if (SIGNED.test(text) && !SIGNED_SCHEME.test(text)) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):(.?)/i.exec(text);
  if (!scheme?.[1]) return null;
  return /\d/.test(scheme[2] ?? '') ? null : scheme[1].toLowerCase();
}

function isLocalHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);
}

/**
 * Makes an absolute http or https address of what a person pastes: spaces, quotes, Chinese punctuation, words before it,
 * `feed:`, no scheme, an international name. A name without a scheme becomes https, a bare local host http. Throws `invalid-address` or `unsupported-scheme`.
 */
export function normalizeAddress(text: string): string {
  if (text.length > LONGEST) throw invalid(text);
  const address = addressIn(text);
  const scheme = namedScheme(address);
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') {
    throw new ReaderError('unsupported-scheme', `cannot fetch ${scheme}: addresses`, { scheme, address: quotedAddress(address).slice(0, 200) });
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
  return !/^https?:/i.test(addressIn(text.slice(0, LONGEST)));
}

/** Host and port of an address for messages; the text itself where it is none. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? quotedAddress(address).slice(0, 200);
}
