import type { Origins } from '../addresses.ts';
import { escape } from '../escape.ts';
import type { Outlet } from '../outlet.ts';

interface Node {
  readonly feeds: Outlet[];
  readonly folders: Map<string, Node>;
}

function write(node: Node, origins: Origins, indent: string): string {
  const feeds = node.feeds.map((outlet) => {
    const origin = origins(outlet.id);
    return `${indent}<outline type="rss" text="${escape(outlet.title)}" title="${escape(outlet.title)}" xmlUrl="${origin}${outlet.feedPath}" htmlUrl="${origin}/"/>`;
  });
  const folders = [...node.folders].map(([title, inner]) => `${indent}<outline text="${escape(title)}" title="${escape(title)}">\n${write(inner, origins, `${indent}  `)}\n${indent}</outline>`);
  return [...feeds, ...folders].join('\n');
}

/** All outlets that have a feed, in their nested folders. */
export function opml(outlets: readonly Outlet[], origins: Origins): string {
  const root: Node = { feeds: [], folders: new Map() };
  for (const outlet of outlets) {
    if (outlet.feedPath === '') continue;
    let node = root;
    for (const title of outlet.folder) {
      let inner = node.folders.get(title);
      if (!inner) node.folders.set(title, (inner = { feeds: [], folders: new Map() }));
      node = inner;
    }
    node.feeds.push(outlet);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>The newsroom</title></head>
<body>
${write(root, origins, '  ')}
</body>
</opml>
`;
}
