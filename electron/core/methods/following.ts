import type { ReaderApi } from '../../contract/api.ts';
import { leaveAddress } from '../leave-address.ts';
import { listFeeds, toFeed } from '../query/list-feeds.ts';
import { moveFeed, pauseFeed, renameFeed, unsubscribe, unsubscribePreview } from '../store/feeds.ts';
import { createFolder, deleteFolder, renameFolder } from '../store/folders.ts';
import { discoverFeeds, subscribe } from '../subscribing.ts';
import { setCredentials } from '../set-credentials.ts';
import { setFeedAddress } from '../set-feed-address.ts';
import type { MethodParts } from './method-parts.ts';

export type FollowingMethods = Pick<
  ReaderApi,
  'discover' | 'subscribe' | 'unsubscribe' | 'unsubscribePreview' | 'listFeeds' | 'renameFeed' | 'moveFeed' | 'pauseFeed' | 'setFeedAddress' | 'setCredentials' | 'createFolder' | 'renameFolder' | 'deleteFolder'
>;

/** Following feeds, and the folders that they lie in. */
export function followingMethods({ store, ingest, logins, now, refreshMinutes, announce, images, inBackground }: MethodParts): FollowingMethods {
  const parts = { store, ingest, logins, now, refreshMinutes };
  return {
    discover: async (args) => discoverFeeds(parts, args),
    async subscribe(args) {
      const answer = await subscribe(parts, args);
      announce({ kind: 'feeds', feedIds: 'many' });
      announce({ kind: 'articles', feedIds: [answer.feedId] });
      images.fetchAhead();
      return answer;
    },
    async unsubscribe({ feedId }) {
      const answer = unsubscribe(store, feedId);
      leaveAddress(store, feedId);
      void inBackground(logins.keep(feedId, null));
      announce({ kind: 'feeds', feedIds: 'many' });
      announce({ kind: 'articles', feedIds: [feedId] });
      void inBackground(images.sweep());
      return answer;
    },
    unsubscribePreview: async ({ feedId }) => unsubscribePreview(store, feedId),
    listFeeds: async ({ feedIds }) => listFeeds(store, feedIds),
    async renameFeed({ feedId, title }) {
      const feed = toFeed(renameFeed(store, feedId, title));
      announce({ kind: 'feeds', feedIds: 'many' });
      return { feed };
    },
    async moveFeed({ feedId, folderId }) {
      const feed = toFeed(moveFeed(store, feedId, folderId));
      announce({ kind: 'feeds', feedIds: 'many' });
      return { feed };
    },
    async createFolder({ title, parentId }) {
      const folder = createFolder(store, { title, parentId });
      announce({ kind: 'feeds', feedIds: 'many' });
      return { folder };
    },
    async renameFolder({ folderId, title }) {
      const folder = renameFolder(store, folderId, title);
      announce({ kind: 'feeds', feedIds: 'many' });
      return { folder };
    },
    async deleteFolder({ folderId }) {
      deleteFolder(store, folderId);
      announce({ kind: 'feeds', feedIds: 'many' });
      return {};
    },
    async pauseFeed({ feedId, paused }) {
      const feed = toFeed(pauseFeed(store, feedId, paused));
      announce({ kind: 'feeds', feedIds: [feedId] });
      return { feed };
    },
    async setCredentials({ feedId, credentials }) {
      const answer = await setCredentials(parts, feedId, credentials);
      announce({ kind: 'feeds', feedIds: [feedId] });
      announce({ kind: 'articles', feedIds: [feedId] });
      images.fetchAhead();
      return answer;
    },
    async setFeedAddress({ feedId, url }) {
      const answer = await setFeedAddress(parts, feedId, url);
      announce({ kind: 'feeds', feedIds: 'many' });
      announce({ kind: 'articles', feedIds: [feedId] });
      return answer;
    },
  };
}
