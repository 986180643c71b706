import type { ScannedLink, ScannedText } from './scanned-feed.ts';
import type { TextCapture } from './text-capture.ts';

/** A field that is being captured, and what becomes of its text. */
export interface Field {
  /** What, where the element is never closed, ends it: the next field, the next that stands in no text of an article, or only the next item. */
  readonly until: 'field' | 'feed-field' | 'item';
  readonly mode: 'decoded' | 'markup';
  end(capture: TextCapture): void;
}

/** What an element is: a field, or a place whose children are read as if they stood outside it, as Atom's source, as its media's own, or not at all. */
export type Entered = Field | 'inside' | 'source' | 'media' | 'skip';

export type Attributes = Readonly<Record<string, string>>;

export interface Place {
  readonly context: string;
  readonly base: string | null;
  readonly lang: string | null;
}

export const MOST_VALUES = 64;
const LONGEST_NAME = 10_000;

/** Adds to a list that no document can make long. */
export function push<T>(list: T[], value: T): void {
  if (list.length < MOST_VALUES) list.push(value);
}

/** Puts before the others of such a list what counts more than they. */
export function pushFirst<T>(list: T[], value: T): void {
  list.unshift(value);
  if (list.length > MOST_VALUES) list.pop();
}

/** A short value without markup. */
export function nameField(take: (value: string) => void): Field {
  return {
    until: 'field',
    mode: 'decoded',
    end: (capture) => {
      const value = capture.value.trim().slice(0, LONGEST_NAME);
      if (value !== '') take(value);
    },
  };
}

const NOTHING: Field = { until: 'field', mode: 'decoded', end: () => undefined };

/** An element whose attributes say everything. Capturing its text all the same lets the next field end it where it was never closed. */
export function attributesOnly(): Field {
  return NOTHING;
}

/** What stands in the first child of that name, which TextCapture wrote out. */
function childText(value: string, name: string): string | null {
  const open = value.indexOf(`<${name}`);
  const start = open === -1 ? -1 : value.indexOf('>', open);
  const end = start === -1 ? -1 : value.indexOf(`</${name}>`, start);
  return end === -1 ? null : value.slice(start + 1, end).trim() || null;
}

/** Of what Atom tells of a person, what names it best. */
const PARTS = ['name', 'email', 'uri', 'url', 'homepage', 'value'];

/** Whether a person is written by children, be they empty. */
function isPerson(value: string): boolean {
  return PARTS.some((part) => value.includes(`<${part}`));
}

/** A person as Atom writes one, by children, or as RSS does, by text. */
export function personField(take: (name: string) => void): Field {
  return {
    until: 'field',
    mode: 'decoded',
    end: (capture) => {
      const value = capture.value.trim().slice(0, LONGEST_NAME);
      const name = capture.hasElements ? (PARTS.map((part) => childText(value, part)).find((text) => text !== null) ?? (isPerson(value) ? null : value)) : value;
      if (name) take(name);
    },
  };
}

/** An address that belongs to a place: absolute where an xml:base is in force there. */
export function placedAddress(written: string, { base }: Place): string {
  let href = written.trim();
  // Escaped once more than its format asks for: no address has this in it.
  if (href.includes('&amp;')) href = href.replaceAll('&amp;', '&');
  if (/^www\.[\w-]/i.test(href)) href = `http://${href}`;
  return base === null ? href : (URL.parse(href, base)?.href ?? href);
}

/** A picture: an address as text, or in a child as RSS's own image has it. */
export function imageField(place: Place, take: (address: string) => void): Field {
  return {
    until: 'item',
    mode: 'decoded',
    end: (capture) => {
      const written = capture.hasElements ? childText(capture.value, 'url') : capture.value.trim();
      if (written && written.length <= LONGEST_NAME && !/[\s<>]/.test(written)) take(placedAddress(written, place));
    },
  };
}

const IANA = 'http://www.iana.org/assignments/relation/';

export function toLink(attributes: Attributes, address: string | undefined, place: Place): ScannedLink | null {
  if (address === undefined || address.trim() === '') return null;
  const bytes = Number(attributes['length'] ?? attributes['filesize'] ?? Number.NaN);
  const rel = (attributes['rel'] ?? 'alternate').trim().toLowerCase();
  return {
    rel: rel.startsWith(IANA) ? rel.slice(IANA.length) : rel,
    href: placedAddress(address, place),
    type: attributes['type']?.trim().toLowerCase() || null,
    bytes: Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null,
  };
}

/** An alternate link of Atom's inside RSS: it counts where RSS's own is missing, for many who mean `self` forget to say so. */
export function borrowed(link: ScannedLink): ScannedLink {
  return link.rel === 'alternate' ? { ...link, rel: 'borrowed' } : link;
}

/** Atom writes the address as an attribute, RSS as the text. */
export function linkField(attributes: Attributes, address: string | undefined, place: Place, take: (link: ScannedLink) => void): Field {
  const written = toLink(attributes, address, place);
  if (written) {
    take(written);
    return attributesOnly();
  }
  return nameField((value) => {
    const link = toLink(attributes, value, place);
    if (link) take(link);
  });
}

/** The longer of two texts for the same place. */
export function longer(known: ScannedText | null, text: ScannedText): ScannedText | null {
  if (text.value.trim() === '') return known;
  return known && known.value.length >= text.value.length ? known : text;
}
