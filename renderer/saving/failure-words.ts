import { NETWORK_CODES } from '../../electron/contract/errors.ts';
import type { SaveFailure } from '../../electron/contract/saving.ts';
import type { Words } from '../words/use-words.ts';

const SIGN_IN: ReadonlySet<string> = new Set(['login-wall', 'unauthorized', 'forbidden']);

/** What becomes of a page that gave no text. */
export function failureWords({ code }: SaveFailure, { t }: Words): string {
  if (SIGN_IN.has(code)) return t('saving.signIn');
  return (NETWORK_CODES as ReadonlySet<string>).has(code) ? t('saving.later') : t('saving.linkOnly');
}
