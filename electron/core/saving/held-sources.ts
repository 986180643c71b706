import type { ReadSource, SeenImage } from './read-source.ts';

/** What was previewed is saved as it was seen, within this time. */
const HELD_MS = 10 * 60_000;
const MOST_HELD = 4;
/** Of all that is held together; the one looked at last stays in any case. */
const MOST_HELD_BYTES = 64 * 1024 * 1024;

interface Held {
  readonly at: number;
  readonly reading: Promise<ReadSource>;
  readonly timer: NodeJS.Timeout;
  bytes: number;
}

/** What a person is looking at before saving it, for minutes and within a bound of memory: the oldest goes first. */
export class HeldSources {
  readonly #held = new Map<string, Held>();
  readonly #now: () => number;
  /** Called with the name of each that goes. */
  readonly #onGone: (reading: Promise<ReadSource>) => void;

  constructor(now: () => number, onGone: (reading: Promise<ReadSource>) => void) {
    this.#now = now;
    this.#onGone = onGone;
  }

  get(name: string): Promise<ReadSource> | null {
    const held = this.#held.get(name);
    return held && this.#now() - held.at < HELD_MS ? held.reading : null;
  }

  put(name: string, reading: Promise<ReadSource>): void {
    this.drop(name);
    const timer = setTimeout(() => this.drop(name), HELD_MS);
    timer.unref();
    this.#held.set(name, { at: this.#now(), reading, timer, bytes: 0 });
    this.#bound();
  }

  drop(name: string): void {
    const held = this.#held.get(name);
    if (!held) return;
    clearTimeout(held.timer);
    this.#held.delete(name);
    this.#onGone(held.reading);
  }

  /** Says how much is held under a name by now. */
  weigh(name: string, read: ReadSource, images: readonly Pick<SeenImage, 'bytes'>[]): void {
    const held = this.#held.get(name);
    if (held) held.bytes = images.reduce((sum, { bytes }) => sum + bytes.length, 2 * ((read.page?.html.length ?? 0) + (read.page?.text.length ?? 0)));
    this.#bound();
  }

  /** Bytes that are held, as far as they were weighed. */
  get bytes(): number {
    return [...this.#held.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Drops those of certain names. */
  dropAll(isMeant: (name: string) => boolean): void {
    for (const name of this.#held.keys()) if (isMeant(name)) this.drop(name);
  }

  clear(): void {
    this.dropAll(() => true);
  }

  #bound(): void {
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= 1 || (this.#held.size <= MOST_HELD && this.bytes <= MOST_HELD_BYTES)) return;
      this.drop(oldest);
    }
  }
}
