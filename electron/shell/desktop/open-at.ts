import type { ReaderEvent } from '../../contract/api.ts';
import type { ArticleId, Place } from '../../contract/model.ts';
import type { SettingsStore } from '../../core/settings.ts';

export interface OpenAtPorts {
  readonly settings: SettingsStore;
  readonly windows: () => number;
  readonly bringForward: () => void;
  readonly tell: (event: ReaderEvent) => void;
}

export interface OpenAt {
  article(articleId: ArticleId): Promise<void>;
  unread(): Promise<void>;
}

/** Brings the window forward at a place: in the one that is there; a new one opens where the person was last, which is that place then. */
export function createOpenAt({ settings, windows, bringForward, tell }: OpenAtPorts): OpenAt {
  const open = async (place: Place, event: ReaderEvent): Promise<void> => {
    if (windows() === 0) await settings.set({ place });
    bringForward();
    tell(event);
  };
  return {
    article: (articleId) => open({ scope: { kind: 'all' }, articleId, listTopId: articleId, articleScroll: 0 }, { kind: 'open', articleId }),
    unread: () => open({ scope: { kind: 'unread' }, articleId: null, listTopId: null, articleScroll: 0 }, { kind: 'open-unread' }),
  };
}
