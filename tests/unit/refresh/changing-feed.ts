/** A feed whose publisher does everything that publishers do, one change at a time. */
export type Random = () => number;

interface Item {
  guid: string | null;
  link: string | null;
  title: string | null;
  text: string;
  image: string | null;
  date: string | null;
  /** How its body is written: CDATA, escaped, as XHTML, or with something in it that no scan may follow. */
  style: 'cdata' | 'escaped' | 'xhtml' | 'odd';
}

const TITLES = ['Market update', 'Dysprosium rises', 'Quota & licence <1>', '稀土价格', 'Terbium', 'Weekly'];
const LONG = 'Separation plants in Ganzhou and Baotou kept their output through the quarter while traders waited for licences and magnet makers drew on stock. ';
const TEXTS = ['', 'Unchanged.', 'Quiet.', LONG.repeat(2), LONG.repeat(3), `氧化镝${LONG}${LONG}`];
const ODDITIES = ['<b>unclosed', '\u0001', '<item><title>within</title></item>', '<!-- -- -->', '</description>', ']]>', 'a < b', '<p>plain</p>', '&nbsp;', '<![CDATA[', '<entry/>'];
const FRAMES = { rss: ['', ' xml:base="https://metals.example/base/"'], atom: ['', ' xml:lang="de"'], rdf: ['', ''] } as const;
const DAY = 24 * 60 * 60_000;

function field(name: string, value: string | null): string {
  return value === null ? '' : `<${name}>${value}</${name}>`;
}

/** Simulates one publisher; `change` does something to the feed, `write` gives its document. */
export class ChangingFeed {
  readonly #random: Random;
  readonly #kind: 'rss' | 'atom' | 'rdf';
  readonly #dated: boolean;
  #items: Item[] = [];
  #site = 'https://metals.example/';
  #frame = 0;
  #made = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#kind = this.#pick(['rss', 'rss', 'atom', 'rdf']);
    this.#dated = random() < 0.8;
  }

  #pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)] as T;
  }

  #place(): number {
    return Math.floor(this.#random() * this.#items.length);
  }

  #date(now: number): string | null {
    const chance = this.#random();
    if (!this.#dated || chance < 0.1) return null;
    if (chance < 0.15) return 'yesterday';
    const at = new Date(now - Math.floor(this.#random() * 5) * DAY + (chance > 0.93 ? 2 * DAY : 0));
    return this.#kind === 'rss' ? at.toUTCString() : at.toISOString();
  }

  #item(now: number): Item {
    const number = this.#made++;
    const chance = this.#random();
    return {
      guid: chance < 0.2 ? null : chance < 0.5 ? `https://metals.example/${number}` : chance < 0.9 ? `tag:${number}` : this.#pick(['same', 'tag:0', 'tag:1']),
      link: this.#random() < 0.15 ? null : this.#pick([`https://metals.example/${number}`, `story/${number}`, `https://metals.example/${number}?utm_source=rss`, 'all']),
      title: this.#random() < 0.1 ? null : this.#random() < 0.5 ? `${this.#pick(TITLES)} ${number}` : this.#pick(TITLES),
      text: this.#random() < 0.5 ? `${this.#pick(TEXTS)} ${number}` : this.#pick(TEXTS),
      image: this.#random() < 0.2 ? this.#pick(['a.jpg', 'https://img.example/b.png']) : null,
      date: this.#date(now),
      style: this.#random() < 0.02 ? 'odd' : this.#pick(['cdata', 'escaped', 'xhtml']),
    };
  }

  change(now: number): void {
    const at = this.#place();
    const item = this.#items[at];
    const other = this.#items[this.#place()];
    if (!item || !other || this.#random() < 0.35) {
      this.#items.splice(this.#random() < 0.8 ? 0 : at, 0, this.#item(now));
      if (this.#items.length > 12) this.#items.pop();
      return;
    }
    const changes: (() => void)[] = [
      () => (item.title = this.#pick(TITLES)),
      () => (item.text = `${this.#pick(TEXTS)} edited`),
      () => (item.text = other.text),
      () => (item.date = this.#date(now)),
      () => (item.date = null),
      () => (item.guid = `new:${this.#made++}`),
      () => (item.guid = other.guid),
      () => (item.guid = null),
      () => (item.link = other.link),
      () => (item.link = item.link?.replace('https://', 'http://www.') ?? null),
      () => (item.image = '/c.jpg'),
      () => (item.style = this.#pick(['cdata', 'escaped'])),
      () => this.#items.splice(at, 1),
      () => this.#items.splice(this.#place(), 0, { ...item }),
      () => this.#items.splice(this.#place(), 0, { ...item, link: item.link?.replace('https://', 'http://') ?? null }),
      () => this.#items.push(...this.#items.splice(0, at)),
      () => (this.#items = this.#items.toReversed()),
      () => [item.date, other.date] = [other.date, item.date],
      () => (this.#site = this.#pick(['https://metals.example/', 'https://metals.example/en/'])),
      () => (this.#frame = 1 - this.#frame),
      () => this.#items.splice(0, 3),
    ];
    this.#pick(changes)();
  }

  #body({ text, image, style }: Item): string {
    const html = `${text === '' ? '' : `<p>${text}</p>`}${image ? `<img src="${image}"/>` : ''}`;
    if (style === 'odd') return `${html}${this.#pick(ODDITIES)}`;
    if (style === 'cdata') return `<![CDATA[${html}]]>`;
    return style === 'xhtml' ? html : html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  }

  #write(item: Item): string {
    const { guid, link, title, date } = item;
    const escaped = title === null ? null : title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    if (this.#kind === 'atom') {
      const type = item.style === 'xhtml' ? 'xhtml' : 'html';
      return `<entry>${field('id', guid)}${field('title', escaped)}${link === null ? '' : `<link href="${link}"/>`}${field('published', date)}<content type="${type}">${this.#body(item)}</content></entry>`;
    }
    return `<item>${field('title', escaped)}${field('link', link)}${field('guid', guid)}${field(this.#kind === 'rss' ? 'pubDate' : 'dc:date', date)}<description>${this.#body(item)}</description></item>`;
  }

  write(now: number): string {
    const items = this.#items.map((item) => this.#write(item)).join(this.#pick(['', '\n', '\n<!-- next -->\n']));
    const extra = FRAMES[this.#kind][this.#frame] ?? '';
    const clock = new Date(now).toISOString();
    if (this.#kind === 'atom') return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${extra}><title>News</title><link href="${this.#site}"/><updated>${clock}</updated>${items}</feed>`;
    const channel = `<title>News</title><link>${this.#site}</link><lastBuildDate>${clock}</lastBuildDate>`;
    if (this.#kind === 'rss') return `<?xml version="1.0"?>\n<rss version="2.0"${extra}><channel>${channel}${items}</channel></rss>`;
    return `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}<items><rdf:Seq/></items></channel>${items}</rdf:RDF>`;
  }
}
