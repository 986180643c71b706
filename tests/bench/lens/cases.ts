import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extractHtml } from '../../../electron/core/extract/extract-page.ts';
import { linesOfHtml } from '../../../electron/core/lens/table/lines-of-html.ts';

/** A figure as its label tells it; see README.md. */
export interface Label {
  readonly printed: string;
  /** Low and high end as written, alike but in a range; null where the label tells none. */
  readonly value: readonly [string, string] | null;
  /** Null where the label tells none. */
  readonly unit: string | null;
  readonly kind: string | null;
  readonly qualifiers: readonly string[] | null;
  readonly subject: string | null;
  readonly role: string | null;
  /** In the text; null where it is not found there. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

export interface LensCase {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number | null;
  readonly labels: readonly Label[];
  /** Places that must not be figures. */
  readonly nots: readonly { readonly printed: string; readonly start: number; readonly end: number }[];
}

type Written = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number') return `${value}`;
  return Array.isArray(value) ? value.map((one) => textOf(one) ?? '').filter((one) => one !== '').join(' ') || null : null;
};

function valueOf(written: Written): readonly [string, string] | null {
  const { value, low, high } = written;
  const [from, to] = [textOf(low), textOf(high)];
  if (from !== null) return [from, to ?? from];
  if (Array.isArray(value) && value.length === 2) return [textOf(value[0]) ?? '', textOf(value[1]) ?? ''];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return valueOf(value as Written);
  const one = textOf(value);
  if (one === null) return null;
  const range = one.split('..');
  return range.length === 2 ? [range[0] ?? '', range[1] ?? ''] : [one, one];
}

function wordsOf(value: unknown): string[] | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? value.split(/[,;|]\s*/) : [];
}

/** Where words stand in a text, the first time at or behind `from`, else anywhere. */
function placeOf(text: string, words: string, from: number): { start: number; end: number } | null {
  for (let start = text.indexOf(words, from); start !== -1; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const isPart = (/^\d/.test(words) && /\d[.,]?$/.test(text.slice(Math.max(0, start - 2), start))) || (/\d$/.test(words) && /^[.,]?\d/.test(text.slice(end, end + 2)));
    if (!isPart) return { start, end };
  }
  return from > 0 ? placeOf(text, words, 0) : null;
}

function plainOf(folder: string, file: string): string {
  const written = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.txt')) return written.trimEnd();
  if (!/<html|<!doctype/i.test(written)) return linesOfHtml(written);
  const page = extractHtml(written, { url: `https://news.example/${file}`, now: Date.parse('2026-11-26') });
  return linesOfHtml(page.kind === 'page' ? page.html : written);
}

/** The labelled texts of a folder. */
export function lensCases(folder: string): LensCase[] {
  return readdirSync(folder).filter((file) => /\.(?:txt|html)$/.test(file)).toSorted().flatMap((file) => {
    const labelled = join(folder, file.replace(/\.\w+$/, '.json'));
    if (!existsSync(labelled)) return [];
    const parsed: unknown = JSON.parse(readFileSync(labelled, 'utf8'));
    const whole: Written = Array.isArray(parsed) ? { figures: parsed } : (parsed as Written);
    const text = plainOf(folder, file);
    let from = 0;
    const labels = ((whole['figures'] ?? whole['expected'] ?? []) as Written[]).map((written): Label => {
      const printed = textOf(written['printed']) ?? '';
      const place = placeOf(text, printed, from);
      if (place) from = place.start + 1;
      return {
        printed, value: valueOf(written), unit: textOf(written['unit']), kind: textOf(written['kind'])?.replace('change_pct', 'change') ?? null, qualifiers: wordsOf(written['qualifier'] ?? written['qualifiers']),
        subject: textOf(written['subject'] ?? written['subjectWords'] ?? written['subject_words']), role: textOf(written['role']), place,
      };
    });
    let after = 0;
    const isLabelled = (start: number, end: number): boolean => labels.some(({ place }) => place !== null && start < place.end && place.start < end);
    const nots = ((whole['not'] ?? whole['notFigures'] ?? whole['not_figures'] ?? []) as unknown[]).flatMap((one) => {
      const printed = textOf(typeof one === 'object' && one !== null ? (one as Written)['printed'] : one) ?? '';
      for (let place = placeOf(text, printed, after); place; place = text.includes(printed, place.end) ? placeOf(text, printed, place.end) : null) {
        if (isLabelled(place.start, place.end)) continue;
        after = place.end;
        return [{ printed, ...place }];
      }
      return [];
    });
    const published = textOf(whole['published']);
    return [{ name: file, title: textOf(whole['title']) ?? '', text, publishedAt: published === null ? null : Date.parse(published), labels, nots }];
  });
}

/** The reports of `tests/fixtures/stories`, which are ordinary news. */
export function newsOf(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json')).toSorted().flatMap((file) => {
    const { texts = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly texts?: readonly { readonly text: string }[] };
    return texts.map(({ text }) => text);
  });
}
