import { impliedType, OPML_NAMESPACE, type OpmlDocument, type OpmlOutline } from './opml.ts';
import { escapeAttribute, escapeHtml, stripForbidden } from './xml-text.ts';

function attribute(name: string, value: string | null): string {
  // A line break in an attribute would be read back as a space (XML 1.0 section 3.3.3).
  return value === null ? '' : ` ${name}="${escapeAttribute(stripForbidden(value)).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;
}

/** Writes a list line by line, for whoever has not all of it at hand. */
export class OpmlLines {
  readonly #lines: string[] = [];
  #depth = 2;
  #isExtended = false;

  /** An outline that holds others: they follow, then `close`. */
  open(outline: Omit<OpmlOutline, 'children'>): void {
    this.#lines.push(`${this.#head(outline)}>`);
    this.#depth += 1;
  }

  close(): void {
    this.#depth -= 1;
    this.#lines.push(`${'  '.repeat(this.#depth)}</outline>`);
  }

  /** An outline that holds nothing. */
  leaf(outline: Omit<OpmlOutline, 'children'>): void {
    this.#lines.push(`${this.#head(outline)}/>`);
  }

  /** All of it as OPML 2.0. `createdAt` is epoch milliseconds. */
  document(title: string | null, createdAt: number): string {
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<opml version="2.0"${this.#isExtended ? ` xmlns:mz="${OPML_NAMESPACE}"` : ''}>`,
      '  <head>',
      ...(title === null ? [] : [`    <title>${escapeHtml(stripForbidden(title))}</title>`]),
      `    <dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>`,
      '  </head>',
      '  <body>',
      ...this.#lines,
      '  </body>',
      '</opml>',
      '',
    ].join('\n');
  }

  #head(outline: Omit<OpmlOutline, 'children'>): string {
    const { title, feedUrl, siteUrl, attributes, extension } = outline;
    const { text = title, type = impliedType(outline), ...others } = attributes;
    const own = Object.entries(extension);
    this.#isExtended ||= own.length > 0;
    const written = [
      attribute('text', text), attribute('title', title), attribute('type', type), attribute('xmlUrl', feedUrl), attribute('htmlUrl', siteUrl),
      ...Object.entries(others).map(([name, value]) => attribute(name, value)),
      ...own.map(([name, value]) => attribute(`mz:${name}`, value)),
    ];
    return `${'  '.repeat(this.#depth)}<outline${written.join('')}`;
  }
}

/** A subscription list as OPML 2.0, which parseOpml reads back as the same tree. `createdAt` is epoch milliseconds. */
export function writeOpml({ title, outlines }: OpmlDocument, createdAt: number): string {
  const lines = new OpmlLines();
  const write = (outline: OpmlOutline): void => {
    if (outline.children.length === 0) return lines.leaf(outline);
    lines.open(outline);
    outline.children.forEach(write);
    lines.close();
  };
  outlines.forEach(write);
  return lines.document(title, createdAt);
}
