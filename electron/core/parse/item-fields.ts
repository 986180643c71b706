import type { Attributes, Entered, Place } from './field.ts';
import { attributesOnly, borrowed, imageField, linkField, longer, MOST_VALUES, nameField, personField, placedAddress, push, pushFirst, toLink } from './field.ts';
import type { ScannedItem, ScannedText } from './scanned-feed.ts';
import { textField } from './text-field.ts';

/** Pictures of people and of counters, which say nothing of the article. */
const NO_LEAD = /^https?:\/\/(?:[\w-]+\.)?gravatar\.com\/avatar|feedsportal\.com|\/pixel\.gif/i;
const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;
/** Who wrote, among the roles that media:credit can have. */
const WRITERS = /^(?:author|writer|reporter|journalist|editor)$/i;

function pushImage(item: ScannedItem, address: string | undefined, place: Place): void {
  if (address && !NO_LEAD.test(address)) push(item.images, placedAddress(address, place));
}

function mediaContent(item: ScannedItem, attributes: Attributes, place: Place): void {
  const link = toLink({ ...attributes, rel: 'enclosure' }, attributes['url'], place);
  if (!link) return;
  const medium = attributes['medium']?.toLowerCase();
  const isImage = medium === 'image' || link.type?.startsWith('image/') === true || (medium === undefined && link.type === null && IMAGE_FILE.test(link.href));
  if (isImage) pushImage(item, link.href, place);
  // A page about the item is no file that comes with it.
  else if (link.type?.startsWith('text/html') !== true) push(item.enclosures, link);
}

/** Of two texts that both call themselves a description, the longer is the body. */
function takeSummary(item: ScannedItem, text: ScannedText): void {
  const known = item.summary;
  if (known === null || known.value.trim() === '') item.summary = text;
  else if (text.value.trim() !== '') {
    const [short, long] = text.value.length > known.value.length ? [known, text] : [text, known];
    item.summary = short;
    item.content = longer(item.content, long);
  }
}

/** The taxonomy module names topics by address; its last part says what it is about. */
function topicOf(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  const last = url && (url.hash.slice(1) || url.pathname.split('/').findLast(Boolean));
  if (!last) return null;
  try {
    return decodeURIComponent(last).replaceAll(/[_+]/g, ' ');
  } catch {
    // A stray per cent sign: the name as it is written.
    return last;
  }
}

