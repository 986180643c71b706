import { BlockList, isIP } from 'node:net';

/** Addresses that mean something on one machine or one network only (RFC 6890 and its registries). */
const PRIVATE = new BlockList();
for (const [address, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16],
  ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) PRIVATE.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of [['::', 127], ['64:ff9b:1::', 48], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]] as const) PRIVATE.addSubnet(address, prefix, 'ipv6');

const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|test|home\.arpa)$/;
/** Translated addresses carry one of version 4 in their last 32 bits (RFC 6052, RFC 3056). */
const CARRIES_V4 = /^(?:::ffff:|64:ff9b::)(?:(\d+\.\d+\.\d+\.\d+)|([\da-f]{1,4}):([\da-f]{1,4}))$|^2002:([\da-f]{1,4}):([\da-f]{1,4}):/i;

function carriedV4(address: string): string | null {
  const found = CARRIES_V4.exec(address);
  if (!found) return null;
  if (found[1] !== undefined) return found[1];
  const [high, low] = [found[2] ?? found[4] ?? '0', found[3] ?? found[5] ?? '0'].map((part) => Number.parseInt(part, 16)) as [number, number];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

/** Whether an IP address, version 4 or 6, without brackets, belongs to this machine or a private network. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return PRIVATE.check(address, 'ipv4');
  if (version !== 6) return false;
  const carried = carriedV4(address);
  return carried === null ? PRIVATE.check(address, 'ipv6') : PRIVATE.check(carried, 'ipv4');
}

/** Tunnels and their like answer every name with one of these (RFC 2544), and know themselves where it leads. */
const STAND_IN = new BlockList();
STAND_IN.addSubnet('198.18.0.0', 15, 'ipv4');

/** Whether a name that leads to this IP address belongs to this machine or a private network. */
export function isPrivateAnswer(address: string): boolean {
  const v4 = carriedV4(address) ?? address;
  return isPrivateAddress(address) && !(isIP(v4) === 4 && STAND_IN.check(v4, 'ipv4'));
}

/** Whether a URL's hostname names this machine or a private network by what it says: an address, a bare name, a name of such a domain. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[')) return isPrivateAddress(name.slice(1, -1));
  return isIP(name) === 4 ? isPrivateAddress(name) : !name.includes('.') || PRIVATE_NAME.test(name);
}
