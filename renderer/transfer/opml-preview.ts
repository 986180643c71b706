import type { Feed } from '../../electron/contract/model.ts';

export interface OpmlPreview {
  readonly sources: number;
  readonly followed: number;
  readonly folders: number;
}

const LONGEST = 5_000_000;

/** What an import would find, counted before anything is sent; null where the browser's parser cannot read the file (the engine's may). */
export function opmlPreview(opml: string, feeds: readonly Feed[]): OpmlPreview | null {
  // The window would stand still while it is read.
  if (opml.length > LONGEST) return null;
  const parsed = new DOMParser().parseFromString(opml, 'text/xml');
  if (parsed.querySelector('parsererror') || parsed.documentElement.localName.toLowerCase() !== 'opml') return null;
  const outlines = [...parsed.getElementsByTagName('outline')];
  const addresses = outlines.map((outline) => (outline.getAttribute('xmlUrl') ?? outline.getAttribute('xmlurl') ?? '').trim()).filter((address) => address !== '');
  const known = new Set(feeds.map((feed) => feed.feedUrl));
  return {
    sources: addresses.length,
    followed: addresses.filter((address) => known.has(address)).length,
    folders: outlines.filter((outline) => outline.getElementsByTagName('outline').length > 0).length,
  };
}
