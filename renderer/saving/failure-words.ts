import { NETWORK_CODES } from '../../electron/contract/errors.ts';
import type { SaveFailure } from '../../electron/contract/saving.ts';
import type { Words } from '../words/use-words.ts';

const SIGN_IN: ReadonlySet<string> = new Set(['login-wall', 'unauthorized', 'forbidden']);

/** It is there for those who are known to it. */
export function asksForSignIn({ code }: SaveFailure): boolean {
  return SIGN_IN.has(code);
}

/** What becomes of a page that gave no text. */
export function failureWords(failure: SaveFailure, { t }: Words): string {
  if (asksForSignIn(failure)) return t('saving.signIn');
  return (NETWORK_CODES as ReadonlySet<string>).has(failure.code) ? t('saving.later') : t('saving.linkOnly');
}
