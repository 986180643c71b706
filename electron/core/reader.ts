import type { Reader, ReaderApi } from '../contract/api.ts';
import type { AppInfo, RefreshProgress } from '../contract/model.ts';
import { createImageKeeper } from './offline/image-keeper.ts';
import { feedsBelow } from './feeds-below.ts';
import { exportOpml, importOpml } from './opml-library.ts';
import { createAnnouncer } from './pace/announcer.ts';
import { counts } from './query/counts.ts';
import { countArrived } from './query/count-arrived.ts';
import { getArticle } from './query/get-article.ts';
import { listArticles } from './query/list-articles.ts';
import { listFeeds, toFeed } from './query/list-feeds.ts';
import type { Ingest } from './refresh/ingest-job.ts';
import { createRefresher, type RefreshRequest } from './refresh/refresher.ts';
import { createSchedule, type Schedule } from './refresh/schedule.ts';
import type { SettingsStore } from './settings.ts';
import { moveFeed, renameFeed, unsubscribe, unsubscribePreview } from './store/feeds.ts';
import { createFolder, deleteFolder, renameFolder } from './store/folders.ts';
import type { Store } from './store/open-store.ts';
import { cleanUp, markAllRead, setBookmarked, setRead, undoMarkAllRead } from './store/status.ts';
import { discoverFeeds, subscribe } from './subscribing.ts';

export interface ReaderParts {
  readonly store: Store;
  readonly settings: SettingsStore;
  readonly ingest: Ingest;
  readonly now: () => number;
  readonly info: AppInfo;
  /** Refreshes on a timer and fetches images by itself. */
  readonly unattended: boolean;
  /** Hears of faults of ours that no call answers with. */
  readonly onFault: (error: unknown) => void;
}

export interface OpenReader extends Reader {
  /** Ends what is under way, then closes the ingest and the store. */
  close(): Promise<void>;
}

/** An answer this old says nothing of the network now. */
const LATELY_MS = 10 * 60_000;

