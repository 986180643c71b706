import type { Feed } from '../../electron/contract/model.ts';

/** What a file names, counted before anything is sent. */
export interface OpmlOutline {
  readonly addresses: readonly string[];
  readonly folders: number;
}

export interface OpmlPreview {
  readonly sources: number;
  readonly followed: number;
  readonly folders: number;
}

const LONGEST = 5_000_000;

/** Reads a file, once: it may hold thousands of sources. Null where the browser's parser cannot read it (the engine's may). */
export function opmlOutline(opml: string): OpmlOutline | null {
  // The window would stand still while it is read.
  if (opml.length > LONGEST) return null;
  const parsed = new DOMParser().parseFromString(opml, 'text/xml');
  if (parsed.querySelector('parsererror') || parsed.documentElement.localName.toLowerCase() !== 'opml') return null;
  const outlines = [...parsed.getElementsByTagName('outline')];
  const addresses = outlines.map((outline) => (outline.getAttribute('xmlUrl') ?? outline.getAttribute('xmlurl') ?? '').trim()).filter((address) => address !== '');
  return { addresses, folders: outlines.filter((outline) => outline.getElementsByTagName('outline').length > 0).length };
}

/** What an import of a file would find, beside what is followed now. */
export function opmlPreview({ addresses, folders }: OpmlOutline, feeds: readonly Feed[]): OpmlPreview {
  const known = new Set(feeds.map((feed) => feed.feedUrl));
  return { sources: addresses.length, followed: addresses.filter((address) => known.has(address)).length, folders };
}
