import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A place in a text where an entity is named. */
export interface Label {
  readonly entityId: string;
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
}

export interface EntityCase {
  readonly name: string;
  readonly file: string;
  readonly lang: string;
  /** Epoch milliseconds, or null. */
  readonly publishedAt: number | null;
  readonly title: string;
  readonly text: string;
  readonly labels: readonly Label[];
}

interface Written {
  readonly name: string;
  readonly lang: string;
  readonly published?: string;
  readonly title: string;
  readonly text: string;
}

const MARK = /\[\[([^|\]]+)\|([^\]]+)\]\]/gu;

/** A text without its marks, and where they stood. */
function unmarked(marked: string, field: Label['field']): { readonly plain: string; readonly labels: readonly Label[] } {
  const labels: Label[] = [];
  let plain = '';
  let at = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, words = '', ids = ''] = match;
    plain += marked.slice(at, match.index);
    for (const entityId of ids.split(',')) labels.push({ entityId, field, start: plain.length, end: plain.length + words.length });
    plain += words;
    at = match.index + whole.length;
  }
  return { plain: plain + marked.slice(at), labels };
}

/** The labelled texts of a folder. See README.md for their form. */
export function entityCases(folder: string): EntityCase[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json')).toSorted().flatMap((file) =>
    (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Written[]).map(({ name, lang, published, title, text }) => {
      const [inTitle, inText] = [unmarked(title, 'title'), unmarked(text, 'text')];
      return { name, file, lang, publishedAt: published === undefined ? null : Date.parse(published), title: inTitle.plain, text: inText.plain, labels: [...inTitle.labels, ...inText.labels] };
    }),
  );
}
