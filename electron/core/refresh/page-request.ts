const PAGE_TYPES = 'text/html, application/xhtml+xml, application/json;q=0.9, text/plain;q=0.6, */*;q=0.5';
/** Of a decoded page: what is longer is not a list that a person reads. */
const MOST_BYTES = 10 * 1024 * 1024;
/** What the request for a page asks beyond that for a feed. */
export const PAGE_REQUEST = { accept: PAGE_TYPES, maxBytes: MOST_BYTES } as const;
