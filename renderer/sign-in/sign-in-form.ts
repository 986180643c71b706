import type { AddressKeys, Credentials, CredentialsKind } from '../../electron/contract/credentials.ts';
import { headerNameProblem, isBasicPart, isHeaderValue } from '../../electron/contract/credentials.ts';

/** What stands in the fields, of every way at once: changing the way loses nothing that was typed. */
export interface SignInForm {
  readonly kind: CredentialsKind;
  readonly user: string;
  readonly password: string;
  readonly name: string;
  readonly value: string;
  readonly keys: Readonly<Record<string, string>>;
}

export const EMPTY_FORM: SignInForm = { kind: 'basic', user: '', password: '', name: '', value: '', keys: {} };

export type SignInField = 'user' | 'password' | 'name' | 'value' | 'keys';

/** Words for what is wrong, under the field where it is. */
export interface SignInProblem {
  readonly field: SignInField;
  readonly words: `signIn.${'needUser' | 'badUser' | 'badPassword' | 'badName' | 'reservedName' | 'needValue' | 'badValue'}`;
}

/** The parts of an address that are kept apart from it, by name; a second of the name is `token:2`. */
export function keyNames(feedUrl: string): string[] {
  const seen = new Map<string, number>();
  return [...feedUrl.matchAll(/[?&]([^=&#]+)=\*{3}\d?(?=[&#]|$)/g)].map((match) => {
    const name = decodeURIComponent(match[1] ?? '');
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth === 1 ? name : `${name}:${nth}`;
  });
}

/** What is wrong with what was typed, as the engine would say; null where it can be tried. */
export function problemOf(form: SignInForm, keys: readonly string[] = []): SignInProblem | null {
  if (form.kind === 'basic') {
    if (form.user === '' && form.password === '') return { field: 'user', words: 'signIn.needUser' };
    if (!isBasicPart(form.user, 'user')) return { field: 'user', words: 'signIn.badUser' };
    return isBasicPart(form.password, 'password') ? null : { field: 'password', words: 'signIn.badPassword' };
  }
  if (form.kind === 'url') return keys.every((name) => form.keys[name]?.trim()) ? null : { field: 'keys', words: 'signIn.needValue' };
  const problem = headerNameProblem(form.name.trim());
  if (problem) return { field: 'name', words: problem === 'reserved' ? 'signIn.reservedName' : 'signIn.badName' };
  if (form.value.trim() === '') return { field: 'value', words: 'signIn.needValue' };
  return isHeaderValue(form.value.trim()) ? null : { field: 'value', words: 'signIn.badValue' };
}

/** What is sent to the engine of it. */
export function credentialsOf({ kind, user, password, name, value, keys }: SignInForm): Credentials | AddressKeys {
  if (kind === 'basic') return { kind, user, password };
  if (kind === 'header') return { kind, name: name.trim(), value: value.trim() };
  return { kind, keys };
}
