import type { FeedCandidate } from '../../electron/contract/discovery.ts';

/** The feed chosen beforehand: the first that is new and brings articles, else the first that is new. Null where all are followed. */
export function firstChoice(candidates: readonly FeedCandidate[]): FeedCandidate | null {
  const fresh = candidates.filter((candidate) => candidate.feedId === null);
  return fresh.find((candidate) => !candidate.comments) ?? fresh[0] ?? null;
}
