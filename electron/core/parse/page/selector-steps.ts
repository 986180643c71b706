import { parse, SelectorType } from 'css-what';
import type { Selector } from 'css-what';

/** One alternative of a selector, cut at its spaces: each run is followed by one anywhere below what it names. */
export interface SelectorSteps {
  /** How the first run stands to the item that it starts from. */
  readonly lead: 'below' | 'child' | 'next';
  readonly runs: readonly (readonly Selector[])[];
}

export type SelectorFault = 'empty' | 'too-long' | 'not-a-selector' | 'unsupported';

const LONGEST = 500;
const MOST_TOKENS = 60;
/** Pseudo-classes that cost no more than a look at an element and its place. */
const PLACES = new Set(['first-child', 'last-child', 'only-child', 'first-of-type', 'last-of-type', 'nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type', 'scope']);
const GROUPS = new Set(['not', 'is', 'where', 'matches']);
export const NTH = /^\s*(?:(odd|even)|([+-]?\d{0,6})n\s*(?:([+-])\s*(\d{1,6}))?|([+-]?\d{1,6}))\s*$/i;

function isRunnable(token: Selector, within: boolean): boolean {
  switch (token.type) {
    case SelectorType.Tag:
    case SelectorType.Universal:
    case SelectorType.Attribute:
      return token.namespace === null;
    case SelectorType.Descendant:
    case SelectorType.Child:
    case SelectorType.Adjacent:
      return !within;
    case SelectorType.Pseudo:
      if (GROUPS.has(token.name)) return !within && Array.isArray(token.data) && token.data.flat().length <= MOST_TOKENS && token.data.every((tokens) => tokens.every((inner) => isRunnable(inner, true)));
      return PLACES.has(token.name) && (token.name.startsWith('nth-') ? typeof token.data === 'string' && NTH.test(token.data) : token.data === null);
    default:
      return false;
  }
}

function cut(tokens: readonly Selector[]): SelectorSteps | null {
  const [first] = tokens;
  const leads = { [SelectorType.Child]: 'child', [SelectorType.Adjacent]: 'next', [SelectorType.Descendant]: 'below' } as const;
  const lead = first && first.type in leads ? leads[first.type as keyof typeof leads] : null;
  const runs: Selector[][] = [[]];
  for (const token of lead === null ? tokens : tokens.slice(1)) {
    if (token.type === SelectorType.Descendant) runs.push([]);
    else runs.at(-1)?.push(token);
  }
  return runs.some((run) => run.length === 0) ? null : { lead: lead ?? 'below', runs };
}

/**
 * Reads a CSS selector, or says why it cannot be used. Selectors that cost more than one look at each element (`~`, `:has`,
 * `:contains`) are not supported: pages are hostile.
 */
export function selectorSteps(selector: string): readonly SelectorSteps[] | SelectorFault {
  if (selector.trim() === '') return 'empty';
  if (selector.length > LONGEST) return 'too-long';
  let alternatives: Selector[][];
  try {
    alternatives = parse(selector);
  } catch {
    return 'not-a-selector';
  }
  if (alternatives.flat().length > MOST_TOKENS || !alternatives.flat().every((token) => isRunnable(token, false))) return 'unsupported';
  const steps = alternatives.map(cut);
  return steps.every((step) => step !== null) ? steps : 'not-a-selector';
}
