import type { OpmlDocument, OpmlOutline } from './opml.ts';
import { escapeAttribute, escapeHtml, stripForbidden } from './xml-text.ts';

function attribute(name: string, value: string | null): string {
  // A line break in an attribute would be read back as a space (XML 1.0 section 3.3.3).
  return value === null ? '' : ` ${name}="${escapeAttribute(stripForbidden(value)).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;
}

function outlineLines({ title, feedUrl, siteUrl, children }: OpmlOutline, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const head = `${indent}<outline${attribute('text', title)}${attribute('title', title)}${feedUrl === null ? '' : attribute('type', 'rss')}${attribute('xmlUrl', feedUrl)}${attribute('htmlUrl', siteUrl)}`;
  if (children.length === 0) return [`${head}/>`];
  return [`${head}>`, ...children.flatMap((child) => outlineLines(child, depth + 1)), `${indent}</outline>`];
}

/** A subscription list as OPML 2.0, which parseOpml reads back as the same tree. `createdAt` is epoch milliseconds. */
export function writeOpml({ title, outlines }: OpmlDocument, createdAt: number): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    ...(title === null ? [] : [`    <title>${escapeHtml(stripForbidden(title))}</title>`]),
    `    <dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...outlines.flatMap((outline) => outlineLines(outline, 2)),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}
