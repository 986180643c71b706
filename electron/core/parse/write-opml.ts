import { impliedType, OPML_NAMESPACE, type OpmlDocument, type OpmlOutline } from './opml.ts';
import { escapeAttribute, escapeHtml, stripForbidden } from './xml-text.ts';

function attribute(name: string, value: string | null): string {
  // A line break in an attribute would be read back as a space (XML 1.0 section 3.3.3).
  return value === null ? '' : ` ${name}="${escapeAttribute(stripForbidden(value)).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;
}

function outlineLines(outline: OpmlOutline, depth: number): string[] {
  const { title, feedUrl, siteUrl, attributes, extension, children } = outline;
  const { text = title, type = impliedType(outline), ...others } = attributes;
  const written = [
    attribute('text', text), attribute('title', title), attribute('type', type), attribute('xmlUrl', feedUrl), attribute('htmlUrl', siteUrl),
    ...Object.entries(others).map(([name, value]) => attribute(name, value)),
    ...Object.entries(extension).map(([name, value]) => attribute(`mz:${name}`, value)),
  ];
  const indent = '  '.repeat(depth);
  const head = `${indent}<outline${written.join('')}`;
  if (children.length === 0) return [`${head}/>`];
  return [`${head}>`, ...children.flatMap((child) => outlineLines(child, depth + 1)), `${indent}</outline>`];
}

function hasExtension({ extension, children }: OpmlOutline): boolean {
  return Object.keys(extension).length > 0 || children.some(hasExtension);
}

/** A subscription list as OPML 2.0, which parseOpml reads back as the same tree. `createdAt` is epoch milliseconds. */
export function writeOpml({ title, outlines }: OpmlDocument, createdAt: number): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0"${outlines.some(hasExtension) ? ` xmlns:mz="${OPML_NAMESPACE}"` : ''}>`,
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
