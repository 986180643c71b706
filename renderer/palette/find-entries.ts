import type { Spell } from './load-spelling.ts';
import { matchName } from './match-name.ts';
import type { FoundEntry, PaletteEntry } from './palette-entry.ts';

export interface Finding {
  /** As typed; empty lists all. */
  readonly typed: string;
  /** Keys of what was chosen, the latest first. */
  readonly recent: readonly string[];
  readonly most: number;
  readonly spell: Spell;
}

interface Ranked {
  readonly entry: FoundEntry;
  readonly score: number;
  readonly recent: number;
  readonly length: number;
}

function rank(entry: PaletteEntry, { typed, recent, spell }: Finding): Ranked | null {
  const at = recent.indexOf(entry.key);
  const place = { recent: at === -1 ? recent.length : at, length: entry.names[0]?.length ?? 0 };
  if (typed.trim() === '') return { ...place, entry: { ...entry, spans: [], found: null }, score: 0, length: 0 };
  let best: Ranked | undefined;
  for (const [index, name] of entry.names.entries()) {
    // Pinyin is for what is seen: the first letters of unseen names would answer to almost anything.
    const match = matchName(name, typed, index === 0 ? spell(name) : null);
    if (!match || (best && match.score <= best.score)) continue;
    // What was typed is shown in the name on screen, where it stands there too.
    const shown: FoundEntry = best?.entry ?? { ...entry, spans: index === 0 ? match.spans : [], found: index === 0 ? null : name };
    best = { ...place, score: match.score, entry: shown };
  }
  return best ?? null;
}

/** What answers to what was typed: the nearest first, then what was chosen lately, then the shorter name. With nothing typed, what was chosen lately and then the rest as it is. */
export function findEntries(entries: readonly PaletteEntry[], finding: Finding): readonly FoundEntry[] {
  return entries
    .map((entry) => rank(entry, finding))
    .filter((ranked) => ranked !== null)
    .toSorted((one, other) => other.score - one.score || one.recent - other.recent || one.length - other.length)
    .slice(0, finding.most)
    .map(({ entry }) => entry);
}
