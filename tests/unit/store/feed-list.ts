/** A subscription list of 1,000 feeds in a folder of its name. */
export function feedList(name: string): string {
  const outlines = Array.from({ length: 1000 }, (_, index) => `<outline type="rss" text="${name}-${index}" xmlUrl="https://${name}-${index}.example/feed"/>`);
  return `<opml version="2.0"><body><outline text="${name}">${outlines.join('')}</outline></body></opml>`;
}
