/** A story as its outlet holds it. Times are epoch milliseconds. */
export interface Story {
  /** Unique in its outlet; part of the address. */
  readonly slug: string;
  readonly title: string;
  /** One or two plain sentences. */
  readonly summary: string;
  /** The body in the newsroom's light markup (see markup.ts), or null where `html` is given. */
  readonly text: string | null;
  /** A body that is served exactly as it is, for tests that need odd HTML. */
  readonly html: string | null;
  readonly author: string;
  readonly tags: readonly string[];
  /** Name of the leading picture, or null. */
  readonly picture: string | null;
  readonly publishedAt: number;
  readonly updatedAt: number;
}

/** What a story is made of when a test or a person publishes one; everything else is filled in. */
export interface NewStory {
  readonly title: string;
  readonly slug?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly html?: string;
  readonly author?: string;
  readonly tags?: readonly string[];
  readonly picture?: string | null;
  /** Age in hours; 0 when left out. */
  readonly hours?: number;
}
