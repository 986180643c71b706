/** Holds what a file gives to what the library takes, and remembers whether any of it had to go. */
export interface Clip {
  /** The beginning of a text, of at most so many UTF-16 units; no character is cut in two. */
  text(text: string, longest: number): string;
  list<T>(items: readonly T[], most: number): readonly T[];
  readonly isCut: boolean;
}

/** For one link, of which nothing was cut yet. */
export function createClip(): Clip {
  let isCut = false;
  return {
    text(text, longest) {
      if (text.length <= longest) return text;
      isCut = true;
      return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '');
    },
    list(items, most) {
      isCut ||= items.length > most;
      return items.slice(0, most);
    },
    get isCut() {
      return isCut;
    },
  };
}
