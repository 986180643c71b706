import { languageOfText } from '../../../electron/core/normalize/language.ts';
import type { ParsedEnclosure, ParsedFeed, ParsedItem, ParseResult } from '../../../electron/core/parse/parsed-feed.ts';
import { personName } from '../../../electron/core/parse/person-name.ts';
import { addressesIn } from './addresses-in.ts';
import { asShown } from './as-shown.ts';
import type { ExpectedEnclosure, ExpectedFeed, ExpectedItem } from './expectation.ts';
import { canonicalHtml, folded, saysTheSame, seenText } from './text-forms.ts';

export interface Compared {
  readonly field: string;
  readonly isRight: boolean;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface CompareOptions {
  /** No allowance for what other parsers do otherwise: dates by their own name, texts character by character, every enclosure counted. */
  readonly isStrict?: boolean;
}

const SECOND = 1000;

/** A short text as it may have been meant: plain, HTML, or HTML that was escaped. */
function meanings(text: string): string[] {
  const seen = seenText(text);
  return [...new Set([text, seen, seenText(seen)].map(folded))];
}

/** Whether nothing is expected of an item but that it is there. */
function isSilent(item: ExpectedItem): boolean {
  return Object.values(item).every((value) => value === undefined);
}

class Comparison {
  readonly found: Compared[] = [];
  readonly #isStrict: boolean;
  readonly #feed: ParsedFeed | null;
  readonly #url: string;
  readonly #contentLanguage: string | null;

  constructor(feed: ParsedFeed | null, { url, contentLanguage = null }: ExpectedFeed, isStrict: boolean) {
    this.#feed = feed;
    this.#url = url;
    this.#contentLanguage = contentLanguage;
    this.#isStrict = isStrict;
  }

