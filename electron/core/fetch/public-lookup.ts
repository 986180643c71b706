import { lookup as systemLookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { isPrivateAddress } from './private-host.ts';

type Answered = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Looks a name up and leaves out every private address: a public name may be pointed at one (DNS rebinding). For `lookup` of node:net. */
export function publicLookup(hostname: string, options: LookupOptions, answered: Answered): void {
  systemLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[] | undefined) => {
    const open = (addresses ?? []).filter(({ address }) => !isPrivateAddress(address));
    const [first] = open;
    if (error) answered(error, []);
    else if (!first) answered(Object.assign(new Error('private address'), { code: 'EHOSTUNREACH' }), []);
    else if (options.all) answered(null, open);
    else answered(null, first.address, first.family);
  });
}
