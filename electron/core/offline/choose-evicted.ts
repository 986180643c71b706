import type { ArticleId } from '../../contract/model.ts';
import type { Candidate } from '../store/evict.ts';

export interface EvictionLimits {
  /** What came before this goes; epoch milliseconds. */
  readonly before: number;
  /** So many bytes stay, those of what is wanted among them. */
  readonly budget: number;
  /** What Prepare would bring back. */
  readonly wanted: ReadonlySet<ArticleId>;
}

export interface ChosenEviction {
  /** Too old, or past the budget. */
  readonly going: Candidate[];
  /** What goes after these where more must be free: the oldest first, and what is wanted only behind all others. */
  readonly next: Candidate[];
}

/** Which of the candidates, the newest first, are to go. Pure. */
export function chooseEvicted(candidates: readonly Candidate[], { before, budget, wanted }: EvictionLimits): ChosenEviction {
  const isWanted = ({ id }: Candidate): boolean => wanted.has(id);
  const needed = candidates.filter(isWanted);
  let used = needed.reduce((sum, { bytes }) => sum + bytes, 0);
  const going: Candidate[] = [];
  const staying: Candidate[] = [];
  for (const candidate of candidates) {
    if (isWanted(candidate)) continue;
    used += candidate.bytes;
    (candidate.at < before || used > budget ? going : staying).push(candidate);
  }
  return { going, next: [...staying.toReversed(), ...needed.toReversed()] };
}
