/** The rules of a robots.txt for one program. */
export interface RobotsRules {
  /** Patterns of paths, longest first; of two that are as long, the one that allows comes first. */
  readonly rules: readonly { readonly pattern: string; readonly allow: boolean }[];
  /** Crawl-delay in milliseconds, or null. */
  readonly delayMs: number | null;
}

/** RFC 9309 section 2.5: at least this much has to be read. */
export const MOST_ROBOTS_BYTES = 500 * 1024;
/** More rules than any site has use for; each is tried against a path. */
const MOST_RULES = 2000;
const LONGEST_PATTERN = 500;
const LONGEST_PATH = 1000;
const MOST_STARS = 16;

type Group = { readonly rules: { pattern: string; allow: boolean }[]; delayMs: number | null };

/** RFC 9309 section 2.2.1: the product token alone counts, in any case. */
function tokenOf(agent: string): string {
  return /^[a-z_-]*/i.exec(agent.trim())?.[0].toLowerCase() ?? '';
}

/** RFC 9309 section 2.2.2: paths and patterns are compared with the same letters encoded in the same way. */
function encoded(text: string): string {
  try {
    return encodeURI(text).replace(/%25/g, '%').replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  } catch {
    // A lone surrogate; it can match no path.
    return text;
  }
}

/**
 * Reads a robots.txt (RFC 9309) for the program whose product token is given: the groups that name it, joined, else those
 * for everyone. Total, and linear in the text.
 */
export function parseRobots(text: string, product: string): RobotsRules {
  const own: Group = { rules: [], delayMs: null };
  const everyone: Group = { rules: [], delayMs: null };
  let isNamed = false;
  let agents: Set<'own' | 'everyone'> = new Set();
  let inAgents = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const bare = line.split('#', 1)[0] ?? '';
    const colon = bare.indexOf(':');
    if (colon < 0) continue;
    const key = bare.slice(0, colon).trim().toLowerCase();
    const value = bare.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!inAgents) agents = new Set();
      inAgents = true;
      if (value === '*') agents.add('everyone');
      else if (tokenOf(value) === product.toLowerCase()) {
        agents.add('own');
        isNamed = true;
      }
      continue;
    }
    if (key !== 'allow' && key !== 'disallow' && key !== 'crawl-delay') continue;
    inAgents = false;
    for (const agent of agents) addTo(agent === 'own' ? own : everyone, key, value);
  }
  const { rules, delayMs } = isNamed ? own : everyone;
  return { rules: rules.toSorted((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow)), delayMs };
}

function addTo(group: Group, key: 'allow' | 'disallow' | 'crawl-delay', value: string): void {
  if (key === 'crawl-delay') {
    if (/^\d{1,6}(\.\d{1,3})?$/.test(value)) group.delayMs = Math.round(Number(value) * 1000);
  } else if (value !== '' && value.length <= LONGEST_PATTERN && group.rules.length < MOST_RULES) {
    const pattern = encoded(value).replace(/\*{2,}/g, '*');
    if (pattern.split('*').length <= MOST_STARS) group.rules.push({ pattern, allow: key === 'allow' });
  }
}

/** RFC 9309 section 2.2.2: the longest pattern that fits decides; where none fits, or for /robots.txt itself, it is allowed. */
export function isAllowedBy({ rules }: RobotsRules, address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.pathname === '/robots.txt') return true;
  const path = encoded(`${url.pathname}${url.search}`).slice(0, LONGEST_PATH);
  return rules.find(({ pattern }) => fits(pattern, path))?.allow ?? true;
}

/** `*` is any run of characters, `$` at the end the end. Each part is looked for from where the one before ended. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...others] = parts;
  if (!path.startsWith(first)) return false;
  const last = isWhole ? others.pop() : undefined;
  if (isWhole && last === undefined) return path === first;
  let at = first.length;
  for (const part of others) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= at);
}
