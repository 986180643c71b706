import { networkInterfaces } from 'node:os';
import type { FindRoutes, Route } from './route.ts';
import { parseProxyAnswer } from './route.ts';

export interface AskedRoutesOptions {
  /** Answers as Chromium does. Must not reject. */
  readonly ask: (url: string) => Promise<string>;
  readonly now?: () => number;
  /** Names the network that this machine is in; another name, another network. */
  readonly network?: () => string;
}

/** A setting that changed is noticed within this time; a network that changed, at once. */
const LASTS_MS = 3 * 60_000;
const MOST = 500;
/** The system takes its time to tell of its addresses. */
const LOOK_MS = 1000;

function addresses(): string {
  return Object.values(networkInterfaces())
    .flatMap((of) => of ?? [])
    .filter(({ internal }) => !internal)
    .map(({ cidr, address }) => cidr ?? address)
    .toSorted()
    .join(' ');
}

/** Routes as somebody else knows them, asked once for each origin and remembered for minutes. */
export function createAskedRoutes({ ask, now = Date.now, network = addresses }: AskedRoutesOptions): FindRoutes {
  const known = new Map<string, { readonly until: number; readonly routes: Promise<readonly Route[]> }>();
  let here = network();
  let looked = now();

  const look = (at: number): void => {
    if (Math.abs(at - looked) < LOOK_MS) return;
    looked = at;
    const next = network();
    if (next !== here) known.clear();
    here = next;
  };

  const learn = async (origin: string): Promise<readonly Route[]> => parseProxyAnswer(await ask(`${origin}/`));

  return (url) => {
    const at = now();
    look(at);
    const found = known.get(url.origin);
    // A clock that was put back makes nothing last longer.
    if (found && found.until > at && found.until - at <= LASTS_MS) return found.routes;
    if (known.size >= MOST) known.clear();
    const routes = learn(url.origin);
    known.set(url.origin, { until: at + LASTS_MS, routes });
    return routes;
  };
}
