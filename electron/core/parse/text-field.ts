import { isUtf8 } from 'node:buffer';
import { withoutMojibake } from './mojibake.ts';
import type { Attributes, Field, Place } from './field.ts';
import type { ScannedText } from './scanned-feed.ts';

export interface TextOptions {
  readonly attributes: Attributes;
  readonly place: Place;
  readonly isAtom: boolean;
  /** Whether it may hold a whole article, and so every element that HTML has. */
  readonly isBody: boolean;
}

function looksLikeHtml(text: string): boolean {
  return /<(?:\/(?:p|a|b|i|div|span|em|strong|ul|li|table|h[1-6])>|br\s?\/?>|p>|img\s)/i.test(text);
}

function fromBase64(written: string): string {
  const bytes = Buffer.from(written, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8') : '';
}

/** RFC 4287 section 4.1.3.3: content of any type that is neither text nor XML is in base64. */
function isBinary(type: string): boolean {
  return /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/.test(type) && !type.startsWith('text/') && !/html|[/+]xml$/.test(type);
}

/** A text construct: RSS means HTML by it, Atom says by its type (and Atom 0.3 by its mode) what it means. */
export function textField({ attributes, place, isAtom, isBody }: TextOptions, take: (text: ScannedText) => void): Field {
  const written = attributes['type'];
  const type = written === undefined ? '' : (written.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  const mode = attributes['mode']?.trim().toLowerCase();
  const isXml = type === 'xhtml' || /[/+]xml$/.test(type) || mode === 'xml';
  const isBase64 = mode === 'base64' || (isAtom && mode === undefined && isBinary(type));
  const isPlain = isAtom && (type === '' || type === 'text' || (type.startsWith('text/') && type !== 'text/html'));
  return {
    until: isBody ? 'feed-field' : 'field',
    mode: isXml && mode !== 'escaped' ? 'markup' : 'decoded',
    end: (capture) => {
      const value = withoutMojibake(isBase64 && !capture.hasElements ? fromBase64(capture.value) : capture.value);
      const isHtml = !isPlain || capture.hasElements || (isBody && looksLikeHtml(value));
      take({ value, isHtml, base: place.base, lang: place.lang });
    },
  };
}
