import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a list page of tests/fixtures/pages holds, written by hand beside it. */
export interface ExpectedPage {
  readonly url: string;
  /** Of the file, where it is not UTF-8. */
  readonly encoding?: string;
  /** Null for a page that holds no list. */
  readonly items: readonly { readonly title: string; readonly url: string; readonly publishedAt: string | null }[] | null;
  /** The page's date is a day, or its time has parts that the page does not tell: days are compared. */
  readonly anyTimeOfDay?: boolean;
  /** Titles are followed by more on the page. */
  readonly titleHolds?: boolean;
  /** Headings of lists beside the first, which are proposed too. */
  readonly also?: readonly string[];
}

export interface PageFixture extends ExpectedPage {
  readonly name: string;
  readonly text: string;
}

const FOLDER = join(import.meta.dirname, '../../../fixtures/pages');
/** The clock of every fixture. */
export const NOW = Date.parse('2026-11-25T06:00:00Z');

/** Every page of the folder with what it holds. */
export function pageFixtures(): PageFixture[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.expected.json')).sort().map((file) => {
    const name = file.replace('.expected.json', '');
    const page = readdirSync(FOLDER).find((other) => other.startsWith(`${name}.`) && other !== file) ?? '';
    const expected = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as ExpectedPage;
    return { ...expected, items: expected.items ?? null, name, text: new TextDecoder(expected.encoding ?? 'utf-8').decode(readFileSync(join(FOLDER, page))) };
  });
}

export function pageFixture(name: string): PageFixture {
  const found = pageFixtures().find((fixture) => fixture.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
}
