import { sameStory, STORY_WINDOW } from './same-story.ts';
import type { DatedSignature, StoryVerdict } from './same-story.ts';

/** An article that may tell the same event. */
export interface StoryCandidate extends DatedSignature {
  readonly id: number;
  /** Null where it stands alone so far. */
  readonly storyId: number | null;
}

/** What becomes of a newcomer. */
export interface StoryChoice {
  /** The story that it joins; null where it founds one with `withId`. */
  readonly storyId: number | null;
  readonly withId: number;
  /** Others that stood alone and come with it. */
  readonly alsoIds: readonly number[];
  /** Other stories that the newcomer shows to be the same. */
  readonly merges: readonly number[];
}

/** Who is so sure needs no other member of the story to agree, and makes one story of two. */
const SURE = 1.35;

/**
 * The story of a newcomer among its candidates, or null where it tells one of its own. A story takes in who is the same as half of its
 * members that were asked, so that one likeness too many does not make one story of two, and who is no further than the window
 * from its first and last (`spans`: their times).
 */
export function chooseStory(newcomer: DatedSignature, candidates: readonly StoryCandidate[], spans: ReadonlyMap<number, readonly [number, number]>): StoryChoice | null {
  const all = candidates
    .map((candidate) => ({ candidate, verdict: sameStory(newcomer, candidate) }));
  const matches = all
    .filter(({ candidate: { storyId }, verdict }) => verdict.score >= SURE || storyId === null || isCarried(all.filter(({ candidate }) => candidate.storyId === storyId)))
    .filter(({ candidate, verdict }) => verdict.same && isWithin(newcomer.at, candidate.storyId === null ? undefined : spans.get(candidate.storyId)))
    .toSorted((one, other) => other.verdict.score - one.verdict.score || one.candidate.id - other.candidate.id);
  const best = matches[0];
  if (!best) return null;
  const { id: withId, storyId } = best.candidate;
  const others = matches.filter(({ candidate, verdict }) => candidate.storyId !== null && candidate.storyId !== storyId && verdict.score >= SURE);
  const merges = [...new Set(others.flatMap(({ candidate }) => candidate.storyId ?? []))].filter((id) => isNear(spans, storyId, id));
  const alsoIds = matches.flatMap(({ candidate }) => (candidate.storyId === null && candidate.id !== withId ? candidate.id : []));
  return { storyId, withId, alsoIds, merges };
}

function isCarried(members: readonly { readonly verdict: StoryVerdict }[]): boolean {
  return members.filter(({ verdict }) => verdict.same).length * 2 >= members.length;
}

function isWithin(at: number, span: readonly [number, number] | undefined): boolean {
  return span === undefined || (at - span[0] < STORY_WINDOW && span[1] - at < STORY_WINDOW);
}

function isNear(spans: ReadonlyMap<number, readonly [number, number]>, one: number | null, other: number): boolean {
  const [a, b] = [one === null ? undefined : spans.get(one), spans.get(other)];
  return !a || !b || Math.max(a[1], b[1]) - Math.min(a[0], b[0]) < STORY_WINDOW;
}
