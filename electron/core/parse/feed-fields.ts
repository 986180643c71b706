import type { Attributes, Entered, Field, Place } from './field.ts';
import { linkField, personField, push } from './field.ts';
import { enterHead } from './head-fields.ts';
import { enterItem } from './item-fields.ts';
import type { ScannedFeed, ScannedItem } from './scanned-feed.ts';
import { textField } from './text-field.ts';

/** Elements that stand only in a feed, never in the text of an article: where one opens, an unclosed field has ended. */
const ENDS_BODY = {
  rss: new Set(['item', 'guid', 'pubdate', 'enclosure', 'comments', 'content:encoded', 'dc:date', 'dc:creator']),
  atom: new Set(['entry', 'published', 'updated', 'id']),
};
const ENDS_NAME = {
  rss: new Set([...ENDS_BODY.rss, 'title', 'link', 'description', 'author', 'category', 'source', 'atom:link', 'channel']),
  atom: new Set([...ENDS_BODY.atom, 'title', 'link', 'summary', 'content', 'author', 'category', 'rights']),
};

/** What an entry keeps of the head of the feed that it was taken over from (RFC 4287 section 4.2.11). */
function enterSource(name: string, attributes: Attributes, place: Place, item: ScannedItem): Entered {
  const source = (item.source ??= { title: null, url: null });
  switch (name) {
    case 'author':
      return personField((value) => push(item.otherAuthors, value));
    case 'title':
      return textField({ attributes, place, isAtom: true, isBody: false }, (value) => (source.title ??= value));
    case 'link':
      return linkField(attributes, attributes['href'], place, (link) => {
        if (link.rel === 'alternate' || link.rel === '') source.url ??= link.href;
      });
    default:
      return 'skip';
  }
}

/** Knows what each element of RSS 0.9x to 2.0, RSS 1.0 and Atom 0.3 and 1.0 means, and of the modules beside them. */
export class FeedFields {
  readonly #feed: ScannedFeed;
  readonly #dialect: 'rss' | 'atom';

  constructor(feed: ScannedFeed) {
    this.#feed = feed;
    this.#dialect = feed.kind === 'atom' ? 'atom' : 'rss';
  }

  #local(name: string): string {
    return this.#dialect === 'atom' && name.startsWith('atom:') ? name.slice(5) : name;
  }

  /** `isFree`: outside of every item, where some write the other format's name for one. */
  isItem(name: string, isFree = false): boolean {
    const local = this.#local(name);
    return local === (this.#dialect === 'atom' ? 'entry' : 'item') || (isFree && (local === 'entry' || local === 'item' || local === 'atom:entry'));
  }

  interrupts(name: string, field: Field): boolean {
    if (field.mode === 'markup') return false;
    if (field.until === 'item') return this.isItem(name);
    return (field.until === 'feed-field' ? ENDS_BODY : ENDS_NAME)[this.#dialect].has(this.#local(name));
  }

  /** Begins what an element is. */
  enter(written: string, attributes: Attributes, place: Place, item: ScannedItem | null): Entered {
    const name = this.#local(written);
    if (place.context === 'source') return item ? enterSource(name, attributes, place, item) : 'skip';
    if (place.context === 'media' && !name.startsWith('media:')) return 'skip';
    if (!item || place.context === 'feed') return enterHead(name, attributes, place, this.#feed);
    return enterItem(name, attributes, place, item, this.#dialect === 'atom');
  }
}
