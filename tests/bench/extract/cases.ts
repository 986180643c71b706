import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { plainText } from '../../../electron/core/normalize/plain-text.ts';

/** Facts as an expectation writes them; what is missing is not compared. */
export type ExpectedFacts = Readonly<Record<string, unknown>>;

export interface PageCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Null of a plain copy of which nobody knows where it came from. */
  readonly url: string | null;
  readonly isPlain: boolean;
  /** The whole text, or null where only facts or a failure are expected. */
  readonly text: string | null;
  /** Texts that must not be there. */
  readonly without: readonly string[];
  readonly facts: ExpectedFacts;
  /** The code of the failure that is expected. */
  readonly error: string | null;
  readonly html: readonly string[];
  readonly images: readonly string[] | null;
}

interface Written {
  readonly url?: string | null;
  readonly contentType?: string | null;
  /** The page is kept as UTF-8 and served in this. */
  readonly encoding?: string;
  readonly text?: string | readonly string[];
  readonly without?: readonly string[];
  readonly facts?: ExpectedFacts;
  readonly error?: string;
  /** Pieces of markup that the kept HTML must hold. */
  readonly html?: readonly string[];
  readonly images?: readonly string[];
}

const URL_OF_NONE = 'https://pages.example/article';

function written(file: string, name: string, spec: Written, text: string | null = null): PageCase {
  const own = readFileSync(file);
  const said = spec.text === undefined ? text : [spec.text].flat().join('\n');
  return {
    name,
    bytes: spec.encoding === undefined ? own : iconv.encode(own.toString('utf8'), spec.encoding),
    contentType: spec.contentType === undefined ? (file.endsWith('.txt') ? 'text/plain' : 'text/html') : spec.contentType,
    url: spec.url ?? (file.endsWith('.txt') ? null : URL_OF_NONE),
    isPlain: file.endsWith('.txt'),
    text: said,
    without: spec.without ?? [],
    facts: spec.facts ?? {},
    error: spec.error ?? null,
    html: spec.html ?? [],
    images: spec.images ?? null,
  };
}

/** The layout of Mozilla Readability's own pages: source.html, expected.html, expected-metadata.json. */
function mozilla(file: string, name: string): PageCase {
  const read = (other: string): string | null => (existsSync(join(dirname(file), other)) ? readFileSync(join(dirname(file), other), 'utf8') : null);
  const expected = read('expected.html');
  const metadata = JSON.parse(read('expected-metadata.json') ?? '{}') as { title?: string; byline?: string; lang?: string; siteName?: string; publishedTime?: string };
  const facts = { ...(metadata.title && { headline: metadata.title }), ...(metadata.byline && { authors: [metadata.byline] }), ...(metadata.lang && { lang: metadata.lang }), ...(metadata.siteName && { outlet: metadata.siteName }), ...(metadata.publishedTime && { publishedAt: metadata.publishedTime }) };
  return { ...written(file, name, { url: 'http://fakehost/test/page.html', facts }), text: expected === null ? null : plainText(expected, 10_000_000) };
}

function readJson(path: string): Written | null {
  return existsSync(path) ? (JSON.parse(new TextDecoder().decode(readFileSync(path))) as Written) : null;
}

/** The cases below a folder, in the order of their names. See README.md for the forms. */
export function findPages(folder: string): PageCase[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return files.flatMap((file): PageCase[] => {
    if (!/\.(?:html?|xhtml|txt)$/i.test(file)) return [];
    const name = relative(folder, file).replaceAll('\\', '/');
    if (basename(file) === 'source.html') return [mozilla(file, dirname(name))];
    if (/^expected\.|\.expected\./.test(basename(file))) return [];
    const stem = file.replace(/\.[^.]+$/, '');
    const spec = readJson(`${stem}.json`) ?? readJson(`${stem}.expected.json`);
    if (spec !== null) return [written(file, name, spec)];
    const beside = /\.txt$/i.test(file) ? null : [`${stem}.expected.txt`, `${stem}.txt`].find((path) => existsSync(path));
    return beside ? [written(file, name, {}, readFileSync(beside, 'utf8'))] : [];
  });
}
