import { lazily } from '../lazily.ts';
import { foldMapped } from './fold.ts';
import { symbolsIn } from './symbols.ts';
import { compoundsOf, runsOf, wordEnd, type Compound, type Run } from './tokens.ts';

/** What a query lights in a text. `text` is folded: a word, several in a row, or characters; with `prefix` its last word may go on. */
export type Light =
  | { readonly kind: 'words'; readonly text: string; readonly prefix: boolean }
  | { readonly kind: 'symbol'; readonly symbol: string };

/** From the first UTF-16 unit to behind the last one. */
export type Span = readonly [from: number, to: number];

interface Words {
  readonly runs: readonly Run[];
  readonly prefix: boolean;
}

function fits(run: Run | undefined, wanted: Run, { first, last, prefix }: { first: boolean; last: boolean; prefix: boolean }): boolean {
  if (!run || run.dense !== wanted.dense) return false;
  if (!wanted.dense) return last && prefix ? run.text.startsWith(wanted.text) : run.text === wanted.text;
  if (first) return run.text.endsWith(wanted.text);
  return last ? run.text.startsWith(wanted.text) : run.text === wanted.text;
}

/** Where characters of a script without spaces stand, in whatever runs of them. */
function charactersIn(folded: string, wanted: string): Span[] {
  const spans: Span[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) spans.push([at, at + wanted.length]);
  return spans;
}

function wordsIn(folded: string, wanted: string, prefix: boolean): Span[] {
  const spans: Span[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const end = wordEnd(folded, at);
    if (prefix ? end > at : end === at + wanted.length) spans.push([at, end]);
  }
  return spans;
}

/** Reads a text into its runs at the first of what needs them: most words are found without. */
type RunsOfText = () => readonly Run[];

function spansOf(folded: string, { runs: wanted, prefix }: Words, runsOfText: RunsOfText): Span[] {
  const last = wanted.length - 1;
  const [only] = wanted;
  if (!only) return [];
  if (last === 0) return only.dense ? charactersIn(folded, only.text) : wordsIn(folded, only.text, prefix);
  if (!wanted.every(({ text }) => folded.includes(text))) return [];
  const runs = runsOfText();
  const spans: Span[] = [];
  for (const [at, begin] of runs.entries()) {
    if (!wanted.every((want, step) => fits(runs[at + step], want, { first: step === 0, last: step === last, prefix }))) continue;
    const end = runs[at + last] ?? begin;
    const ending = wanted[last] ?? only;
    spans.push([only.dense ? begin.to - only.text.length : begin.from, ending.dense ? end.from + ending.text.length : end.to]);
  }
  return spans;
}

function wholes(compounds: readonly Compound[], { runs, prefix }: Words): Span[] {
  const [only] = runs;
  if (!only || runs.length > 1 || only.dense) return [];
  return compounds.filter(({ text }) => (prefix ? text.startsWith(only.text) : text === only.text)).map(({ from, to }) => [from, to]);
}

/** Tells where the lights of a query fall in a text, in order, none over another. The text is as people read it. */
export type TextMatcher = (text: string) => Span[];

/** Reads the lights once for many texts. */
export function createMatcher(lights: readonly Light[]): TextMatcher {
  const symbols = new Set(lights.flatMap((light) => (light.kind === 'symbol' ? [light.symbol] : [])));
  const wanted = lights.flatMap((light) => (light.kind === 'words' ? [{ runs: runsOf(light.text), prefix: light.prefix }] : []));
  return (text) => {
    if (lights.length === 0 || text === '') return [];
    const spans: Span[] = symbols.size === 0 ? [] : symbolsIn(text).flatMap(({ symbol, from, to }): Span[] => (symbols.has(symbol) ? [[from, to]] : []));
    if (wanted.length > 0) {
      const folded = foldMapped(text);
      const runs = lazily(() => runsOf(folded.text));
      const compounds = compoundsOf(folded.text);
      for (const words of wanted) {
        for (const [from, to] of [...spansOf(folded.text, words, runs), ...wholes(compounds, words)]) spans.push([folded.starts[from] ?? 0, folded.ends[to - 1] ?? text.length]);
      }
    }
    return merged(spans);
  };
}

/** Where the lights of a query fall in one text. */
export function matchText(text: string, lights: readonly Light[]): Span[] {
  return createMatcher(lights)(text);
}

function merged(spans: readonly Span[]): Span[] {
  const whole: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = whole.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}
