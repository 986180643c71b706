import { isFigureValue } from '../../contract/figure-value.ts';
import type { CorrectionId, FigureFix } from '../../contract/figures.ts';
import type { EntityId } from '../../contract/gazetteer.ts';
import type { Figure, FigureUnit } from '../../contract/lens.ts';
import { bareText, findQuote } from '../../contract/text-quote.ts';
import { foldText } from '../lens/fold-text.ts';
import { sentencesIn } from '../lens/sentences.ts';
import type { FigureCorrection } from './stored-figure.ts';

export interface Corrected {
  readonly figure: Figure;
  readonly correction: { readonly id: CorrectionId; readonly kind: 'fixed' | 'added' } | null;
}

interface Texts {
  readonly title: string;
  readonly text: string;
}

/** Which entities some words name. */
export type NameWords = (words: string) => readonly EntityId[];

/** A text with the way from its bare characters back to its own. */
class Bare {
  readonly bare: string;
  readonly #starts: number[] = [];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    let bare = '';
    for (let at = 0; at < text.length; at += 1) {
      if (bareText(text.charAt(at)) === '') continue;
      bare += text.charAt(at);
      this.#starts.push(at);
    }
    this.bare = bare;
  }

  /** Where the very words of a quotation stand, by what stands around them; null where they do not. */
  find(quote: FigureCorrection['quote']): { start: number; end: number } | null {
    const found = findQuote(this.bare, quote);
    // Another number is not the same one moved.
    if (!found || this.bare.slice(found.start, found.end) !== bareText(quote.quote)) return null;
    return { start: this.#starts[found.start] ?? 0, end: (this.#starts[found.end - 1] ?? 0) + 1 };
  }
}

const CURRENCY = /^([A-Z]{3})(?:\/(.+))?$/;

function unitOf(normal: string | null): Pick<Figure, 'unit' | 'currency' | 'per'> {
  const unit: FigureUnit | null = normal === null ? null : { normal, printed: normal };
  const [, currency = null, of = null] = CURRENCY.exec(normal ?? '') ?? [];
  return { unit, currency, per: of ?? (normal?.includes('/') ? (normal.split('/')[1] ?? null) : null) };
}

/** What a fix says of kind and value, where the two are of one kind: a correction may be older than that was asked for, and a day that is called a price would stop every sum. */
function valueOf(figure: Figure, { low, high, kind = figure.kind }: FigureFix): Pick<Figure, 'kind' | 'low' | 'high' | 'repaired'> {
  const value = { kind, low: low ?? figure.low, high: high ?? low ?? figure.high };
  if (!isFigureValue(kind, value.low) || !isFigureValue(kind, value.high)) return figure;
  return { ...value, repaired: low === undefined ? figure.repaired : null };
}

/** A figure as a person says it is. What they looked at is doubted no more. */
function fixed(figure: Figure, fix: FigureFix, nameWords: NameWords): Figure {
  const { unit, qualifiers, subject, period, role } = fix;
  const { kind, low, high, repaired } = valueOf(figure, fix);
  return {
    ...figure, kind, low, high, repaired, doubts: [],
    ...(unit !== undefined && { ...unitOf(unit), ...(unit === figure.unit?.normal && { unit: figure.unit }) }),
    ...(qualifiers !== undefined && { qualifiers }),
    ...(subject !== undefined && { subject: { words: subject, entityIds: nameWords(subject) } }),
    ...(period !== undefined && { period }),
    ...(role !== undefined && { role }),
  };
}

function placed(field: 'title' | 'text', text: string, at: { start: number; end: number }): Pick<Figure, 'printed' | 'place' | 'sentence'> {
  const sentence = sentencesIn(foldText(text)).find(({ start, end }) => start <= at.start && at.start < end) ?? at;
  return { printed: text.slice(at.start, at.end), place: { field, ...at }, sentence: { field, start: sentence.start, end: Math.max(sentence.end, at.end) } };
}

const BARE_FIGURE = { currency: null, per: null, basis: null, role: null, repaired: null, period: null, unit: null, qualifiers: [], doubts: [], subject: { words: '', entityIds: [] } } as const;

function byPlace(one: Corrected, other: Corrected): number {
  const [a, b] = [one.figure.place, other.figure.place];
  return a.field === b.field ? a.start - b.start : a.field === 'title' ? -1 : 1;
}

/**
 * Does again, in their order, what a person did to figures of a text. A figure is known by its id, which sentence and words make,
 * else by its words and what stands around them. One that a person fixed stays, also where it is no longer read. `lost`: those
 * whose words the text does not hold.
 */
export function applyCorrections(figures: readonly Figure[], { texts, corrections, nameWords }: { readonly texts: Texts; readonly corrections: readonly FigureCorrection[]; readonly nameWords: NameWords }): { readonly figures: readonly Corrected[]; readonly lost: readonly CorrectionId[] } {
  let found: Corrected[] = figures.map((figure) => ({ figure, correction: null }));
  if (corrections.length === 0) return { figures: found, lost: [] };
  const bare = { title: new Bare(texts.title), text: new Bare(texts.text) };
  const lost: CorrectionId[] = [];
  for (const { id, kind, figureId, field, quote, base, fix } of corrections) {
    const at = bare[field].find(quote);
    const known = found.find(({ figure }) => figure.id === figureId) ?? (at && found.find(({ figure: { place } }) => place.field === field && place.start < at.end && at.start < place.end));
    if (kind === 'dropped') {
      if (known) found = found.filter((one) => one !== known);
      else if (!at) lost.push(id);
      continue;
    }
    if (kind === 'fixed' && known) {
      found = found.map((one) => (one === known ? { figure: fixed(one.figure, fix ?? {}, nameWords), correction: { id, kind } } : one));
      continue;
    }
    if (!at) {
      lost.push(id);
      continue;
    }
    const words = placed(field, bare[field].text, at);
    const figure: Figure = base ? { ...base, ...words } : { ...BARE_FIGURE, id: `added-${id}`, kind: 'count', low: '0', high: '0', ...words };
    // What a person marks takes the place of what was read there.
    found = [...found.filter(({ figure: { place } }) => !(place.field === field && place.start < at.end && at.start < place.end)), { figure: fixed(figure, fix ?? {}, nameWords), correction: { id, kind } }];
  }
  return { figures: found.toSorted(byPlace), lost };
}
