import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

export interface CaseFile {
  /** From the suite's folder, with forward slashes. */
  readonly name: string;
  readonly document: string;
  /** The expected JSON beside it, or null where the document itself must say what is expected. */
  readonly expected: string | null;
}

const SUFFIX = '.expected.json';

/** The pairs of a folder, at any depth, in the order of their names: `name.any` beside `name.expected.json`, and every XML document that has no such neighbour. */
export function findCases(folder: string): CaseFile[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const expectations = new Set(paths.filter((path) => path.endsWith(SUFFIX)));
  return paths.flatMap((document) => {
    if (expectations.has(document)) return [];
    const stem = join(dirname(document), basename(document).replace(/\.[^.]+$/, ''));
    const expected = [`${stem}${SUFFIX}`, `${document}${SUFFIX}`].find((path) => expectations.has(path)) ?? null;
    if (expected === null && !/\.(?:xml|rss|rdf|atom|cdf)$/i.test(document)) return [];
    return [{ name: relative(folder, document).replaceAll('\\', '/'), document, expected }];
  });
}
