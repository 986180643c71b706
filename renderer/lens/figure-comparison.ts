import type { Figure } from '../../electron/contract/lens.ts';
import type { Words } from '../words/use-words.ts';
import { numberText } from './number-text.ts';
import { shownValue } from './figure-value.ts';

/** What stands at the end of a figure's row: which way it went, or what it is held against. */
export interface Comparison {
  readonly direction: 'up' | 'down' | null;
  /** '' where the triangle says all. */
  readonly text: string;
}

type Compared = Pick<Figure, 'id' | 'kind' | 'low' | 'high' | 'unit' | 'qualifiers' | 'subject' | 'sentence'>;

const SPANS = ['year-on-year', 'quarter-on-quarter', 'month-on-month', 'week-on-week', 'day-on-day'] as const;
const BOUNDS = ['more-than', 'less-than', 'about'] as const;
const MOVES: ReadonlySet<Figure['kind']> = new Set(['change', 'change_pp']);

function sameSentence(one: Compared, other: Compared): boolean {
  return one.sentence.field === other.sentence.field && one.sentence.start === other.sentence.start && one.subject.words === other.subject.words && one.subject.words !== '';
}

function directionOf({ qualifiers }: Compared): 'up' | 'down' | null {
  return qualifiers.includes('up') ? 'up' : qualifiers.includes('down') ? 'down' : null;
}

/** What it came from, or by how much it moved, where its own sentence says so of the same thing. */
function beside(figure: Compared, figures: readonly Compared[], words: Words): Comparison | null {
  // A bare number may be anything, a grade or a column of a table.
  if (MOVES.has(figure.kind) || figure.unit === null || figure.qualifiers.includes('from')) return null;
  const others = figures.filter((other) => other.id !== figure.id && sameSentence(figure, other));
  const from = others.find((other) => other.qualifiers.includes('from') && other.unit?.normal === figure.unit?.normal);
  if (from && figure.qualifiers.includes('to')) {
    return { direction: null, text: words.t('lens.from', { value: figure.unit?.normal === '%' ? shown(from, words) : numberText(from.low, words.format.locale) }) };
  }
  const moves = others.filter(({ kind }) => MOVES.has(kind));
  const [move] = moves;
  const direction = move ? directionOf(move) : null;
  // Of two moves, which one is its own cannot be told.
  return move && direction && moves.length === 1 ? { direction, text: shown(unsigned(move), words) } : null;
}

/** The triangle says the sign already. */
function unsigned<F extends Compared>(figure: F): F {
  return { ...figure, low: figure.low.replace(/^-/u, ''), high: figure.high.replace(/^-/u, '') };
}

function shown(figure: Compared, words: Words): string {
  const { value, unit, close } = shownValue(figure, words);
  return unit === '' ? value : `${value}${close ? '' : ' '}${unit}`;
}

/** What is said beside a figure: how it is meant, or what its sentence holds it against. Null where nothing is. */
export function comparisonOf(figure: Compared, figures: readonly Compared[], words: Words): Comparison | null {
  const { t } = words;
  const direction = MOVES.has(figure.kind) ? directionOf(figure) : null;
  const said = [
    ...BOUNDS.filter((bound) => figure.qualifiers.includes(bound)).map((bound) => t(`lens.bounds.${bound}`)),
    ...SPANS.filter((span) => figure.qualifiers.includes(span)).map((span) => t(`lens.spans.${span}`)),
    ...(figure.qualifiers.includes('from') ? [t('lens.before')] : []),
  ];
  if (direction || said.length > 0) return { direction, text: said.join(t('lens.joiner')) };
  return beside(figure, figures, words);
}

/** What is said beside each figure of an article, by its id; nothing for those beside which nothing is. */
export function comparisonsOf(figures: readonly Compared[], words: Words): ReadonlyMap<string, Comparison> {
  const sentences = Map.groupBy(figures, ({ sentence }) => `${sentence.field} ${sentence.start}`);
  return new Map(
    [...sentences.values()].flatMap((together) =>
      together.flatMap((figure) => {
        const comparison = comparisonOf(figure, together, words);
        return comparison ? [[figure.id, comparison] as const] : [];
      }),
    ),
  );
}
