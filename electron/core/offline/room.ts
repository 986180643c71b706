/** Bytes that were set aside for one thing of a size that nobody knows yet. */
export interface Portion {
  readonly bytes: number;
  /** It has come, and took so many bytes; the rest is free for others. To be called once. */
  settle(used: number): void;
}

/** What may still come within a budget, with what is under way taken for as large as it may be. */
export interface Room {
  /**
   * Sets aside `most` bytes. Where less is left, waits until nothing else is under way, so that all that is left is known and given;
   * null where that is too little for anything.
   */
  take(most: number): Promise<Portion | null>;
  /** Nothing more is given. */
  close(): void;
}

/** Less than this holds no text and no image worth the asking, bytes. */
const LEAST = 1000;

interface Waiting {
  readonly most: number;
  readonly resolve: (portion: Portion | null) => void;
}

/** Room for `bytes` in all. Who asks first is served first. */
export function createRoom(bytes: number): Room {
  let left = bytes;
  let underWay = 0;
  const waiting: Waiting[] = [];

  const give = (most: number): Portion => {
    const part = Math.min(most, left);
    left -= part;
    underWay += 1;
    return {
      bytes: part,
      settle(used) {
        left += part - used;
        underWay -= 1;
        serve();
      },
    };
  };

  const serve = (): void => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      if (left < next.most && underWay > 0) return;
      waiting.shift();
      next.resolve(left < Math.min(LEAST, next.most) ? null : give(next.most));
    }
  };

  return {
    take: (most) =>
      new Promise((resolve) => {
        waiting.push({ most, resolve });
        serve();
      }),
    close() {
      left = -Infinity;
      for (const { resolve } of waiting.splice(0)) resolve(null);
    },
  };
}

/** Room without an end. */
export const ENDLESS: Pick<Room, 'take'> = { take: async () => ({ bytes: Infinity, settle: () => undefined }) };
