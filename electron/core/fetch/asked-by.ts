import { isPrivateHost } from './private-host.ts';

/**
 * On whose word an address is asked, which says how far that may lead: a person's to wherever the address leads; a document's, by its
 * address, not from a public one into a private network. Of a document whose address nobody knows (`null`), such as a file that was
 * handed in, only public hosts are asked.
 */
export type AskedBy = 'person' | { readonly document: string | null };

/** The word of a document that may be anybody's. */
export const ANYBODY: AskedBy = { document: null };

function webHost(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.hostname : null;
}

/** Whether a request to this hostname, on this word, may connect to public addresses alone. The host of a public document was chosen itself, wherever its name leads. */
export function isPublicOnly(askedBy: AskedBy, hostname: string): boolean {
  if (askedBy === 'person') return false;
  const from = webHost(askedBy.document);
  return from === null || (!isPrivateHost(from) && from !== hostname);
}

/** Whether what a document at `from` names may be asked for: a public page must not send us into the network that we stand in. */
export function mayLead(from: string | null, to: string): boolean {
  const [source, target] = [webHost(from), webHost(to)];
  return target !== null && (!isPrivateHost(target) || (source !== null && isPrivateHost(source)));
}