  add(field: string, expected: unknown, actual: unknown, isRight: boolean): void {
    this.found.push({ field, expected, actual, isRight: isRight && this.#feed !== null });
  }

  /** Exact values; undefined is not compared. */
  same(field: string, expected: unknown, actual: unknown): void {
    if (expected !== undefined) this.add(field, expected, actual, JSON.stringify(expected) === JSON.stringify(actual));
  }

  text(field: string, expected: string | null | undefined, actual: string | null | undefined): void {
    if (expected === undefined) return;
    const isSame = folded(expected ?? '') === folded(actual ?? '');
    this.add(field, expected, actual, isSame || (!this.#isStrict && expected !== null && saysTheSame(expected, actual ?? '')));
  }

  /** Long texts, which formats write as HTML or not: what a reader sees of them. */
  words(field: string, expected: string | null | undefined, actual: string | null | undefined): void {
    if (expected !== undefined) this.add(field, expected, actual, saysTheSame(expected ?? '', actual ?? ''));
  }

  html(field: string, expected: string | null | undefined, actual: string | null | undefined, base: string): void {
    if (expected !== undefined) this.add(field, expected, actual, canonicalHtml(expected ?? '', base) === canonicalHtml(actual ?? '', base));
  }

  time(field: string, expected: number | null | undefined, actual: number | null | undefined, standIn: number | null | undefined): void {
    if (expected === undefined) return;
    const time = this.#isStrict || expected === null ? (actual ?? null) : (actual ?? standIn ?? null);
    const isRight = expected === null || time === null ? expected === time : this.#isStrict ? expected === time : Math.abs(expected - time) < SECOND;
    this.add(field, expected, time, isRight);
  }

  address(field: string, expected: string | null | undefined, actual: string | null | undefined, bases: readonly string[]): void {
    if (expected !== undefined) this.add(field, expected, actual, this.isAddress(expected, actual ?? null, bases));
  }

  isAddress(expected: string | null, actual: string | null, bases: readonly string[]): boolean {
    if (!expected || !actual) return (expected || null) === (actual || null);
    if (expected.trim() === actual.trim()) return true;
    // What the product makes of a relative address comes first; elsewhere some count from the document.
    const made = (address: string) => (this.#isStrict ? bases.slice(0, 1) : [...bases, this.#url]).map((base) => URL.parse(address.trim(), base)?.href ?? address);
    const own = made(actual);
    return made(expected).some((address) => own.includes(address));
  }

  people(field: string, expected: readonly string[] | undefined, actual: readonly string[]): void {
    if (expected === undefined) return;
    const names = expected.map((name) => folded(personName(name))).filter(Boolean);
    const own = actual.map(folded);
    const isLenient = !this.#isStrict && names.length === 1 && (own.includes(names[0] ?? '') || own.join(', ') === names[0]);
    const meant = names.map((name) => (this.#isStrict ? [name] : meanings(name)));
    const isSame = this.#isStrict ? JSON.stringify(names) === JSON.stringify(own) : names.length === own.length && meant.every((forms) => own.some((name) => forms.includes(name))) && own.every((name) => meant.some((forms) => forms.includes(name)));
    this.add(field, expected, actual, isLenient || isSame);
  }

  categories(field: string, expected: readonly (readonly string[])[] | undefined, actual: readonly string[]): void {
    if (expected === undefined) return;
    const own = new Set(actual.map(folded));
    const known = expected.map((names) => names.flatMap((name) => (this.#isStrict ? folded(name) : meanings(name))).filter(Boolean)).filter((names) => names.length > 0);
    const isFound = known.every((names) => names.some((name) => own.has(name)));
    this.add(field, expected, actual, isFound && [...own].every((name) => known.some((names) => names.includes(name))));
  }

  enclosures(field: string, expected: readonly ExpectedEnclosure[] | undefined, item: ParsedItem | undefined, bases: readonly string[]): void {
    if (expected === undefined) return;
    const own = item?.enclosures ?? [];
    const image: ParsedEnclosure[] = item?.image && !this.#isStrict ? [{ url: item.image, type: null, bytes: null }] : [];
    const fits = (wanted: ExpectedEnclosure, { url, type, bytes }: ParsedEnclosure, isImage: boolean): boolean =>
      this.isAddress(wanted.url, url, bases) && (isImage || ((wanted.type === undefined || (wanted.type || null)?.toLowerCase() === (type ?? undefined)?.toLowerCase() || (!wanted.type && !type)) && (wanted.bytes === undefined || wanted.bytes === bytes)));
    const isFound = expected.every((wanted) => own.some((one) => fits(wanted, one, false)) || image.some((one) => fits(wanted, one, true)));
    this.add(field, expected, own, isFound && (expected.length === 0 || this.#isStrict ? own.length === expected.length : true));
  }

  item(expected: ExpectedItem, item: ParsedItem | undefined): void {
    const feed = this.#feed;
    const site = URL.parse(feed?.siteUrl ?? '', this.#url)?.href ?? this.#url;
    const inner = item?.base ? (URL.parse(item.base, this.#url)?.href ?? null) : null;
    // As electron/core/normalize/draft.ts does it.
    const bases = inner === null ? (feed?.kind === 'rss' ? [site] : [this.#url]) : [inner];
    this.text('title', expected.title, item?.title);
    this.address('link', expected.link, item?.link, bases);
    this.address('id', expected.id, item?.guid, bases);
    this.time('published', expected.published, item?.publishedAt, item?.updatedAt);
    this.time('updated', expected.updated, item?.updatedAt, item?.publishedAt);
    this.people('authors', expected.authors, item?.authors ?? []);
    this.words('content', expected.content, item?.html);
    const body = inner ?? URL.parse(item?.link ?? '', bases[0])?.href ?? this.#url;
    this.html('content html', expected.contentHtml, item?.html, body);
    this.words('summary', expected.summary, this.#isStrict || expected.summary === null ? item?.summaryHtml : (item?.summaryHtml ?? item?.html));
    this.enclosures('enclosures', expected.enclosures, item, bases);
    this.categories('categories', expected.categories, item?.tags ?? []);
    if (expected.someCategories) this.add('categories', expected.someCategories, item?.tags, expected.someCategories.every((names) => names.some((name) => item?.tags.includes(folded(name)))));
    const claimed = item?.lang?.toLowerCase() ?? (this.#isStrict ? null : feed?.lang?.toLowerCase());
    const language = expected.language ?? (item?.html === null ? expected.titleLanguage : undefined) ?? expected.language;
    this.text('language', language?.toLowerCase() ?? language, claimed ?? languageOfText(`${item?.title ?? ''} ${seenText(item?.html ?? '')}`, this.#contentLanguage));
    this.address('base', expected.base, inner ?? this.#url, bases);
    if (expected.addresses && expected.addresses.length > 0) {
      const own = [item?.html, item?.summaryHtml].flatMap((html) => addressesIn(html ?? '', body));
      this.add('base', expected.addresses, own, expected.addresses.every((address) => own.includes(address)));
    }
    this.address('image', expected.image, item?.image, bases);
  }

  /** An item that says nothing is left out and counted as lost: there is nothing to show. */
  #count({ itemCount, items }: ExpectedFeed): void {
    if (itemCount === undefined) return;
    const { length = null } = this.#feed?.items ?? {};
    const silent = this.#isStrict ? 0 : Math.min(this.#feed?.lost ?? 0, [...items.values()].filter(isSilent).length);
    this.add('items', itemCount, length, length !== null && (length === itemCount || length + silent === itemCount));
  }

  head(expected: ExpectedFeed): void {
    const feed = this.#feed;
    const bases = [this.#url];
    this.same('kind', expected.kind, feed?.kind);
    this.text('feed title', expected.title, feed?.title);
    this.address('feed link', expected.link, feed?.siteUrl, bases);
    this.text('feed description', expected.description, feed?.description);
    this.text('feed language', expected.language?.toLowerCase() ?? expected.language, feed?.lang?.toLowerCase());
    this.time('feed updated', expected.updated, feed?.updatedAt, null);
    this.address('feed image', expected.image, feed?.image, bases);
    this.text('feed generator', expected.generator, feed?.generator);
    this.address('feed self', expected.selfUrl, feed?.selfUrl, bases);
    this.address('feed previous', expected.previousUrl, feed?.archive.previousUrl, bases);
    for (const [name, value] of Object.entries(expected.pace ?? {})) this.same(`pace ${name}`, value, (feed?.pace as Readonly<Record<string, unknown>> | undefined)?.[name]);
    this.#count(expected);
    this.same('lost', expected.lost, feed?.lost);
  }
}

/** Every expected field beside what the document gave. A document that was refused has every field wrong. */
export function compare(expected: ExpectedFeed, result: ParseResult, { isStrict = false }: CompareOptions = {}): Compared[] {
  const feed = result.kind === 'feed' ? result.feed : null;
  const code = result.kind === 'failed' ? result.code : null;
  if (expected.error !== undefined) return [{ field: 'refused', expected: expected.error, actual: code, isRight: expected.error === true ? code !== null : code === expected.error }];
  const comparison = new Comparison(feed, expected, isStrict);
  comparison.head(expected);
  if (result.kind === 'feed') comparison.same('cut', expected.cut, result.cut);
  for (const [at, item] of expected.items) {
    const read = feed?.items[at];
    comparison.item(item, feed && read && !isStrict ? asShown(read, feed, expected.url, item) : read);
  }
  return comparison.found;
}
