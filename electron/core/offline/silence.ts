import { NETWORK_CODES } from '../../contract/errors.ts';
import type { Why } from './bring-article.ts';

/** So many in a row without any answer, and a host is left alone. */
const ENOUGH = 3;

const codes: ReadonlySet<string> = NETWORK_CODES;

export interface Silence {
  /** What a host that has not answered for a while is passed over with; null where it may be asked. */
  of(url: string | null): { readonly why: Why; readonly bytes: number; readonly isEnd: boolean } | null;
  note(url: string | null, why: Why | null): void;
  /** Nothing at all answers: there is no network. */
  isEverywhere(): boolean;
}

/** Tells a host that is silent from a network that is gone, so that neither costs a timeout for each of its articles. */
export function createSilence(): Silence {
  const silent = new Map<string, number>();
  let inRow = 0;
  let hasAnswered = false;
  return {
    of(url) {
      const host = hostOf(url);
      return (silent.get(host) ?? 0) < ENOUGH ? null : { why: { code: 'host-unreachable', detail: { host } }, bytes: 0, isEnd: false };
    },
    note(url, why) {
      const host = hostOf(url);
      if (why !== null && codes.has(why.code)) {
        silent.set(host, (silent.get(host) ?? 0) + 1);
        inRow += 1;
        return;
      }
      silent.delete(host);
      inRow = 0;
      hasAnswered = true;
    },
    isEverywhere: () => inRow >= ENOUGH && (!hasAnswered || silent.size > 1),
  };
}

function hostOf(url: string | null): string {
  return (url === null ? null : URL.parse(url)?.host) ?? '';
}
