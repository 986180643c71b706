import { FEED, KNOWN } from './feed-targets.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { PAGE } from './page-targets.ts';
import { ADDRESS, DATE, ENCODING, LINKS, OPML, SANITIZER } from './text-targets.ts';

/** Every promise that is fuzzed. */
export const TARGETS: readonly FuzzTarget[] = [FEED, KNOWN, SANITIZER, DATE, OPML, LINKS, ADDRESS, ENCODING, PAGE];
