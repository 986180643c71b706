import { lookup as systemLookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { isPrivateAnswer } from './private-host.ts';

/** Of the error where a name has private addresses only. */
export const PRIVATE = 'EPRIVATE';

type Answered = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Looks a name up and leaves out every private address: a public name may be pointed at one (DNS rebinding). For `lookup` of node:net. */
export function publicLookup(hostname: string, options: LookupOptions, answered: Answered): void {
  systemLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[] | undefined) => {
    const open = (addresses ?? []).filter(({ address }) => !isPrivateAnswer(address));
    const [first] = open;
    if (error) answered(error, []);
    else if (!first) answered(Object.assign(new Error('private address'), { code: PRIVATE }), []);
    else if (options.all) answered(null, open);
    else answered(null, first.address, first.family);
  });
}
