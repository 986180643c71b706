import { isDeepStrictEqual } from 'node:util';
import { isUtf8 } from 'node:buffer';
import { ReaderError } from '../../../electron/contract/errors.ts';
import { normalizeAddress } from '../../../electron/core/fetch/address.ts';
import { decodeText, utf8Of } from '../../../electron/core/fetch/decode-text.ts';
import { canonicalUrl } from '../../../electron/core/normalize/canonical-url.ts';
import { sanitizeArticle } from '../../../electron/core/normalize/sanitize-article.ts';
import { pageClues } from '../../../electron/core/parse/discover-links.ts';
import { parseDate } from '../../../electron/core/parse/parse-date.ts';
import { parseOpml } from '../../../electron/core/parse/parse-opml.ts';
import { titleText } from '../../../electron/core/parse/title-text.ts';
import { writeOpml } from '../../../electron/core/parse/write-opml.ts';
import { dateText, html, oddText, opml } from '../generate.ts';
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';
import { hold, type FuzzTarget } from './fuzz-target.ts';
import { holdSafe } from './safe-html.ts';

const BASE = 'https://metals.example/story';
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const spoilt = (text: string, random: Random): Uint8Array => (random.chance(0.5) ? mutate(Buffer.from(text), random) : Buffer.from(text));

/**
 * What is sanitized cannot run or ask for anything, however often it is sanitized. A second time may close an element that
 * one of no list had kept open (`<p><unknown><div>`); from then on it stays as it is.
 */
export const SANITIZER: FuzzTarget = {
  name: 'sanitizer',
  make: (random, seeds) => spoilt(random.chance(0.5) ? html(random) : `${random.pick(seeds.html)}${html(random, 4)}${random.pick(seeds.html)}`, random),
  check(bytes) {
    const once = sanitizeArticle(textOf(bytes), BASE);
    holdSafe(once.html);
    const twice = sanitizeArticle(once.html, BASE);
    holdSafe(twice.html);
    const thrice = sanitizeArticle(twice.html, BASE);
    hold(thrice.html === twice.html, 'sanitizing again changed it', [twice.html, thrice.html]);
    hold(thrice.text === twice.text, 'sanitizing again changed its text', [twice.text, thrice.text]);
    const title = titleText(textOf(bytes), true);
    hold(title === null || (title.length <= 2000 && !/[\n\r\t]/.test(title)), 'a title of more than one line', title);
  },
};

/** Any text is a moment that a clock can show, or none. */
export const DATE: FuzzTarget = {
  name: 'date',
  make: (random) => Buffer.from(dateText(random)),
  check(bytes) {
    for (const zone of [0, 480]) {
      const time = parseDate(textOf(bytes), zone);
      hold(time === null || (Number.isInteger(time) && Math.abs(time) <= 8.64e15), 'a time that cannot be', time);
    }
  },
};

/** A subscription list is read as far as it goes, or refused with a code; written and read again it is the same. */
export const OPML: FuzzTarget = {
  name: 'opml',
  make: (random) => spoilt(opml(random), random),
  check(bytes) {
    try {
      const list = parseOpml(textOf(bytes));
      // Longer values are cut, and written they are longer.
      if (/"[^"]{1500}/.test(textOf(bytes))) return;
      const again = parseOpml(writeOpml(list, 0));
      // XML 1.0 section 3.1: attributes have no order.
      hold(isDeepStrictEqual(again, list), 'a list that was written is read otherwise', [list, again]);
    } catch (error) {
      if (!(error instanceof ReaderError && (error.code === 'not-opml' || error.code === 'opml-too-large'))) throw error;
    }
  },
};

/** The feeds that a page names are addresses that can be asked. */
export const LINKS: FuzzTarget = {
  name: 'links',
  make: (random) => spoilt(`<html><head><base href="${oddText(random, 2)}"><link rel="alternate" type="application/rss+xml" href="${oddText(random, 2)}">${html(random)}`, random),
  check(bytes) {
    const { feeds, anchors, refresh } = pageClues(textOf(bytes), BASE);
    hold(feeds.length <= 64 && anchors.length <= 32, 'too many links', feeds.length + anchors.length);
    for (const url of [...feeds, ...anchors].map((link) => link.url).concat(refresh ?? [])) hold(/^https?:\/\/[^/]/.test(url) && URL.canParse(url), 'a link that cannot be asked', url);
  },
};

/** What a person pastes is an address, made so once for all, or refused with a code. */
export const ADDRESS: FuzzTarget = {
  name: 'address',
  make: (random) => Buffer.from(random.chance(0.5) ? oddText(random, 3) : `${random.pick(['', 'feed:', 'https://', 'HTTP://', '//', ' "'])}metals.example${oddText(random, 3)}`),
  check(bytes) {
    try {
      const address = normalizeAddress(textOf(bytes));
      hold(/^https?:\/\/[^/]/.test(address) && normalizeAddress(address) === address, 'an address that is none', address);
      hold(canonicalUrl(address) !== null, 'an address without a canonical form', address);
    } catch (error) {
      if (!(error instanceof ReaderError && (error.code === 'invalid-address' || error.code === 'unsupported-scheme'))) throw error;
    }
  },
};

const TYPES = [null, 'text/xml', 'text/xml; charset=gbk', 'text/html; charset="utf-8"', 'application/xml;charset=utf-16', 'x; charset=hz-gb-2312', 'x; charset=nonsense', 'x;charset=iso-2022-jp'];

/** Any bytes are some text, the same by either way of reading them. */
export const ENCODING: FuzzTarget = {
  name: 'encoding',
  make: (random, { feeds }) => mutate(random.pick(feeds), random),
  check(bytes) {
    for (const type of TYPES) {
      const utf8 = utf8Of(bytes, type);
      hold(isUtf8(utf8), 'bytes that are not UTF-8', type);
      const text = new TextDecoder('utf-8').decode(utf8);
      hold(text === decodeText(bytes, type).toWellFormed(), 'two readings of the same bytes', type);
    }
  },
};
