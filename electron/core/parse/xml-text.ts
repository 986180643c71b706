const PREDEFINED: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);
/** What the references 128 to 159 mean to every publisher who writes them. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** The two halves of a character beyond the basic plane, which some writers refer to one by one. */
const PAIR = /&#(5[56]\d{3}|[xX][dD][89abAB][0-9a-fA-F]{2});&#(5[67]\d{3}|[xX][dD][c-fC-F][0-9a-fA-F]{2});/g;
const REFERENCE = /&(#[xX][0-9a-fA-F]{1,8}|#\d{1,8}|[A-Za-z_][\w.-]{0,63});/g;
/** How much text the entities of a document's own making may add. */
const MOST_EXPANSION = 1_000_000;
const MOST_ENTITIES = 200;

/** Control characters that XML 1.0 forbids (section 2.2), the two that are no characters, and the controls that stand where Windows has quotation marks. */
// oxlint-disable-next-line no-control-regex
const ODD = /[\0-\x08\x0b\x0c\x0e-\x1f\x80-\x9f\ufffe\uffff]/g;

function fromWindows(code: number): string | undefined {
  return code >= 128 && code <= 159 ? WINDOWS_1252[code - 128] : undefined;
}

function fromReference(code: number): string {
  const known = fromWindows(code);
  if (known !== undefined) return known;
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff);
  return isCharacter ? String.fromCodePoint(code) : '';
}

function codeOf(number: string): number {
  return /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
}

function numeric(name: string): string {
  return fromReference(codeOf(name.slice(1)));
}

function withWholePairs(text: string): string {
  if (!text.includes('&#')) return text;
  return text.replace(PAIR, (written, high: string, low: string) => {
    const character = String.fromCharCode(codeOf(high), codeOf(low));
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(character) ? character : written;
  });
}

/** Text without what XML forbids. The controls of Latin-1, which nobody writes, are what Windows means by their bytes: text that was taken for Latin-1 and sent as UTF-8. */
export function stripForbidden(text: string): string {
  return text.replace(ODD, (character) => fromWindows(character.charCodeAt(0)) ?? '');
}

/** The references of one document: XML's five, numbers, and simple entities that the document declares itself. */
export class XmlReferences {
  #own = new Map<string, string>();
  #budget = MOST_EXPANSION;

  /** Takes the internal entities out of a piece of a document type declaration. Entities made of entities are left out. */
  declare(declaration: string): void {
    const entity = /ENTITY\s{1,9}([A-Za-z_][\w.-]{0,63})\s{1,9}(?:"([^"]{0,500})"|'([^']{0,500})')/g;
    for (const [, name = '', double, single] of declaration.slice(0, 100_000).matchAll(entity)) {
      const value = double ?? single ?? '';
      if (this.#own.size >= MOST_ENTITIES || this.#own.has(name)) continue;
      if (/&(?!#)/.test(value)) continue;
      this.#own.set(name, value.replace(REFERENCE, (_, reference: string) => numeric(reference)));
    }
  }

  #ownValue(name: string): string | undefined {
    const value = this.#own.get(name);
    if (value === undefined || value.length > this.#budget) return undefined;
    this.#budget -= value.length;
    return value;
  }

  /** Text as XML means it. What no XML reference is, such as HTML's `&nbsp;`, stays as written, or becomes what `unknown` says. */
  decode(text: string, unknown: (written: string) => string = (written) => written): string {
    if (!text.includes('&')) return text;
    return withWholePairs(text).replace(REFERENCE, (written, name: string) => (name.startsWith('#') ? numeric(name) : (PREDEFINED.get(name) ?? this.#ownValue(name) ?? unknown(written))));
  }

  /** Markup with the document's own entities replaced and every other reference left for HTML. */
  expand(markup: string): string {
    if (this.#own.size === 0 || !markup.includes('&')) return markup;
    return markup.replace(REFERENCE, (written, name: string) => {
      const value = name.startsWith('#') || PREDEFINED.has(name) ? undefined : this.#ownValue(name);
      return value === undefined ? written : escapeHtml(value);
    });
  }
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(value: string): string {
  return escapeHtml(value).replaceAll('"', '&quot;');
}

/** Any text as a CDATA section. */
export function toCdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
