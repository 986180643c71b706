/** Which characters of a text are spoken for, each by at most a few writers; as quick as a look at one byte. */
export class Taken {
  readonly #marks: Uint8Array;

  constructor(length: number) {
    this.#marks = new Uint8Array(length);
  }

  mark(start: number, end: number): void {
    this.#marks.fill(1, start, end);
  }

  /** Whether any character of a stretch is. */
  has(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#marks[at] === 1) return true;
    return false;
  }
}
