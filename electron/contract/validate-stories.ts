import * as v from 'valibot';
import { MOST_MARKED } from './stories.ts';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const many = v.pipe(v.array(id), v.maxLength(MOST_MARKED));

/** Schemas of the methods of StoriesApi. */
export const storiesSchemas = {
  story: v.strictObject({ articleId: id }),
  storiesOf: v.strictObject({ articleIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(1000)) }),
  splitStory: v.strictObject({ articleId: id }),
  undoSplitStory: v.strictObject({ articleId: id }),
  setStoryRead: v.strictObject({ storyId: id, read: v.boolean(), before: time }),
  markRead: v.strictObject({ articleIds: many, storyIds: many, before: time }),
} as const;
