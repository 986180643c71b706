const LOOPBACK_HOSTS = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * What to do when the page says that its list has painted: tell the address in `BENCH_READY_URL`, with the page's own
 * time. Null where the variable is unset or names anything but this machine. The page itself may reach nothing but us.
 */
export function createBenchReady(address: string | undefined): ((paintedAt: string | null) => Promise<void>) | null {
  if (!address || !URL.canParse(address)) return null;
  const target = new URL(address);
  if (target.protocol !== 'http:' || !LOOPBACK_HOSTS.has(target.hostname)) return null;
  return async (paintedAt) => {
    const url = new URL(target);
    url.searchParams.set('t', paintedAt !== null && /^\d{1,16}$/.test(paintedAt) ? paintedAt : String(Date.now()));
    const response = await fetch(url, { redirect: 'error' });
    await response.body?.cancel();
  };
}
