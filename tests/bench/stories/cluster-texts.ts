import { chooseStory } from '../../../electron/core/stories/choose-story.ts';
import type { StoryCandidate, StoryFrame } from '../../../electron/core/stories/choose-story.ts';
import { signatureOf } from '../../../electron/core/stories/signature.ts';
import { storyKeys } from '../../../electron/core/stories/story-keys.ts';
import type { LabelledText } from './labelled-texts.ts';
import { recognise } from './recognise.ts';

export interface Clustered {
  /** The cluster of each text, in the order of the texts. */
  readonly clusters: readonly string[];
  readonly signMs: number;
  readonly clusterMs: number;
  /** Texts that were compared. */
  readonly compared: number;
}

/** Clusters texts as the engine does as they arrive: by their keys, each decided once, in the order of their dates. */
export function clusterTexts(texts: readonly LabelledText[]): Clustered {
  const feeds = [...new Set(texts.map(({ feed }) => feed))];
  const signStart = performance.now();
  const arrivals = texts
    .map((text, id) => ({ id, at: Date.parse(text.at), feedId: feeds.indexOf(text.feed), signature: signatureOf({ title: text.title, text: text.text, entities: text.entities ?? recognise(text.title, text.text, Date.parse(text.at)) }) }))
    .toSorted((one, other) => one.at - other.at || one.id - other.id);
  const clusterStart = performance.now();
  const byKey = new Map<number, number[]>();
  const known = new Map<number, StoryCandidate>();
  const frames = new Map<number, StoryFrame>();
  let stories = 0;
  let compared = 0;
  const join = (id: number, storyId: number): void => {
    const article = known.get(id);
    if (!article) return;
    known.set(id, { ...article, storyId });
    const { first, last, feedIds } = frames.get(storyId) ?? { first: article.at, last: article.at, feedIds: [] };
    frames.set(storyId, { first: Math.min(first, article.at), last: Math.max(last, article.at), feedIds: new Set([...feedIds, article.feedId]) });
  };
  for (const arrival of arrivals) {
    const keys = storyKeys(arrival.signature);
    const candidates = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))].flatMap((id) => known.get(id) ?? []);
    compared += candidates.length;
    known.set(arrival.id, { ...arrival, storyId: null });
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), arrival.id]);
    const choice = chooseStory(arrival, candidates, frames);
    if (!choice) continue;
    const storyId = choice.storyId ?? ++stories;
    join(choice.withId, storyId);
    join(arrival.id, storyId);
    for (const id of choice.alsoIds) join(id, storyId);
    for (const [id, { storyId: own }] of known) if (own !== null && choice.merges.includes(own)) join(id, storyId);
  }
  const end = performance.now();
  return {
    clusters: texts.map((_, id) => (known.get(id)?.storyId === null ? `alone ${id}` : `story ${known.get(id)?.storyId}`)),
    signMs: clusterStart - signStart, clusterMs: end - clusterStart, compared,
  };
}
