import type { ArticleId, Counts, FeedId, FolderId, Scope } from '../../../electron/contract/model.ts';
import { DAY } from '../store/library.ts';

export interface NaiveArticle {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly sortAt: number;
  stored: boolean;
  comesBack: boolean;
  arrived: number;
  read: boolean;
  batch: number | null;
  bookmarked: number | null;
  images: readonly string[];
  text: boolean;
  full: number | null;
}

export interface Drawn {
  readonly asOf: number;
  readonly tick: number;
}

/** The same library as plain objects, asked by filtering all of them. Ticks stand for the store's stamps. */
export class NaiveLibrary {
  readonly articles = new Map<ArticleId, NaiveArticle>();
  readonly feeds = new Map<FeedId, { followed: boolean; folderId: FolderId | null }>();
  readonly folders = new Map<FolderId, FolderId | null>();
  readonly keptImages = new Set<string>();

  visible(): NaiveArticle[] {
    return [...this.articles.values()].filter((article) => article.stored && (article.bookmarked !== null || this.followed(article)));
  }

  inScope(scope: Scope, { now, tick }: { now: number; tick: number }): NaiveArticle[] {
    return this.visible().filter((article) => {
      if (article.arrived > tick) return false;
      if (scope.kind === 'unread') return !article.read;
      if (scope.kind === 'today') return article.sortAt >= now - DAY;
      if (scope.kind === 'bookmarks') return article.bookmarked !== null && article.bookmarked <= tick;
      if (scope.kind === 'offline') return article.full !== null && article.full <= tick;
      if (scope.kind === 'feed') return article.feedId === scope.id;
      if (scope.kind === 'folder') return this.isInside(this.feeds.get(article.feedId)?.folderId ?? null, scope.id);
      return true;
    });
  }

  /** To be called after anything that changes a text or an image. */
  assess(tick: number): void {
    for (const article of this.articles.values()) {
      const full = article.stored && article.text && article.images.every((image) => this.keptImages.has(image));
      if (!full) article.full = null;
      else article.full ??= tick;
    }
  }

  counts(now: number): Omit<Counts, 'offlineBytes'> {
    const visible = this.visible();
    const unread = visible.filter((article) => !article.read);
    const feeds: Record<FeedId, number> = {};
    const folders: Record<FolderId, number> = {};
    for (const article of unread.filter((one) => this.followed(one))) {
      feeds[article.feedId] = (feeds[article.feedId] ?? 0) + 1;
      for (const folder of this.folders.keys()) {
        if (this.isInside(this.feeds.get(article.feedId)?.folderId ?? null, folder)) folders[folder] = (folders[folder] ?? 0) + 1;
      }
    }
    return {
      all: visible.length,
      unread: unread.length,
      today: unread.filter((article) => article.sortAt >= now - DAY).length,
      bookmarks: visible.filter((article) => article.bookmarked !== null).length,
      offline: visible.filter((article) => article.full !== null).length,
      feeds,
      folders,
    };
  }

  followed({ feedId }: { feedId: FeedId }): boolean {
    return this.feeds.get(feedId)?.followed ?? false;
  }

  private isInside(folderId: FolderId | null, outer: FolderId): boolean {
    for (let id = folderId; id !== null; id = this.folders.get(id) ?? null) if (id === outer) return true;
    return false;
  }
}
