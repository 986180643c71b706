import type { Random } from './random.ts';
import { ATTRIBUTES, DATES, ODD_TEXT, TAGS } from './words.ts';

const WORDS = ['Dysprosium', 'quota', 'Ganzhou', '稀土', '出口', 'price &amp; licence', '5 < 6', 'AT&T', '1,710,000', 'Dy₂O₃'];

export function oddText(random: Random, most = 6): string {
  let text = '';
  for (let left = random.count(most); left > 0; left--) text += random.chance(0.6) ? `${random.pick(WORDS)} ` : random.pick(ODD_TEXT);
  return text;
}

function attributes(random: Random): string {
  let text = '';
  for (let left = random.int(4); left > 0; left--) {
    const quote = random.pick(['"', '"', '"', "'", '']);
    text += `${random.pick([' ', ' ', '\n', '/', ''])}${random.pick(ATTRIBUTES)}${random.pick(['=', '=', '=', ' = ', ''])}${quote}${oddText(random, 3)}${quote}`;
  }
  return text;
}

/** HTML, seldom sound. */
export function html(random: Random, depth = 0): string {
  let text = '';
  for (let left = random.count(6); left > 0; left--) {
    const name = random.pick(TAGS);
    const inner = depth < 6 && random.chance(0.6) ? html(random, depth + 1) : oddText(random);
    text += random.chance(0.2) ? oddText(random) : `<${name}${attributes(random)}${random.pick(['>', '>', '>', '/>', ' >', ''])}${inner}${random.chance(0.75) ? `</${random.chance(0.9) ? name : random.pick(TAGS)}>` : ''}`;
  }
  return text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function written(random: Random, text: string): string {
  return random.pick([text, escaped(text), escaped(text), `<![CDATA[${text}]]>`, `<![CDATA[${text}]]>`]);
}

function field(random: Random, name: string, text: string): string {
  return `<${name}${random.chance(0.15) ? attributes(random) : ''}>${written(random, text)}</${name}>`;
}

/** One item of RSS or Atom with some of all fields. */
export function item(random: Random, isAtom: boolean, at: number): string {
  const fields: string[] = [];
  const add = (share: number, make: () => string): void => {
    if (random.chance(share)) fields.push(make());
  };
  add(0.9, () => field(random, 'title', oddText(random)));
  add(0.8, () => field(random, isAtom ? 'id' : 'guid', random.chance(0.8) ? `tag:${at}` : oddText(random, 2)));
  add(0.8, () => (isAtom ? `<link href="https://metals.example/${at}"${attributes(random)}/>` : field(random, 'link', random.chance(0.8) ? `https://metals.example/${at}` : oddText(random, 2))));
  add(0.8, () => field(random, isAtom ? random.pick(['published', 'updated']) : random.pick(['pubDate', 'dc:date']), random.pick(DATES)));
  add(0.8, () => field(random, isAtom ? random.pick(['content', 'summary']) : random.pick(['description', 'content:encoded']), html(random, 3)));
  add(0.3, () => `<${random.pick(TAGS)}${attributes(random)}/>`);
  add(0.2, () => html(random, 4));
  add(0.3, () => `<enclosure url="${oddText(random, 2)}" type="image/png" length="${random.pick(ODD_TEXT)}"/>`);
  return isAtom ? `<entry>${fields.join('')}</entry>` : `<item>${fields.join('')}</item>`;
}

/** An RSS, RDF or Atom document that is mostly sound. */
export function xmlFeed(random: Random): string {
  const kind = random.pick(['rss', 'rss', 'atom', 'rdf'] as const);
  const items = Array.from({ length: random.count(12) }, (_, at) => item(random, kind === 'atom', at)).join(random.pick(['', '\n', '<!-- next -->']));
  const head = `${field(random, 'title', oddText(random))}${kind === 'atom' ? '<link href="https://metals.example/"/>' : '<link>https://metals.example/</link>'}`;
  if (kind === 'atom') return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${random.chance(0.2) ? attributes(random) : ''}>${head}${items}</feed>`;
  if (kind === 'rdf') return `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel>${head}</channel>${items}</rdf:RDF>`;
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${head}${items}</channel></rss>`;
}

function jsonValue(random: Random, depth = 0): unknown {
  const kind = random.int(depth > 4 ? 5 : 8);
  if (kind < 3) return random.chance(0.5) ? html(random, 4) : oddText(random);
  if (kind === 3) return random.pick([null, true, false, 0, -1, 1e300, 2 ** 60]);
  if (kind === 4) return random.pick(DATES);
  if (kind === 5) return Array.from({ length: random.int(4) }, () => jsonValue(random, depth + 1));
  return Object.fromEntries(Array.from({ length: random.int(5) }, () => [random.pick(['name', 'url', 'title', 'mime_type', 'size_in_bytes', '__proto__']), jsonValue(random, depth + 1)]));
}

/** A JSON Feed whose values are of any type. */
export function jsonFeed(random: Random): string {
  const names = ['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary', 'image', 'date_published', 'date_modified', 'authors', 'author', 'tags', 'language', 'attachments'];
  const items = Array.from({ length: random.count(12) }, (_, at) => (random.chance(0.05) ? jsonValue(random) : { id: String(at), url: `https://metals.example/${at}`, ...Object.fromEntries(names.filter(() => random.chance(0.3)).map((name) => [name, jsonValue(random)])) }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: oddText(random), home_page_url: 'https://metals.example/', items });
}

/** A subscription list, mostly sound. */
export function opml(random: Random, depth = 0): string {
  let outlines = '';
  for (let left = random.count(5); left > 0; left--) {
    const isFeed = random.chance(0.5);
    const inner = !isFeed && depth < 5 ? opml(random, depth + 1) : '';
    outlines += `<outline text="${escaped(oddText(random)).replaceAll('"', '&quot;')}"${isFeed ? ` xmlUrl="https://metals.example/${random.int(50)}"` : ''}${random.chance(0.1) ? attributes(random) : ''}>${inner}</outline>`;
  }
  return depth > 0 ? outlines : `<?xml version="1.0"?><opml version="2.0"><head><title>${escaped(oddText(random))}</title></head><body>${outlines}</body></opml>`;
}

/** A text that may be meant as a date. */
export function dateText(random: Random): string {
  let text = random.pick(DATES);
  for (let left = random.int(4); left > 0; left--) {
    const at = random.int(text.length + 1);
    const end = at + random.int(3);
    text = text.slice(0, at) + random.pick(['', ' ', '-', ':', '9', '00', '+', 'Z', 'PM', '年', '月', 'T', random.pick(ODD_TEXT), random.pick(DATES)]) + text.slice(end);
  }
  return text;
}
