import { hostOf } from '../fetch/address.ts';
import type { OfflineRow } from '../store/offline-rows.ts';
import type { Brought, Why } from './bring-article.ts';

/** So many in a row without any answer, and a host is left alone. */
const ENOUGH = 3;

type Asked = Pick<OfflineRow, 'url' | 'lacksText'>;

export interface Silence {
  /** What an article is passed over with whose host has not answered for a while; null where it may be asked. */
  of(row: Asked): Brought | null;
  note(row: Asked, brought: Pick<Brought, 'why' | 'silent'>): void;
  /** Nothing at all answers: there is no network. */
  isEverywhere(): boolean;
}

/**
 * Tells a host that is silent from a network that is gone, so that neither costs a timeout for each of its articles. Images often
 * come from another host than the page does: where that one is silent, the pages are asked for all the same.
 */
export function createSilence(): Silence {
  const pages = createTally();
  const images = createTally();
  let inRow = 0;
  let hasAnswered = false;
  return {
    of({ url, lacksText }) {
      const why = (lacksText ? pages : images).of(hostOf(url ?? ''));
      return why && { why, bytes: 0, isEnd: false, silent: lacksText ? 'page' : 'images' };
    },
    note({ url, lacksText }, { why, silent }) {
      const host = hostOf(url ?? '');
      if (why !== null && silent === 'images') images.add(host, why);
      else images.clear(host);
      if (lacksText && silent === 'page') {
        pages.add(host, { code: 'host-unreachable', detail: { host } });
        inRow += 1;
      } else if (lacksText || silent === null) {
        pages.clear(host);
        inRow = 0;
        hasAnswered = true;
      }
    },
    isEverywhere: () => inRow >= ENOUGH && (!hasAnswered || pages.size() > 1),
  };
}

function createTally() {
  const silent = new Map<string, { times: number; why: Why }>();
  return {
    add: (host: string, why: Why): void => void silent.set(host, { times: (silent.get(host)?.times ?? 0) + 1, why }),
    clear: (host: string): void => void silent.delete(host),
    size: (): number => silent.size,
    of(host: string): Why | null {
      const found = silent.get(host);
      return found && found.times >= ENOUGH ? found.why : null;
    },
  };
}
