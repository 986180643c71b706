import { compile } from 'css-select';
import type { Options } from 'css-select';
import { SelectorType } from 'css-what';
import type { Selector } from 'css-what';
import { Element } from 'domhandler';
import type { AnyNode } from 'domhandler';
import { descendants } from './item-link.ts';
import type { LoadedPage } from './load-page.ts';
import { NTH, selectorSteps } from './selector-steps.ts';
import type { SelectorSteps } from './selector-steps.ts';

export const MOST_SELECTED = 2000;
const MOST_WITHIN = 2000;

interface Place {
  readonly child: number;
  readonly lastChild: number;
  readonly type: number;
  readonly lastType: number;
}

/** Places among siblings, counted once a parent: the library counts anew for each element, which costs the square. */
class Places {
  readonly #known = new Map<Element, Place>();

  of(element: Element): Place {
    const known = this.#known.get(element);
    if (known) return known;
    const siblings = (element.parent?.children ?? [element]).filter((child): child is Element => child instanceof Element);
    const types = new Map<string, number>();
    const ranks = siblings.map(({ name }) => {
      types.set(name, (types.get(name) ?? 0) + 1);
      return types.get(name) ?? 1;
    });
    for (const [at, sibling] of siblings.entries()) {
      const type = ranks[at] ?? 1;
      this.#known.set(sibling, { child: at + 1, lastChild: siblings.length - at, type, lastType: (types.get(sibling.name) ?? 1) - type + 1 });
    }
    return this.#known.get(element) ?? { child: 1, lastChild: 1, type: 1, lastType: 1 };
  }
}

function isNth(place: number, formula: string | null | undefined): boolean {
  const match = NTH.exec(formula ?? '');
  if (!match) return false;
  if (match[1]) return place % 2 === (match[1].toLowerCase() === 'odd' ? 1 : 0);
  if (match[5]) return place === Number(match[5]);
  const step = match[2] === '' || match[2] === '+' ? 1 : (match[2] === '-' ? -1 : Number(match[2]));
  const rest = place - Number(match[4] ?? 0) * (match[3] === '-' ? -1 : 1);
  return step === 0 ? rest === 0 : rest % step === 0 && rest / step >= 0;
}

function optionsOf(places: Places, isReached: (element: Element) => boolean, scope: Element | null): Options<AnyNode, Element> {
  return {
    cacheResults: false,
    relativeSelector: false,
    pseudos: {
      reached: (element) => isReached(element),
      scope: (element) => element === scope,
      'first-child': (element) => places.of(element).child === 1,
      'last-child': (element) => places.of(element).lastChild === 1,
      'first-of-type': (element) => places.of(element).type === 1,
      'last-of-type': (element) => places.of(element).lastType === 1,
      'nth-child': (element, formula) => isNth(places.of(element).child, formula),
      'nth-last-child': (element, formula) => isNth(places.of(element).lastChild, formula),
      'nth-of-type': (element, formula) => isNth(places.of(element).type, formula),
      'nth-last-of-type': (element, formula) => isNth(places.of(element).lastType, formula),
    },
  };
}

/** The run with its first compound held to what the run before it reaches. */
function anchored(run: readonly Selector[]): Selector[] {
  const at = run.findIndex(({ type }) => type === SelectorType.Child || type === SelectorType.Adjacent);
  const first = at === -1 ? run.length : at;
  return [...run.slice(0, first), { type: SelectorType.Pseudo, name: 'reached', data: null }, ...run.slice(first)];
}

/**
 * Elements of `elements` (in the order of the document) that one alternative names. Run after run over all elements, because the
 * library tries every ancestor for every space, which costs a power of the depth.
 */
function runSteps(elements: readonly Element[], { lead, runs }: SelectorSteps, scope: Element | null, places: Places): Set<Element> {
  let reached: (element: Element) => boolean = lead === 'child' && scope !== null ? (element) => element.parent === scope : () => true;
  let matched = new Set<Element>();
  for (const [at, run] of runs.entries()) {
    const test = compile<AnyNode, Element>([anchored(run)], optionsOf(places, reached, scope));
    matched = new Set(elements.filter((element) => test(element)));
    if (at === runs.length - 1) break;
    const below = new Set<unknown>();
    for (const element of elements) if (matched.has(element) || below.has(element.parent)) below.add(element);
    reached = (element) => below.has(element.parent);
  }
  return matched;
}

/** The elements of a page that a selector names, in the order of the document, at most 2,000; none where it cannot be read. */
export function selectFrom(page: LoadedPage, selector: string): Element[] {
  const steps = selectorSteps(selector);
  if (typeof steps === 'string') return [];
  const places = new Places();
  const sets = steps.map((step) => (step.lead === 'next' ? new Set<Element>() : runSteps(page.elements, step, null, places)));
  return (sets.length === 1 && sets[0] ? [...sets[0]] : page.elements.filter((element) => sets.some((set) => set.has(element)))).slice(0, MOST_SELECTED);
}

function nextElement(element: Element): Element | null {
  for (let node = element.next; node; node = node.next) if (node instanceof Element) return node;
  return null;
}

/** Follows `+` from an item to the elements beside it, then looks below the last. */
function beside(item: Element, { runs: [run, ...rest] }: SelectorSteps, places: Places): Element | null {
  const next = nextElement(item);
  if (!next || !run) return null;
  const at = run.findIndex(({ type }) => type === SelectorType.Child || type === SelectorType.Adjacent);
  const own = at === -1 ? run : run.slice(0, at);
  const test = compile<AnyNode, Element>([[...own]], optionsOf(places, () => true, item));
  if (own.length === 0 || !test(next)) return null;
  const tail = at === -1 ? [] : run.slice(at + 1);
  if (tail.length === 0) return rest.length === 0 ? next : firstBelow(next, { lead: 'below', runs: rest }, places);
  const further: SelectorSteps = { lead: run[at]?.type === SelectorType.Child ? 'child' : 'next', runs: [tail, ...rest] };
  return further.lead === 'next' ? beside(next, further, places) : firstBelow(next, further, places);
}

function firstBelow(item: Element, step: SelectorSteps, places: Places): Element | null {
  const [found] = runSteps(descendants(item, MOST_WITHIN).slice(1), step, item, places);
  return found ?? null;
}

/** The first element that a selector names from an item: below it, itself by `:scope`, or beside it where the selector begins with `+`. */
export function selectWithin(item: Element, selector: string): Element | null {
  if (selector.trim() === ':scope') return item;
  const steps = selectorSteps(selector);
  if (typeof steps === 'string') return null;
  const places = new Places();
  for (const step of steps) {
    const found = step.lead === 'next' ? beside(item, step, places) : firstBelow(item, step, places);
    if (found) return found;
  }
  return null;
}
