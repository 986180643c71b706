import type { ReaderEvent, ReaderEventListener } from '../../contract/api.ts';
import type { ArticleId, FeedId } from '../../contract/model.ts';

/** What the engine tells of; the others are the door's own. */
export type EngineEvent = Exclude<ReaderEvent, { readonly kind: 'open' | 'open-unread' | 'command' }>;

export type Announce = (event: EngineEvent) => void;

export interface Announcer {
  readonly announce: Announce;
  readonly listen: (listener: ReaderEventListener) => () => void;
  /** Sends what is held back now. */
  readonly flush: () => void;
}

/** Past this many, an event says `many` instead of naming each. */
const NAMED = 1000;

/**
 * Passes events on at most once in `everyMs`: the first at once, those that follow merged into one of each kind, and
 * the last never lost. A listener that throws costs only itself, and `onFault` hears of it.
 */
export function createAnnouncer({ everyMs = 100, onFault }: { everyMs?: number; onFault: (error: unknown) => void }): Announcer {
  const listeners = new Set<ReaderEventListener>();
  let held: Held = emptyHold();
  let timer: NodeJS.Timeout | null = null;

  const send = (): void => {
    const events = eventsOf(held);
    held = emptyHold();
    for (const event of events) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onFault(error);
        }
      }
    }
  };

  const onTimer = (): void => {
    timer = null;
    if (eventsOf(held).length === 0) return;
    send();
    timer = setTimeout(onTimer, everyMs).unref();
  };

  return {
    announce(event) {
      hold(held, event);
      if (timer) return;
      send();
      timer = setTimeout(onTimer, everyMs).unref();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush() {
      if (timer) clearTimeout(timer);
      timer = null;
      send();
    },
  };
}

interface Held {
  readonly kinds: Set<EngineEvent['kind']>;
  /** Whose articles changed. */
  readonly feedIds: Set<FeedId>;
  /** Of which something else did. */
  readonly changedIds: Set<FeedId>;
  manyFeeds: boolean;
  readonly statusIds: Set<ArticleId>;
  readonly imageIds: Set<ArticleId>;
  readonly textIds: Set<ArticleId>;
  readonly nameIds: Set<ArticleId>;
  readonly storyIds: Set<ArticleId>;
  readonly figureIds: Set<ArticleId>;
  manyFigures: boolean;
  many: boolean;
}

function emptyHold(): Held {
  return { kinds: new Set(), feedIds: new Set(), changedIds: new Set(), manyFeeds: false, statusIds: new Set(), imageIds: new Set(), textIds: new Set(), nameIds: new Set(), storyIds: new Set(), figureIds: new Set(), manyFigures: false, many: false };
}

function hold(held: Held, event: EngineEvent): void {
  held.kinds.add(event.kind);
  switch (event.kind) {
    case 'articles':
      for (const id of event.feedIds) held.feedIds.add(id);
      return;
    case 'images':
      for (const id of event.articleIds) held.imageIds.add(id);
      return;
    case 'texts':
      for (const id of event.articleIds) held.textIds.add(id);
      return;
    case 'names':
      if (event.articleIds !== 'many') for (const id of event.articleIds) held.nameIds.add(id);
      return;
    case 'stories':
      if (event.articleIds !== 'many') for (const id of event.articleIds) held.storyIds.add(id);
      return;
    case 'figures':
      if (event.articleIds === 'many') held.manyFigures = true;
      else for (const id of event.articleIds) held.figureIds.add(id);
      return;
    case 'status':
      if (event.articleIds === 'many') held.many = true;
      else for (const id of event.articleIds) held.statusIds.add(id);
      return;
    case 'feeds':
      if (event.feedIds === 'many') held.manyFeeds = true;
      else for (const id of event.feedIds) held.changedIds.add(id);
      return;
    case 'refresh':
    case 'gazetteer':
    case 'import':
    case 'transfer':
    case 'prepare':
    case 'search':
    case 'settings':
    case 'backups':
    case 'catalogue':
    case 'watch':
    case 'alerts':
    case 'rules':
    case 'offers':
    case 'library':
      return;
    default:
      event satisfies never;
  }
}

function eventsOf(held: Held): EngineEvent[] {
  return [...held.kinds].map((kind): EngineEvent => {
    switch (kind) {
      case 'articles':
        return { kind, feedIds: [...held.feedIds] };
      case 'images':
        return { kind, articleIds: [...held.imageIds] };
      case 'texts':
        return { kind, articleIds: [...held.textIds] };
      case 'names':
        return { kind, articleIds: held.nameIds.size > NAMED ? 'many' : [...held.nameIds] };
      case 'stories':
        return { kind, articleIds: held.storyIds.size > NAMED ? 'many' : [...held.storyIds] };
      case 'figures':
        return { kind, articleIds: held.manyFigures || held.figureIds.size > NAMED ? 'many' : [...held.figureIds] };
      case 'status':
        return { kind, articleIds: held.many || held.statusIds.size > NAMED ? 'many' : [...held.statusIds] };
      case 'feeds':
        return { kind, feedIds: held.manyFeeds || held.changedIds.size > NAMED ? 'many' : [...held.changedIds] };
      case 'refresh':
      case 'gazetteer':
      case 'import':
      case 'transfer':
      case 'prepare':
      case 'search':
      case 'settings':
      case 'backups':
      case 'catalogue':
      case 'watch':
      case 'alerts':
      case 'rules':
      case 'offers':
      case 'library':
        return { kind };
      default:
        return kind satisfies never;
    }
  });
}
