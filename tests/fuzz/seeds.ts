import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { outletFeed } from '../newsroom/feeds/outlet-feed.ts';
import { OUTLETS } from '../newsroom/outlet.ts';
import { readDesk } from '../newsroom/story-file.ts';
import { HOSTILE } from '../unit/normalize/hostile-html.ts';
import { ChangingFeed } from '../unit/refresh/changing-feed.ts';
import { seededRandom } from '../seeded-random.ts';

const NOW = Date.UTC(2026, 10, 20);
const FIXTURES = join(import.meta.dirname, '../fixtures');
/** Larger fixtures would make each run slow and find nothing more. */
const LARGEST = 60_000;

/** Sound documents to begin with. */
export interface Seeds {
  readonly feeds: readonly Uint8Array[];
  readonly html: readonly string[];
  readonly pages: readonly Uint8Array[];
}

function fixtures(folder: string): Uint8Array[] {
  const root = join(FIXTURES, folder);
  if (!existsSync(root)) return [];
  const names = (readdirSync(root, { recursive: true }) as string[]).filter((name) => !name.endsWith('.expected.json')).toSorted();
  return names.flatMap((name) => {
    const path = join(root, name);
    const { size } = statSync(path);
    return statSync(path).isFile() && size <= LARGEST ? [readFileSync(path)] : [];
  });
}

function newsroom(): Uint8Array[] {
  return OUTLETS.flatMap((outlet) => {
    const stories = outlet.hidden ? [] : readDesk(outlet, NOW).published.slice(0, 4);
    const feed = outletFeed({ outlet, stories, origin: 'http://127.0.0.1:4781', origins: () => 'http://127.0.0.1:4782' });
    return feed ? [feed.body] : [];
  });
}

function changing(): Uint8Array[] {
  return Array.from({ length: 12 }, (_, seed) => {
    const feed = new ChangingFeed(seededRandom(seed));
    for (let step = 0; step < 12; step++) feed.change(NOW);
    return Buffer.from(feed.write(NOW));
  });
}

/** The project's fixtures, its newsroom's feeds, and the simulated publisher's. */
export function readSeeds(): Seeds {
  return { feeds: [...newsroom(), ...changing(), ...fixtures('feeds')], html: HOSTILE, pages: fixtures('pages') };
}
