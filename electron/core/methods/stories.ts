import type { StoriesApi } from '../../contract/stories.ts';
import { storiesOf } from '../query/stories-of.ts';
import { story } from '../query/story.ts';
import { markRead } from '../store/mark-read.ts';
import { setStoryRead, splitStory, undoSplitStory } from '../store/split-story.ts';
import type { MethodParts } from './method-parts.ts';

/** Articles that report one event. */
export function storiesMethods({ store, announce }: MethodParts): StoriesApi {
  return {
    story: async ({ articleId }) => story(store, articleId),
    storiesOf: async ({ articleIds }) => ({ stories: [...storiesOf(store, articleIds)].map(([articleId, found]) => ({ articleId, story: found })) }),
    async splitStory({ articleId }) {
      const { others } = splitStory(store, articleId);
      announce({ kind: 'stories', articleIds: [articleId, ...others] });
      return { articleIds: others };
    },
    async undoSplitStory({ articleId }) {
      const { others } = undoSplitStory(store, articleId);
      announce({ kind: 'stories', articleIds: [articleId, ...others] });
      return { articleIds: others };
    },
    async setStoryRead(args) {
      const articleIds = setStoryRead(store, args);
      if (articleIds.length > 0) announce({ kind: 'status', articleIds });
      return { articleIds };
    },
    async markRead(args) {
      const articleIds = markRead(store, args);
      if (articleIds.length > 0) announce({ kind: 'status', articleIds });
      return { articleIds };
    },
  };
}
