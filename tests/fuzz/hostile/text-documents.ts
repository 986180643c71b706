import { body, heavy, jsonFeed, light, many, oneItem, rss, type HostileDocument } from './hostile-document.ts';

/** What makes a careless regular expression or search look at the rest of a text from each of its places. */
export const BAIT: Readonly<Record<string, (length: number) => string>> = {
  '<': (length) => '<'.repeat(length),
  '&': (length) => '&'.repeat(length),
  ']]>': (length) => ']]>'.repeat(length / 3),
  ']': (length) => ']'.repeat(length),
  '<!--': (length) => '<!--'.repeat(length / 4),
  '<![CDATA[': (length) => '<![CDATA['.repeat(length / 9),
  '</': (length) => '</'.repeat(length / 2),
  '<a ': (length) => '<a '.repeat(length / 3),
  '<a b="': (length) => '<a b="'.repeat(length / 6),
  '&#': (length) => '&#'.repeat(length / 2),
  '&a': (length) => '&a'.repeat(length / 2),
  '&lt;': (length) => '&lt;'.repeat(length / 4),
  '@': (length) => `${'@'.repeat(length)}(`,
  'a@b (': (length) => 'a@b ('.repeat(length / 5),
  'a <': (length) => `a${' '.repeat(length)}<`,
  spaces: (length) => `a${' '.repeat(length)}b`,
  'line breaks': (length) => `a${'\n \r\t'.repeat(length / 4)}b`,
  slashes: (length) => `http://metals.example${'/'.repeat(length)}a`,
  'path sessions': (length) => `http://metals.example/${';sid='.repeat(length / 5)}a`,
  'index pages': (length) => `http://metals.example${'/index.htm'.repeat(length / 10)}`,
  parameters: (length) => `http://metals.example/?${many(length / 8, (at) => `a${at}=utm`, '&')}`,
  percents: (length) => `http://metals.example/${'%2'.repeat(length / 2)}`,
  commas: (length) => ','.repeat(length),
  'dots of a host': (length) => `http://${'www.'.repeat(length / 4)}`,
  digits: (length) => '1'.repeat(length),
  dates: (length) => 'Mon, 01 Jan '.repeat(length / 12),
  'clock times': (length) => '12:'.repeat(length / 3),
  'zero widths': (length) => '\u200b\u00a0'.repeat(length / 2),
  'decomposed letters': (length) => `a${'\u0301'.repeat(length)}`,
  'letters that grow when folded': (length) => '\ufdfa'.repeat(length),
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** More than is kept of any field but the texts. */
const LONGEST_FIELD = 100_000;

/** One item whose every field is bait, which its parser sees unescaped, and its sanitizer as it is. */
function everywhere(make: (length: number) => string, length: number): string {
  const bait = make(length);
  const text = escaped(make(Math.min(length, LONGEST_FIELD)));
  const fields = ['link', 'pubDate', 'author', 'dc:creator', 'dc:date', 'category', 'comments', 'dc:language', 'content:encoded', 'media:description'];
  return oneItem(
    `${many(fields.length, (at) => `<${fields[at]}>${text}</${fields[at]}>`)}<title>${text}</title><enclosure url="${text}" type="${text}" length="${text}"/><media:content url="${text}" medium="image"/>` +
      body(`<x-y>${bait.replaceAll(']]>', ']]&gt;')}</x-y><p style="${text}" lang="${text}">x</p><a href="${text}">x</a><img src="${text}" srcset="${text}" width="${text}"><img data-srcset="${text}" style="${text}">`),
  );
}

function jsonEverywhere(bait: string): string {
  const text = JSON.stringify(bait);
  const fields = ['url', 'external_url', 'title', 'content_text', 'content_html', 'summary', 'image', 'date_published', 'date_modified', 'language'];
  return jsonFeed(`{"id":${text},${many(fields.length, (at) => `"${fields[at]}":${text}`, ',')},"authors":[{"name":${text}}],"tags":[${text}],"attachments":[{"url":${text},"mime_type":${text}}]}`);
}

/** The two lengths of each bait: what hurts is the square of them. */
const LENGTHS = [40_000, 400_000];

/** Every bait in every field, as RSS and as JSON Feed, and unescaped behind the root. */
export const BAIT_DOCUMENTS: readonly HostileDocument[] = Object.entries(BAIT).flatMap(([name, make]) => [
  ...LENGTHS.map((length) => light(`${length / 1000} kB of ${name} in every field`, 1, () => everywhere(make, length))),
  light(`400 kB of ${name} in every field of JSON`, 1, () => jsonEverywhere(make(400_000))),
  light(`400 kB of ${name} and nothing else`, ['not-a-feed', 'no-feed-found', 'empty-body', 'malformed-feed'], () => make(400_000)),
  light(`400 kB of ${name} in an item`, [0, 1, 2, 'malformed-feed', 'feed-too-complex'], () => rss(`<item><title>a</title>${make(400_000)}</item>`)),
]);

const PLAIN = '<title>Terbium</title>';

/** Odd characters and odd names. */
export const TEXT_DOCUMENTS: readonly HostileDocument[] = [
  light('NULs between all characters', 1, () => Buffer.from(rss(`<item>${PLAIN}</item>`).split('').join('\0'), 'latin1')),
  light('NULs within', 1, () => rss(`<item>\0<ti\0tle>Ter\0bium</title>\0</item>`)),
  light('a megabyte of NULs before it', [1, 'not-a-feed', 'empty-body'], () => `${'\0'.repeat(1_000_000)}${rss(`<item>${PLAIN}</item>`)}`),
  light('lone surrogates as UTF-8', 1, () => Buffer.concat([Buffer.from(rss('<item><title>a').slice(0, -16)), Buffer.from([0xed, 0xa0, 0x80, 0xed, 0xbf, 0xbf, 0x62]), Buffer.from('</title></item></channel></rss>')])),
  light('lone surrogates as references', 1, () => oneItem('<description>&#xd800; &#xdfff; &#xfffe; &#0; &#x110000; &#99999999;</description>')),
  light('lone surrogates in JSON', 1, () => jsonFeed(String.raw`{"id":"\ud800","title":"\udfff\ud800","content_html":"<p>\udc00</p>","url":"http://metals.example/\ud800","tags":["\ud800"],"authors":[{"name":"\udc00"}]}`)),
  light('bytes that are no text', 'not-a-feed', () => Buffer.from(many(60_000, (at) => String.fromCharCode((at * 7919) % 256)), 'latin1')),
  light('elements named like the properties of objects', 1, () => oneItem(`${body('<p><constructor>x</constructor><valueof></valueof><__proto__ constructor="x">y</p>')}<constructor constructor="1" __proto__="2">x</constructor><__proto__>y</__proto__><toString/><hasOwnProperty:title xmlns:valueOf="constructor">z</hasOwnProperty:title>`), 'native code'),
  light('a root named like a property of objects', [0, 1, 'not-a-feed'], () => `<constructor>${rss(`<item>${PLAIN}</item>`)}</constructor>`),
  light('JSON keys named like the properties of objects', 1, () => jsonFeed('{"__proto__":{"id":"9","title":"polluted"},"constructor":{"prototype":{"title":"polluted"}},"id":"1","title":"a"}'), 'polluted'),
  light('JSON keys that come twice', 1, () => jsonFeed('{"id":"1","id":"2","title":"first","title":"second"}'), 'first'),
  light('100,000 levels of JSON', 1, () => jsonFeed(`{"id":"1","title":"a","x":${'['.repeat(100_000)}${']'.repeat(100_000)},"attachments":${'[{"url":'.repeat(10_000)}1${'}]'.repeat(10_000)}}`)),
  light('100,000 levels of JSON that never end', 'malformed-feed', () => jsonFeed('').replace(']}', '{"a":['.repeat(100_000))),
  light('JSON of other types everywhere', [0, 1, 2, 3], () => jsonFeed('1,null,[[]],{"id":{},"url":[],"title":{"a":1},"content_html":5,"authors":{"name":[]},"tags":{"length":1e9},"attachments":[null,1,{"url":{}}],"date_published":{}},{"id":1e400,"date_published":"+275760-09-13"}')),
  heavy('2,000 addresses of slashes', 1900, () => rss(many(1900, (at) => `<item><title>a</title><guid>http://metals.example/${'/'.repeat(9900)}${at}x</guid></item>`))),
  heavy('1,900 authors of signs', 30, () => rss(many(30, (at) => `<item><title>${at}</title>${many(60, (n) => `<dc:creator>${'@'.repeat(9900)}${n}</dc:creator>`)}</item>`))),
];
