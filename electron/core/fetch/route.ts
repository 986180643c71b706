/** A way to a server: straight, or through a proxy (`http:`, `https:`, `socks4:`, `socks5h:`; user and password in it where it wants them). */
export type Route = { readonly kind: 'direct' } | { readonly kind: 'proxy'; readonly url: URL };

/** The ways to a server, in the order in which they are to be tried; at least one. */
export type FindRoutes = (url: URL) => Promise<readonly Route[]>;

export const DIRECT: readonly Route[] = [{ kind: 'direct' }];

/** Chromium looks names up at a SOCKS5 proxy, and itself for SOCKS4. */
const SCHEMES: Readonly<Record<string, string>> = { PROXY: 'http', HTTPS: 'https', SOCKS: 'socks4', SOCKS4: 'socks4', SOCKS5: 'socks5h' };

/** The answer of Chromium, or of a PAC script: `PROXY a:3128; SOCKS5 b:1080; DIRECT`. What cannot be understood is passed over. */
export function parseProxyAnswer(answer: string): readonly Route[] {
  const routes = answer.split(';', 16).flatMap((part): Route[] => {
    const [kind = '', host = ''] = part.trim().split(/\s+/, 2);
    if (kind.toUpperCase() === 'DIRECT') return [...DIRECT];
    const scheme = SCHEMES[kind.toUpperCase()];
    const url = scheme && host ? URL.parse(`${scheme}://${host}`) : null;
    return url ? [{ kind: 'proxy', url }] : [];
  });
  return routes.length > 0 ? routes : DIRECT;
}
