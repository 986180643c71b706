import { Parser } from 'htmlparser2';
import { nextPage } from './next-page.ts';
import { sniff } from './sniff.ts';

/** Where the items are that are older than those of a document, as far as it says so. Addresses are absolute. */
export interface OlderLinks {
  /** RFC 5005 section 4: the archive before this document. */
  readonly archive: string | null;
  /** RFC 5005 section 3, or JSON Feed's next_url: the page after this one. */
  readonly next: string | null;
  /** The next page of a list that is read as a source. */
  readonly listPage: string | null;
  /** What wrote the feed, as it says, lower case. */
  readonly generator: string | null;
}

const LONGEST = 4_000_000;
/** The tokenizer's own stack costs the square of the depth. */
const DEEPEST = 500;
const NONE: OlderLinks = { archive: null, next: null, listPage: null, generator: null };

function absolute(address: string | undefined | null, base: string): string | null {
  const url = address ? URL.parse(address.trim(), base) : null;
  return url && (url.protocol === 'http:' || url.protocol === 'https:') && url.href.length <= 8192 ? url.href : null;
}

function inXml(text: string, url: string): OlderLinks {
  const found: { -readonly [K in keyof OlderLinks]: OlderLinks[K] } = { ...NONE };
  let base = url;
  let depth = 0;
  let inItem = 0;
  let inGenerator = false;
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        if (++depth > DEEPEST) parser.pause();
        const name = written.slice(written.indexOf(':') + 1).toLowerCase();
        if (depth <= 2) base = absolute(attributes['xml:base'], base) ?? base;
        if (name === 'item' || name === 'entry') inItem++;
        if (inItem > 0) return;
        inGenerator = name === 'generator';
        if (inGenerator) found.generator = (attributes['uri'] ?? attributes['rdf:resource'] ?? '').slice(0, 200).toLowerCase() || found.generator;
        if (name === 'generatoragent') found.generator ??= (attributes['rdf:resource'] ?? '').slice(0, 200).toLowerCase() || null;
        if (name !== 'link') return;
        const relation = attributes['rel']?.trim().toLowerCase().replace('http://www.iana.org/assignments/relation/', '');
        if (relation === 'prev-archive') found.archive ??= absolute(attributes['href'], base);
        if (relation === 'next') found.next ??= absolute(attributes['href'], base);
      },
      onclosetag(written) {
        depth--;
        inGenerator = false;
        const name = written.slice(written.indexOf(':') + 1).toLowerCase();
        if (inItem > 0 && (name === 'item' || name === 'entry')) inItem--;
      },
      ontext(data) {
        if (inGenerator) found.generator = `${found.generator ?? ''} ${data}`.trim().slice(0, 300).toLowerCase();
      },
    },
    { xmlMode: true },
  );
  parser.end(text.slice(0, LONGEST));
  return found;
}

function inJson(text: string, url: string): OlderLinks {
  try {
    const value = JSON.parse(text) as { readonly next_url?: unknown } | null;
    return { ...NONE, next: absolute(typeof value?.next_url === 'string' ? value.next_url : null, url), listPage: nextPage('', url) };
  } catch {
    // Broken JSON names nothing.
    return NONE;
  }
}

/** What the document of a feed or of a page says of where its older items are. `url` is its own, after redirects. Bounded in time; never throws. */
export function olderLinks(text: string, url: string): OlderLinks {
  switch (sniff(text)) {
    case 'feed':
      return inXml(text, url);
    case 'json':
      return inJson(text, url);
    case 'html':
    case 'unknown':
      return { ...NONE, listPage: nextPage(text, url) };
    case 'empty':
    default:
      return NONE;
  }
}