/** What an element of an item means. `name` is canonical, Atom's own without a prefix in an Atom document. */
export function enterItem(name: string, attributes: Attributes, place: Place, item: ScannedItem, isAtom: boolean): Entered {
  if (name.startsWith('unknown:')) return 'skip';
  const text = (isBody: boolean) => ({ attributes, place, isAtom, isBody });
  // In the order of how often each comes.
  switch (name) {
    case 'title':
      return textField(text(false), (value) => (item.title = item.title && item.title.value.trim() !== '' ? item.title : value));
    case 'link':
    case 'atom:link':
    case 'a':
      return linkField(attributes, attributes['href'], place, (link) => push(link.rel === 'enclosure' ? item.enclosures : item.links, name === 'atom:link' ? borrowed(link) : link));
    case 'uri':
      return nameField((href) => push(item.links, { rel: 'borrowed', href: placedAddress(href, place), type: null, bytes: null }));
    case 'guid':
    case 'id':
      if (isAtom === (name === 'id') || item.guid === null) item.isPermaLink = attributes['ispermalink']?.toLowerCase() !== 'false' && (isAtom || name === 'guid');
      return nameField((value) => (item.guid ??= value));
    case 'pubdate':
    case 'published':
      return nameField((value) => pushFirst(item.published, value));
    case 'description':
    case 'summary':
    case 'abstract':
    case 'dc:description':
    case 'dcterms:abstract':
    case 'atom:summary':
      return textField(text(true), (value) => takeSummary(item, value));
    case 'content:encoded':
    case 'atom:content':
    case 'fullitem':
      return textField(text(true), (value) => (item.content = longer(item.content, value)));
    case 'updated':
    case 'modified':
      // As with the date of publication, the last of several counts: writers add, and forget to take away.
      return nameField((value) => pushFirst(item.updated, value));
    case 'atom:updated':
    case 'dcterms:modified':
      return nameField((value) => push(item.updated, value));
    case 'author':
    case 'atom:author':
    case 'dc:creator':
    case 'dc:author':
      return personField((value) => push(item.authors, value));
    case 'category':
    case 'atom:category': {
      const tag = attributes['label']?.trim() || attributes['term'];
      if (tag) push(item.tags, tag);
      return tag ? attributesOnly() : nameField((value) => push(item.tags, value));
    }
    case 'content':
      if (attributes['src']) push(item.links, { rel: 'alternate', href: placedAddress(attributes['src'], place), type: attributes['type'] ?? null, bytes: null });
      return textField(text(true), (value) => (item.content = longer(item.content, value)));
    case 'media:content':
      mediaContent(item, attributes, place);
      return 'media';
    case 'media:thumbnail':
    case 'itunes:image':
      pushImage(item, attributes['url'] ?? attributes['href'], place);
      return (attributes['url'] ?? attributes['href']) === undefined ? imageField(place, (address) => pushImage(item, address, place)) : attributesOnly();
    case 'itunes:link':
      if (attributes['rel'] === 'image') pushImage(item, attributes['href'], place);
      return attributesOnly();
    case 'enclosure':
      return linkField({ ...attributes, rel: 'enclosure' }, attributes['url'] ?? attributes['href'], place, (link) => push(item.enclosures, link));
    case 'dc:date':
    case 'issued':
    case 'date':
    case 'dcterms:issued':
    case 'dcterms:date':
    case 'dcterms:available':
    case 'prism:publicationdate':
    case 'atom:published':
      return nameField((value) => push(item.published, value));
    case 'created':
    case 'dcterms:created':
      return nameField((value) => (item.created = value));
    case 'atom:id':
    case 'dc:identifier':
      return nameField((value) => (item.about = value));
    case 'dc:title':
    case 'atom:title':
    case 'media:title':
    case 'itunes:title':
      return textField(text(false), (value) => (item.otherTitle ??= value));
    case 'feedburner:origlink':
      return nameField((href) => pushFirst(item.links, { rel: 'alternate', href, type: 'text/html', bytes: null }));
    case 'body':
    case 'xhtml:body':
    case 'xhtml:div':
      return textField({ ...text(true), attributes: { type: 'xhtml' } }, (value) => (item.content = longer(item.content, value)));
    case 'itunes:summary':
    case 'itunes:subtitle':
    case 'itunes:description':
    case 'media:description':
    case 'media:text':
      return textField(text(true), (value) => (item.note = longer(item.note, value)));
    case 'itunes:author':
      return nameField((value) => push(item.authors, value));
    case 'media:credit':
      return WRITERS.test(attributes['role'] ?? 'author') ? nameField((value) => push(item.otherAuthors, value)) : attributesOnly();
    case 'source':
      item.source = { title: null, url: attributes['url'] ? placedAddress(attributes['url'], place) : null };
      return isAtom ? 'source' : nameField((value) => (item.source = { url: item.source?.url ?? null, title: { value, isHtml: true, base: null, lang: null } }));
    case 'dc:subject':
    case 'dcterms:subject':
      return nameField((value) => push(item.tags, value));
    case 'itunes:category':
      if (attributes['text']) push(item.tags, attributes['text']);
      return 'inside';
    case 'itunes:keywords':
    case 'media:keywords':
      return nameField((value) => value.split(',', MOST_VALUES).forEach((tag) => push(item.tags, tag)));
    case 'tags':
    case 'keywords':
      // No standard has these two: a list by commas, or an element for each.
      return nameField((value) => value.split(/,|<[^>]*>/, MOST_VALUES * 4).forEach((tag) => tag.trim() && push(item.tags, tag)));
    case 'taxo:topic':
    case 'rdf:li': {
      const address = attributes['rdf:about'] ?? attributes['rdf:resource'] ?? attributes['resource'];
      if (address === undefined) return 'inside';
      const topic = topicOf(address);
      if (topic) push(item.tags, topic);
      return attributesOnly();
    }
    case 'feedburner:origenclosurelink':
      return nameField((href) => {
        const last = item.enclosures.pop();
        if (last) item.enclosures.push({ ...last, href });
      });
    case 'media:category': {
      const label = attributes['label']?.trim();
      if (label) push(item.tags, label);
      // Beside a label the text is the place in a tree.
      return label ? attributesOnly() : nameField((value) => push(item.tags, value));
    }
    case 'media:peerlink':
      return linkField({ ...attributes, rel: 'enclosure' }, attributes['href'], place, (link) => push(item.enclosures, link));
    case 'image':
      return imageField(place, (address) => pushImage(item, address, place));
    case 'media:group':
      return 'media';
    case 'taxo:topics':
    case 'rdf:bag':
    // The first form of RSS 1.0's content module.
    case 'content:items':
    case 'content:item':
      return 'inside';
    case 'rdf:value':
      return textField({ ...text(true), attributes: attributes['rdf:parsetype']?.toLowerCase() === 'literal' ? { type: 'xhtml' } : {} }, (value) => (item.content = longer(item.content, value)));
    case 'dc:language':
      return nameField((value) => (item.ownLang = value));
    default:
      return 'skip';
  }
}
