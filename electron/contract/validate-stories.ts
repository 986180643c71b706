import * as v from 'valibot';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Schemas of the methods of StoriesApi. */
export const storiesSchemas = {
  story: v.strictObject({ articleId: id }),
  splitStory: v.strictObject({ articleId: id }),
  undoSplitStory: v.strictObject({ articleId: id }),
  setStoryRead: v.strictObject({ storyId: id, read: v.boolean(), before: time }),
} as const;
