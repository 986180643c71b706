import { Parser } from 'htmlparser2';

const ADDRESSES = ['href', 'src', 'poster', 'cite'];

/** Where the links and pictures of some HTML lead, made absolute where a base is given; else those that are absolute. */
export function addressesIn(html: string, base?: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (_, attributes) => {
      for (const name of ADDRESSES) {
        const address = attributes[name] === undefined ? null : URL.parse(attributes[name].trim(), base);
        if (address && /^https?:$/.test(address.protocol)) found.push(address.href);
      }
    },
  });
  parser.end(html);
  return found;
}
