import { Parser } from 'htmlparser2';
import { ReaderError } from '../../contract/errors.ts';
import type { OpmlDocument, OpmlOutline } from './opml.ts';
import { declaredIn, outlineOf, type Namespaces } from './opml-attributes.ts';
import { escapeHtml, stripForbidden, XmlReferences } from './xml-text.ts';

const MOST_OUTLINES = 20_000;
const LONGEST_OPML = 20 * 1024 * 1024;
/** Deeper outlines join the folder at this depth: no person nests so far, and whoever walks the tree may recurse. */
const DEEPEST = 64;
/** Elements of any name inside each other; each end tag that ends nothing makes the tokenizer look through all of them. */
const DEEPEST_XML = 1000;
const LONGEST_TITLE = 8192;
const STRETCH = 64 * 1024;

interface OpenOutline extends OpmlOutline {
  readonly children: OpenOutline[];
}

/** Readers write `&eacute;` and `&nbsp;` without declaring them; what HTML does not know stays as written. */
function fromHtml(reference: string): string {
  let text = '';
  new Parser({ ontext: (data) => (text += data) }, { decodeEntities: true }).end(reference);
  // HTML also knows beginnings of names: such is not meant here.
  return /[&;]/.test(text) ? reference : text;
}

function tooLarge(limit: number): ReaderError {
  return new ReaderError('opml-too-large', `more than ${limit}`, { limit });
}

/** Reads one OPML file stretch by stretch; see parseOpml. */
class OpmlReading {
  readonly #references = new XmlReferences();
  readonly #root: OpenOutline[] = [];
  readonly #open: (OpenOutline | null)[] = [];
  /** Of the root and of each open outline. */
  readonly #namespaces: Namespaces[] = [];
  readonly #parser: Parser;
  #title: string | null = null;
  #inTitle = false;
  #isOpml = false;
  #outlines = 0;
  #depth = 0;
  #isCdata = false;
  /** A line break in an attribute is a space (XML 1.0 section 3.3.3); readers that fold their lines count on it. */
  readonly #decode = (value: string): string => this.#references.decode(value.replace(/\r\n|[\t\n\r]/g, ' '), fromHtml);

  constructor() {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#enter(name.toLowerCase(), attributes),
        onclosetag: (name) => this.#leave(name.toLowerCase()),
        ontext: (data) => {
          // Decoded at the end: a reference may come in two pieces.
          if (this.#inTitle) this.#title = ((this.#title ?? '') + (this.#isCdata ? escapeHtml(data) : data)).slice(0, LONGEST_TITLE);
        },
        oncdatastart: () => (this.#isCdata = true),
        oncdataend: () => (this.#isCdata = false),
        onprocessinginstruction: (name, data) => {
          if (name.startsWith('!')) this.#references.declare(data);
        },
      },
      { xmlMode: true, decodeEntities: false },
    );
  }

  write(text: string): void {
    this.#parser.write(stripForbidden(text));
  }

  end(): OpmlDocument {
    this.#parser.end();
    if (!this.#isOpml) throw new ReaderError('not-opml', 'no opml element');
    return { title: this.#references.decode(this.#title ?? '', fromHtml).trim() || null, outlines: this.#root };
  }

  #enter(name: string, raw: Readonly<Record<string, string>>): void {
    if (!this.#isOpml) {
      if (name !== 'opml') throw new ReaderError('not-opml', 'another document', { root: name.slice(0, 40) });
      this.#isOpml = true;
    }
    if (++this.#depth > DEEPEST_XML) throw tooLarge(DEEPEST_XML);
    if (name === 'title') this.#inTitle = this.#title === null;
    if (name !== 'outline') {
      if (this.#open.length === 0) this.#namespaces[0] = declaredIn(raw, this.#namespaces[0] ?? new Map(), this.#decode);
      return;
    }
    if (++this.#outlines > MOST_OUTLINES) throw tooLarge(MOST_OUTLINES);
    const namespaces = declaredIn(raw, this.#namespaces[this.#open.length] ?? new Map(), this.#decode);
    const outline: OpenOutline = { ...outlineOf(raw, namespaces, this.#decode), children: [] };
    const parent = this.#open.findLast((open) => open !== null);
    (parent?.children ?? this.#root).push(outline);
    this.#open.push(this.#open.length < DEEPEST ? outline : null);
    this.#namespaces[this.#open.length] = namespaces;
  }

  #leave(name: string): void {
    this.#depth--;
    if (name === 'title') this.#inTitle = false;
    if (name === 'outline') this.#open.pop();
  }
}

/** A subscription list as the tree that it is (OPML 1.0 to 2.0; broken XML is read as far as it goes). Throws `not-opml` or `opml-too-large`. */
export function parseOpml(text: string): OpmlDocument {
  if (text.length > LONGEST_OPML) throw tooLarge(LONGEST_OPML);
  const reading = new OpmlReading();
  // By pieces, so that a list which is refused is refused early.
  for (let at = 0; at < text.length; at += STRETCH) reading.write(text.slice(at, at + STRETCH));
  return reading.end();
}
