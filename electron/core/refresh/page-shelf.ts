/** A page as it was fetched. */
export interface ShelvedPage {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  /** After every redirect. */
  readonly finalUrl: string;
}

/** Holds the pages that somebody looks at right now: a few, for minutes. */
export interface PageShelf {
  get(url: string, now: number): ShelvedPage | null;
  put(url: string, page: ShelvedPage, now: number): void;
}

const MOST = 2;
/** A person who is correcting rules reads on the same page for about as long. */
const LASTS_MS = 5 * 60_000;

export function createPageShelf(): PageShelf {
  const pages = new Map<string, { readonly page: ShelvedPage; readonly at: number }>();
  return {
    get(url, now) {
      const held = pages.get(url);
      return held && now >= held.at && now - held.at < LASTS_MS ? held.page : null;
    },
    put(url, page, now) {
      pages.delete(url);
      pages.set(url, { page, at: now });
      const [oldest] = pages.keys();
      if (pages.size > MOST && oldest !== undefined) pages.delete(oldest);
    },
  };
}
