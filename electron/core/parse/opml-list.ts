import { ReaderError } from '../../contract/errors.ts';
import type { OpmlOutline } from './opml.ts';
import { parseOpml } from './parse-opml.ts';

/** A line of a subscription list: a source, a folder, or a source that is also a folder of others. */
export interface OpmlEntry extends Omit<OpmlOutline, 'children'> {
  /** Which of the folders before it, counted from 0, holds it; null at the top. */
  readonly parent: number | null;
  readonly isSource: boolean;
  readonly isFolder: boolean;
}

/** The lines of a list in their order. They lie in pieces, so that whoever takes them over from another thread need not do so at once. */
export interface OpmlList {
  /** How many of the lines are sources. */
  readonly sources: number;
  /** Arrays of lines as JSON. */
  readonly pieces: readonly string[];
}

/** Characters of a piece: about a millisecond to read. */
const PIECE = 64 * 1024;
/** Namespaces are repeated on every outline that uses them, so that a short file can make a very long list. */
const LONGEST_LIST = 48 * 1024 * 1024;

function isSource({ feedUrl, extension }: OpmlOutline): boolean {
  return feedUrl !== null || extension['kind'] === 'page';
}

/** An outline without a feed that holds others, or that says nothing but a title: a link or an inclusion is no folder. */
function isFolder(outline: OpmlOutline): boolean {
  const { title, attributes, children } = outline;
  if (title === '') return false;
  return children.length > 0 || (!isSource(outline) && attributes['type'] === undefined && attributes['url'] === undefined);
}

/** The first of an outline's categories as titles of folders (OPML 2.0: comma-separated, slash-delimited). */
function categoryPath({ attributes }: OpmlOutline): string[] {
  const [first = ''] = (attributes['category'] ?? '').split(',');
  return first.split('/').map((title) => title.trim()).filter((title) => title !== '');
}

class Listing {
  #sources = 0;
  #folders = 0;
  #length = 0;
  #piece: string[] = [];
  #pieceLength = 0;
  readonly #pieces: string[] = [];
  /** Folders that were made of categories, by path. */
  readonly #categories = new Map<string, number>();

  take(outlines: readonly OpmlOutline[], parent: number | null): void {
    for (const outline of outlines) {
      const line = { parent, isSource: isSource(outline), isFolder: isFolder(outline) };
      if (line.isSource || line.isFolder) this.#add(outline, line);
      this.take(outline.children, line.isFolder ? this.#folders - 1 : parent);
    }
  }

  /** A list without folders whose outlines say where they belong. */
  takeFlat(outlines: readonly OpmlOutline[]): void {
    for (const outline of outlines) {
      const parent = isSource(outline) && outline.extension['folder'] !== 'none' ? this.#category(categoryPath(outline)) : null;
      this.take([outline], parent);
    }
  }

  end(): OpmlList {
    this.#cut();
    return { sources: this.#sources, pieces: this.#pieces };
  }

  #category(path: readonly string[]): number | null {
    let parent: number | null = null;
    for (const [depth, title] of path.slice(0, 8).entries()) {
      const name = JSON.stringify(path.slice(0, depth + 1));
      const known = this.#categories.get(name);
      if (known === undefined) {
        this.#add({ title, feedUrl: null, siteUrl: null, attributes: {}, extension: {} }, { parent, isSource: false, isFolder: true });
        this.#categories.set(name, this.#folders - 1);
      }
      parent = known ?? this.#folders - 1;
    }
    return parent;
  }

  #add({ title, feedUrl, siteUrl, attributes, extension }: Omit<OpmlOutline, 'children'>, line: Pick<OpmlEntry, 'parent' | 'isSource' | 'isFolder'>): void {
    const text = JSON.stringify({ title, feedUrl, siteUrl, attributes, extension, ...line } satisfies OpmlEntry);
    this.#length += text.length;
    if (this.#length > LONGEST_LIST) throw new ReaderError('opml-too-large', `more than ${LONGEST_LIST}`, { limit: LONGEST_LIST });
    this.#piece.push(text);
    this.#pieceLength += text.length;
    this.#sources += Number(line.isSource);
    this.#folders += Number(line.isFolder);
    if (this.#pieceLength >= PIECE) this.#cut();
  }

  #cut(): void {
    if (this.#piece.length > 0) this.#pieces.push(`[${this.#piece.join(',')}]`);
    this.#piece = [];
    this.#pieceLength = 0;
  }
}

/**
 * Reads a subscription list into lines. Where no outline holds another, `category` says the folders, as readers without
 * nested lists write them. Throws `not-opml` or `opml-too-large`. What it costs is bounded, yet may be seconds.
 */
export function listOpml(text: string): OpmlList {
  const { outlines } = parseOpml(text);
  const listing = new Listing();
  if (outlines.some((outline) => isFolder(outline))) listing.take(outlines, null);
  else listing.takeFlat(outlines);
  return listing.end();
}
