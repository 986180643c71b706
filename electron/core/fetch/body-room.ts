/** The bytes that one trip holds: of bodies under way, and of those that wait to be read. */
export interface BodyHold {
  readonly add: (bytes: number) => void;
  /** Whether this trip has to wait for room. */
  readonly isFull: () => boolean;
  /** Resolves at once where there is room, else when there is, or when this is the eldest of those that hold any. */
  readonly room: () => Promise<void>;
}

export interface BodyRoom {
  /** For one trip; `release` gives back all that it held. */
  hold(): BodyHold & { readonly release: () => void };
  /** Held now by all. */
  readonly bytes: number;
}

interface Holder {
  bytes: number;
  readonly waiting: (() => void)[];
}

/**
 * Bounds the bytes of bodies in one thread: they lie outside the limit of its heap. While more than `most` are held, only
 * the eldest trip reads on, so that one always comes to its end; at most one body of it goes beyond.
 */
export function createBodyRoom(most: number): BodyRoom {
  // In the order of their first wish for room.
  const holders = new Set<Holder>();
  let held = 0;

  const mayGoOn = (holder: Holder): boolean => held < most || holders.values().next().value === holder;

  /** One trip a turn: what it then adds counts before the next goes on. */
  const wake = (): void => {
    const next = [...holders].find((holder) => holder.waiting.length > 0 && mayGoOn(holder));
    if (!next) return;
    for (const resume of next.waiting.splice(0)) resume();
    setImmediate(wake);
  };

  return {
    hold() {
      const holder: Holder = { bytes: 0, waiting: [] };
      return {
        add(bytes) {
          holders.add(holder);
          holder.bytes += bytes;
          held += bytes;
        },
        isFull: () => !mayGoOn(holder),
        room() {
          holders.add(holder);
          if (mayGoOn(holder)) return Promise.resolve();
          return new Promise((resolve) => holder.waiting.push(resolve));
        },
        release() {
          held -= holder.bytes;
          holder.bytes = 0;
          holders.delete(holder);
          for (const resume of holder.waiting.splice(0)) resume();
          wake();
        },
      };
    },
    get bytes() {
      return held;
    },
  };
}
