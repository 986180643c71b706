import { sameStory, STORY_WINDOW } from './same-story.ts';
import type { DatedSignature, StoryVerdict } from './same-story.ts';

/** An article that may tell the same event. */
export interface StoryCandidate extends DatedSignature {
  readonly id: number;
  /** Null where it stands alone so far. */
  readonly storyId: number | null;
}

/** What is known of a story as a whole. */
export interface StoryFrame {
  /** Times of its first and last article, epoch milliseconds. */
  readonly first: number;
  readonly last: number;
  readonly feedIds: ReadonlySet<number>;
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

/** What verdicts of one event are in the mean, where not every pair of its reports says so by itself. */
const NEAR = 0.7;

interface Match {
  readonly candidate: StoryCandidate;
  readonly verdict: StoryVerdict;
}

/**
 * The story of a newcomer among its candidates, or null where it tells one of its own. A story takes in who is the same as half of its
 * members that were asked, so that one likeness too many does not make one story of two; who is no further than the window
 * from its first and last; and of each source one article and its reprints, for a source tells an event once.
 */
export function chooseStory(newcomer: DatedSignature, candidates: readonly StoryCandidate[], stories: ReadonlyMap<number, StoryFrame>): StoryChoice | null {
  const all = candidates.map((candidate) => ({ candidate, verdict: sameStory(newcomer, candidate) }));
  const matches = all
    .filter(({ candidate: { storyId }, verdict }) => verdict.same && (storyId === null || takesIn(newcomer, stories.get(storyId), all.filter(({ candidate }) => candidate.storyId === storyId), verdict)))
    .toSorted((one, other) => other.verdict.score - one.verdict.score || one.candidate.id - other.candidate.id);
  const best = matches[0];
  if (!best) return null;
  const { id: withId, storyId } = best.candidate;
  const frame = storyId === null ? undefined : stories.get(storyId);
  const present = new Set([newcomer.feedId, best.candidate.feedId, ...(frame?.feedIds ?? [])]);
  let [first, last] = [Math.min(newcomer.at, best.candidate.at, frame?.first ?? Infinity), Math.max(newcomer.at, best.candidate.at, frame?.last ?? 0)];
  /** Whether these fit beside what is there by now; counts them in where they do. */
  const fits = (one: StoryFrame): boolean => {
    if ([...one.feedIds].some((id) => present.has(id))) return false;
    if (Math.max(last, one.last) - Math.min(first, one.first) >= STORY_WINDOW) return false;
    for (const id of one.feedIds) present.add(id);
    [first, last] = [Math.min(first, one.first), Math.max(last, one.last)];
    return true;
  };
  const merges: number[] = [];
  const home = all.filter(({ candidate }) => candidate.id === withId || (storyId !== null && candidate.storyId === storyId));
  /** Whether the newcomer shows another story to be its own: by itself, or because what it brings together is near to each other. */
  const isOne = ({ score }: StoryVerdict, other: number): boolean =>
    score >= SURE || agree(home.flatMap(({ candidate }) => all.filter((one) => one.candidate.storyId === other).map((one) => sameStory(candidate, one.candidate))));
  const alsoIds: number[] = [];
  for (const { candidate, verdict } of matches.slice(1)) {
    const other = candidate.storyId === null ? { first: candidate.at, last: candidate.at, feedIds: new Set([candidate.feedId]) } : stories.get(candidate.storyId);
    if (!other || candidate.storyId === storyId && storyId !== null) continue;
    if (candidate.storyId === null) {
      if (fits(other)) alsoIds.push(candidate.id);
    } else if (!merges.includes(candidate.storyId) && isOne(verdict, candidate.storyId) && fits(other)) merges.push(candidate.storyId);
  }
  return { storyId, withId, alsoIds, merges };
}

/** Whether verdicts of the members of a story speak for one event: half of them, or all of them nearly. */
function agree(verdicts: readonly StoryVerdict[]): boolean {
  if (verdicts.filter(({ same }) => same).length * 2 >= verdicts.length) return true;
  // More than 1 is no more than the same: one copy does not speak for the others.
  const total = verdicts.reduce((sum, { score }) => sum + Math.min(1, score), 0);
  return total / verdicts.length >= NEAR && verdicts.every(({ score }) => score >= NEAR / 2);
}

function takesIn({ at, feedId }: DatedSignature, story: StoryFrame | undefined, members: readonly Match[], { score }: StoryVerdict): boolean {
  if (!story || at - story.first >= STORY_WINDOW || story.last - at >= STORY_WINDOW) return false;
  if (story.feedIds.has(feedId) && !members.some(({ candidate, verdict }) => candidate.feedId === feedId && verdict.same)) return false;
  return score >= SURE || agree(members.map(({ verdict }) => verdict));
}
