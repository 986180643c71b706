import type { ReaderEvent, ReaderEventListener } from '../../contract/api.ts';

/** What the engine tells of; the others are the door's own. */
export type EngineEvent = Exclude<ReaderEvent, { readonly kind: 'open' | 'open-unread' | 'command' | 'show-settings' }>;

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
  let held: Held = new Map();
  let timer: NodeJS.Timeout | null = null;

  const send = (): void => {
    const events = eventsOf(held);
    held = new Map();
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
    if (held.size === 0) return;
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

type Kind = EngineEvent['kind'];

/** Articles or feeds that events name, each once; after an event that says `many` they are many. */
class Named {
  readonly #ids = new Set<number>();
  #many = false;

  add(ids: readonly number[] | 'many'): void {
    if (ids === 'many') this.#many = true;
    else for (const id of ids) this.#ids.add(id);
  }

  get each(): number[] {
    return [...this.#ids];
  }

  get eachOrMany(): number[] | 'many' {
    return this.#many || this.#ids.size > NAMED ? 'many' : this.each;
  }
}

/** What came of each kind, in the order in which the kinds came. */
type Held = Map<Kind, Named>;

function hold(held: Held, event: EngineEvent): void {
  const named = held.get(event.kind) ?? new Named();
  held.set(event.kind, named);
  if ('feedIds' in event) named.add(event.feedIds);
  if ('articleIds' in event) named.add(event.articleIds);
}

/** Of each kind, the one event that says what several said. */
const MERGED: { readonly [K in Kind]: (named: Named) => Extract<EngineEvent, { readonly kind: K }> } = {
  articles: ({ each }) => ({ kind: 'articles', feedIds: each }),
  images: ({ each }) => ({ kind: 'images', articleIds: each }),
  texts: ({ each }) => ({ kind: 'texts', articleIds: each }),
  names: ({ eachOrMany }) => ({ kind: 'names', articleIds: eachOrMany }),
  stories: ({ eachOrMany }) => ({ kind: 'stories', articleIds: eachOrMany }),
  figures: ({ eachOrMany }) => ({ kind: 'figures', articleIds: eachOrMany }),
  status: ({ eachOrMany }) => ({ kind: 'status', articleIds: eachOrMany }),
  feeds: ({ eachOrMany }) => ({ kind: 'feeds', feedIds: eachOrMany }),
  refresh: () => ({ kind: 'refresh' }),
  gazetteer: () => ({ kind: 'gazetteer' }),
  import: () => ({ kind: 'import' }),
  transfer: () => ({ kind: 'transfer' }),
  prepare: () => ({ kind: 'prepare' }),
  search: () => ({ kind: 'search' }),
  settings: () => ({ kind: 'settings' }),
  backups: () => ({ kind: 'backups' }),
  catalogue: () => ({ kind: 'catalogue' }),
  watch: () => ({ kind: 'watch' }),
  alerts: () => ({ kind: 'alerts' }),
  rules: () => ({ kind: 'rules' }),
  offers: () => ({ kind: 'offers' }),
  library: () => ({ kind: 'library' }),
};

function eventsOf(held: Held): EngineEvent[] {
  return [...held].map(([kind, named]) => MERGED[kind](named));
}
