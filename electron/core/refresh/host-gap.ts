import { isLoopback } from './is-loopback.ts';

const GAP_MS = 1000;
/** Hosts that publish how often programs may come, by the name's end. */
const PUBLISHED: Readonly<Record<string, number>> = {
  // One request every three seconds: info.arxiv.org/help/api/tou
  'arxiv.org': 3000,
};

/** The least time between two requests to a host, in milliseconds; none for this machine's own servers. */
export function hostGapMs(host: string): number {
  if (isLoopback(host)) return 0;
  const name = host.replace(/:\d+$/, '');
  const published = Object.entries(PUBLISHED).find(([end]) => name === end || name.endsWith(`.${end}`));
  return published?.[1] ?? GAP_MS;
}