/** The whole engine: joins the stages into the contract, and tells what each command changed. */
export function createReader({ store, settings, ingest, now, info, unattended, onFault }: ReaderParts): OpenReader {
  const announcer = createAnnouncer({ onFault });
  const { announce } = announcer;
  const refreshMinutes = (): number => settings.get().refreshMinutes;
  let schedule: Schedule | null = null;
  let closing = false;

  const images = createImageKeeper({
    store,
    ingest,
    announce,
    onFault,
    isOnline: () => isOnline(),
    mayFetchAhead: () => unattended && !closing && settings.get().keepImages && !refresher.running && !isOffline(),
  });
  const refresher = createRefresher({ store, ingest, now, refreshMinutes, announce, onFault, onEnd: () => images.fetchAhead() });
  const subscribing = { store, ingest, now, refreshMinutes };

  const isOffline = (): boolean => refresher.progress().offlineSince !== null;
  const isOnline = (): boolean => !isOffline() && now() - (refresher.progress().updatedAt ?? 0) < LATELY_MS;

  /** Work that nobody waits for: its fault is told, not answered. */
  const inBackground = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (!closing) onFault(error);
    }
  };

  const refreshInBackground = (request: RefreshRequest): Promise<void> => inBackground(refresher.refresh(request));

  const progress = (): RefreshProgress => ({ ...refresher.progress(), nextAt: schedule?.nextAt() ?? null });

  const api: ReaderApi = {
    discover: async ({ url }) => discoverFeeds(subscribing, url),
    async subscribe(args) {
      const answer = await subscribe(subscribing, args);
      announce({ kind: 'feeds' });
      announce({ kind: 'articles', feedIds: [answer.feedId] });
      images.fetchAhead();
      return answer;
    },
    async unsubscribe({ feedId }) {
      const answer = unsubscribe(store, feedId);
      announce({ kind: 'feeds' });
      announce({ kind: 'articles', feedIds: [feedId] });
      void inBackground(images.sweep());
      return answer;
    },
    unsubscribePreview: async ({ feedId }) => unsubscribePreview(store, feedId),
    listFeeds: async () => listFeeds(store),
    async renameFeed({ feedId, title }) {
      const feed = toFeed(renameFeed(store, feedId, title));
      announce({ kind: 'feeds' });
      return { feed };
    },
    async moveFeed({ feedId, folderId }) {
      const feed = toFeed(moveFeed(store, feedId, folderId));
      announce({ kind: 'feeds' });
      return { feed };
    },
    async createFolder({ title, parentId }) {
      const folder = createFolder(store, { title, parentId });
      announce({ kind: 'feeds' });
      return { folder };
    },
    async renameFolder({ folderId, title }) {
      const folder = renameFolder(store, folderId, title);
      announce({ kind: 'feeds' });
      return { folder };
    },
    async deleteFolder({ folderId }) {
      deleteFolder(store, folderId);
      announce({ kind: 'feeds' });
      return {};
    },
    async importOpml({ opml }) {
      const { summary, feedIds } = importOpml(store, opml);
      announce({ kind: 'feeds' });
      if (unattended && feedIds.length > 0) void refreshInBackground({ feedIds });
      return summary;
    },
    exportOpml: async () => ({ opml: exportOpml(store, now()) }),

    refresh: async ({ feedIds, folderId, onlyDue }) => refresher.refresh({ feedIds: feedIds ?? (folderId ? feedsBelow(store, folderId) : null), onlyDue }),
    async cancelRefresh() {
      refresher.cancel();
      return {};
    },
    refreshProgress: async () => progress(),

    listArticles: async (args) => listArticles(store, args, now()),
    async getArticle({ articleId }) {
      const article = getArticle(store, articleId);
      if (unattended && !isOffline() && article.images.some(({ state }) => state !== 'kept')) void inBackground(images.keep(articleId));
      return article;
    },
    countArrived: async (args) => countArrived(store, args, now()),
    counts: async () => counts(store, now()),
    async setRead({ articleIds, read }) {
      const changed = setRead(store, articleIds, read);
      if (changed > 0) announce({ kind: 'status', articleIds });
      return { changed };
    },
    async markAllRead({ scope, before }) {
      const answer = markAllRead(store, scope, before, now());
      if (answer.changed > 0) announce({ kind: 'status', articleIds: 'many' });
      return answer;
    },
    async undoMarkAllRead({ batch }) {
      const answer = undoMarkAllRead(store, batch);
      announce({ kind: 'status', articleIds: 'many' });
      return answer;
    },
    async setBookmarked({ articleId, bookmarked }) {
      setBookmarked(store, articleId, bookmarked);
      announce({ kind: 'status', articleIds: [articleId] });
      if (bookmarked) void inBackground(images.keep(articleId));
      return { bookmarked };
    },
    async keepImages({ articleId }) {
      getArticle(store, articleId);
      return images.keep(articleId, { retryNow: true });
    },
    async cleanUp({ before, dryRun = false }) {
      const answer = cleanUp(store, { before, dryRun });
      if (!dryRun && answer.removed > 0) {
        announce({ kind: 'articles', feedIds: listFeeds(store).feeds.map(({ id }) => id) });
        void inBackground(images.sweep());
      }
      return answer;
    },

    getSettings: async () => settings.get(),
    setSettings: async (patch) => settings.set(patch),
    appInfo: async () => info,
  };

  let keepsImages = settings.get().keepImages;
  const stopListening = settings.onChange(({ keepImages }) => {
    announce({ kind: 'settings' });
    if (keepImages && !keepsImages) images.fetchAhead();
    keepsImages = keepImages;
  });

  if (unattended) {
    schedule = createSchedule({
      settings,
      now,
      updatedAt: () => refresher.progress().updatedAt,
      offline: isOffline,
      run: () => refreshInBackground({ feedIds: null, onlyDue: true }),
      onMove: () => announce({ kind: 'refresh' }),
    });
    images.fetchAhead();
  }

  return {
    api,
    onEvent: announcer.listen,
    async close() {
      closing = true;
      stopListening();
      schedule?.close();
      refresher.cancel();
      // The command line ends at once after its answer: a bookmark's images are waited for there.
      await images.close({ finish: !unattended });
      announcer.flush();
      await ingest.close();
      store.close();
    },
  };
}
