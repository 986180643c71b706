import type { Attributes, Entered, Place } from './field.ts';
import { attributesOnly, borrowed, imageField, linkField, nameField, personField, placedAddress, push, pushFirst } from './field.ts';
import type { ScannedFeed } from './scanned-feed.ts';
import { textField } from './text-field.ts';

/** What an element outside every item says of the feed. `name` is canonical, Atom's own without a prefix in an Atom document. */
export function enterHead(name: string, attributes: Attributes, place: Place, feed: ScannedFeed): Entered {
  const isAtom = feed.kind === 'atom';
  const text = (isBody: boolean) => ({ attributes, place, isAtom, isBody });
  switch (name) {
    case 'title':
      return textField(text(false), (value) => (feed.title = feed.title && feed.title.value.trim() !== '' ? feed.title : value));
    case 'dc:title':
    case 'itunes:title':
      return textField(text(false), (value) => (feed.title ??= value));
    case 'link':
    case 'atom:link':
    case 'a':
      return linkField(attributes, attributes['href'], place, (link) => push(feed.links, name === 'atom:link' ? borrowed(link) : link));
    case 'language':
    case 'dc:language':
      return nameField((value) => (feed.lang = value));
    case 'lastbuilddate':
    case 'updated':
    case 'modified':
    case 'atom:updated':
      return nameField((value) => pushFirst(feed.updated, value));
    case 'pubdate':
    case 'published':
    case 'issued':
    case 'created':
    case 'dc:date':
    case 'dcterms:modified':
    case 'dcterms:issued':
    case 'dcterms:created':
      return nameField((value) => push(feed.updated, value));
    case 'description':
    case 'subtitle':
    case 'tagline':
    case 'abstract':
    case 'atom:subtitle':
      return textField(text(false), (value) => (feed.description = value.value.trim() === '' ? feed.description : value));
    case 'dc:description':
    case 'itunes:summary':
    case 'itunes:subtitle':
    case 'itunes:description':
      return textField(text(false), (value) => (feed.description ??= value));
    case 'author':
    case 'atom:author':
      return personField((value) => push(feed.authors, value));
    case 'image':
      // RSS 1.0 names the channel's picture inside the channel and describes it outside.
      return attributes['rdf:resource'] === undefined ? imageField(place, (address) => push(feed.images, address)) : attributesOnly();
    case 'logo':
      return nameField((value) => pushFirst(feed.images, placedAddress(value, place)));
    case 'icon':
      return nameField((value) => {
        feed.icon ??= placedAddress(value, place);
        push(feed.images, placedAddress(value, place));
      });
    case 'itunes:image':
      if (attributes['href'] ?? attributes['url']) push(feed.images, placedAddress(attributes['href'] ?? attributes['url'] ?? '', place));
      return attributesOnly();
    case 'media:content':
    case 'media:thumbnail':
      if (attributes['url'] && (name === 'media:thumbnail' || attributes['medium'] === 'image' || attributes['type']?.startsWith('image/') === true)) push(feed.images, placedAddress(attributes['url'], place));
      return attributesOnly();
    case 'itunes:link':
      if (attributes['rel'] === 'image' && attributes['href']) push(feed.images, placedAddress(attributes['href'], place));
      return attributesOnly();
    case 'admin:generatoragent':
      feed.generator ??= attributes['rdf:resource'] ?? null;
      return attributesOnly();
    case 'generator':
      return nameField((value) => (feed.generator ??= value));
    case 'ttl':
      return nameField((value) => (feed.pace.ttl ??= value));
    case 'hour':
      return nameField((value) => push(feed.pace.hours, value));
    case 'day':
      return nameField((value) => push(feed.pace.days, value));
    case 'sy:updateperiod':
      return nameField((value) => (feed.pace.period ??= value));
    case 'sy:updatefrequency':
      return nameField((value) => (feed.pace.frequency ??= value));
    case 'skiphours':
    case 'skipdays':
    case 'items':
      return 'inside';
    default:
      return 'skip';
  }
}
