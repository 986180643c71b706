import { BlockList, isIP, isIPv6 } from 'node:net';
import type { FindRoutes, Route } from './route.ts';
import { DIRECT } from './route.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What Chromium never asks a proxy for: this machine, and what is on the same wire without any router. */
const LOCAL = new BlockList();
LOCAL.addSubnet('127.0.0.0', 8);
LOCAL.addSubnet('169.254.0.0', 16);
LOCAL.addAddress('::1', 'ipv6');
LOCAL.addSubnet('fe80::', 10, 'ipv6');

function familyOf(host: string): 'ipv4' | 'ipv6' {
  return isIPv6(host) ? 'ipv6' : 'ipv4';
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && LOCAL.check(host, familyOf(host)));
}

function inRange(host: string, range: string): boolean {
  const [base = '', bits = ''] = range.split('/', 2);
  if (isIP(host) === 0 || isIP(base) === 0 || !/^\d{1,3}$/.test(bits)) return false;
  const width = familyOf(base) === 'ipv6' ? 128 : 32;
  if (Number(bits) > width) return false;
  const list = new BlockList();
  list.addSubnet(base, Number(bits), familyOf(base));
  return list.check(host, familyOf(host));
}

/** Whether an entry of NO_PROXY names a host: itself, its domain (`.example.com`, `example.com`, `*.example.com`), a range, all. */
function names(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return inRange(host, entry);
  const [, name = entry, ofPort] = /^(.*?):(\d{1,5})$/.exec(isIPv6(entry) ? '' : entry) ?? [];
  if (ofPort !== undefined && ofPort !== port) return false;
  const bare = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
  return bare !== '' && (host === bare || (isIP(host) === 0 && host.endsWith(`.${bare}`)));
}

function valueOf(env: Environment, name: string): string {
  return env[name] ?? env[name.toUpperCase()] ?? '';
}

/**
 * Routes as http_proxy, https_proxy, all_proxy and no_proxy say (small letters win over capitals); undefined where none of
 * them names a proxy. A value without a scheme is an HTTP proxy. One that cannot be understood counts as a proxy that fails:
 * whoever set it did not want to go straight.
 */
export function createEnvironmentRoutes(env: Environment): FindRoutes | undefined {
  const all = valueOf(env, 'all_proxy');
  const proxies = { 'http:': valueOf(env, 'http_proxy') || all, 'https:': valueOf(env, 'https_proxy') || all };
  if (!proxies['http:'] && !proxies['https:']) return undefined;
  const except = valueOf(env, 'no_proxy').toLowerCase().split(/[\s,]+/).filter(Boolean);

  return async (url) => {
    const written = proxies[url.protocol as 'http:' | 'https:'];
    const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    if (!written || isLocal(host) || except.some((entry) => names(entry, host, port))) return DIRECT;
    return [toRoute(written)];
  };
}

const KNOWN = new Set(['http:', 'https:', 'socks:', 'socks4:', 'socks4a:', 'socks5:', 'socks5h:']);

function toRoute(written: string): Route {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`);
  return { kind: 'proxy', url: url && KNOWN.has(url.protocol) ? url : new URL('http://invalid.invalid:9') };
}
