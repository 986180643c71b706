import { Parser } from 'htmlparser2';
import { ReaderError } from '../../contract/errors.ts';
import type { OpmlDocument, OpmlOutline } from './opml.ts';
import { XmlReferences, stripForbidden } from './xml-text.ts';

const MOST_OUTLINES = 20_000;
const LONGEST_OPML = 20 * 1024 * 1024;
/** Deeper outlines join the folder at this depth: no person nests so far, and whoever walks the tree may recurse. */
const DEEPEST = 64;
/** Elements of any name inside each other; each end tag that ends nothing makes the tokenizer look through all of them. */
const DEEPEST_XML = 1000;
const LONGEST_VALUE = 8192;

interface OpenOutline extends OpmlOutline {
  readonly children: OpenOutline[];
}

function tooLarge(limit: number): ReaderError {
  return new ReaderError('opml-too-large', `more than ${limit}`, { limit });
}

/** Reads one OPML file; see parseOpml. */
class OpmlReading {
  readonly #references = new XmlReferences();
  readonly #root: OpenOutline[] = [];
  readonly #open: (OpenOutline | null)[] = [];
  #title: string | null = null;
  #inTitle = false;
  #isOpml = false;
  #outlines = 0;
  #depth = 0;
  #isCdata = false;

  read(text: string): OpmlDocument {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#enter(name.toLowerCase(), attributes),
        onclosetag: (name) => this.#leave(name.toLowerCase()),
        ontext: (data) => {
          if (this.#inTitle) this.#title = ((this.#title ?? '') + (this.#isCdata ? data : this.#references.decode(data))).slice(0, LONGEST_VALUE);
        },
        oncdatastart: () => (this.#isCdata = true),
        oncdataend: () => (this.#isCdata = false),
        onprocessinginstruction: (name, data) => {
          if (name.startsWith('!')) this.#references.declare(data);
        },
      },
      { xmlMode: true, decodeEntities: false },
    );
    parser.end(text);
    if (!this.#isOpml) throw new ReaderError('not-opml', 'no opml element');
    return { title: this.#title?.trim() || null, outlines: this.#root };
  }

  #enter(name: string, raw: Readonly<Record<string, string>>): void {
    if (!this.#isOpml) {
      if (name !== 'opml') throw new ReaderError('not-opml', 'another document', { root: name.slice(0, 40) });
      this.#isOpml = true;
    }
    if (++this.#depth > DEEPEST_XML) throw tooLarge(DEEPEST_XML);
    if (name === 'title') this.#inTitle = this.#title === null;
    if (name !== 'outline') return;
    if (++this.#outlines > MOST_OUTLINES) throw tooLarge(MOST_OUTLINES);
    const outline = this.#outline(raw);
    const parent = this.#open.findLast((open) => open !== null);
    (parent?.children ?? this.#root).push(outline);
    this.#open.push(this.#open.length < DEEPEST ? outline : null);
  }

  #leave(name: string): void {
    this.#depth--;
    if (name === 'title') this.#inTitle = false;
    if (name === 'outline') this.#open.pop();
  }

  #outline(raw: Readonly<Record<string, string>>): OpenOutline {
    const attributes: Record<string, string> = {};
    for (const name in raw) attributes[name.toLowerCase()] ??= this.#references.decode((raw[name] ?? '').slice(0, LONGEST_VALUE)).trim();
    const feedUrl = attributes['xmlurl'] || null;
    return { title: attributes['title'] || attributes['text'] || feedUrl || '', feedUrl, siteUrl: attributes['htmlurl'] || null, children: [] };
  }
}

/** A subscription list as the tree that it is (OPML 2.0; broken XML is read as far as it goes). Throws `not-opml` or `opml-too-large`. */
export function parseOpml(text: string): OpmlDocument {
  if (text.length > LONGEST_OPML) throw tooLarge(LONGEST_OPML);
  return new OpmlReading().read(stripForbidden(text));
}
