import { networkInterfaces } from 'node:os';
import { isLoopback } from './is-loopback.ts';

/** A feed that failed with a network code while no server answered anything. */
export interface Unanswered {
  readonly host: string;
  /** It failed at its last ask already, so its silence says little. */
  readonly failedBefore: boolean;
}

export interface NetworkEvidence {
  readonly unanswered: readonly Unanswered[];
  /** Whether any server answered in this refresh, be it with an error. */
  readonly answered: boolean;
  /** Every feed that can be asked was among the unanswered. */
  readonly wasAll: boolean;
  readonly offlineAlready: boolean;
  readonly hasNetwork: boolean;
}

/** Whether the network is missing, rather than the feeds at fault. */
export function isNetworkMissing({ unanswered, answered, wasAll, offlineAlready, hasNetwork }: NetworkEvidence): boolean {
  if (unanswered.length === 0) return false;
  if (!hasNetwork && !unanswered.some(({ host }) => isLoopback(host))) return true;
  if (answered) return false;
  if (wasAll || offlineAlready) return true;
  const hosts = new Set(unanswered.filter(({ failedBefore }) => !failedBefore).map(({ host }) => host));
  return hosts.size >= 2;
}

/** A refresh of this machine's own servers asks at every answer, and the system takes its time to tell. */
const ADDRESS_LASTS_MS = 500;
let lastLook = { at: Number.NEGATIVE_INFINITY, has: false };

/** Whether this machine has an address on any network but its own loopback, or had half a second ago. */
export function hasNetworkAddress(): boolean {
  const at = performance.now();
  if (at - lastLook.at > ADDRESS_LASTS_MS) {
    lastLook = { at, has: Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal)) };
  }
  return lastLook.has;
}
