import { Element } from 'domhandler';

/** A container with its items: one of several lists that look alike, or one month of a list. */
export interface ClusterGroup {
  readonly container: Element;
  readonly elements: readonly Element[];
}

function ancestors(element: Element): Element[] {
  const line: Element[] = [];
  for (let at = element.parent; at instanceof Element; at = at.parent) line.push(at);
  return line;
}

/** The nearest element that holds all of these, or null. */
export function commonContainer(elements: readonly Element[]): Element | null {
  const [first, ...others] = elements;
  if (!first) return null;
  let line = ancestors(first);
  for (const other of others) {
    const own = new Set(ancestors(other));
    line = line.filter((element) => own.has(element));
    if (line.length <= 1) break;
  }
  return line[0] ?? null;
}

/** The elements of a cluster by where they part below their common container; one group where they do not. */
export function splitCluster(elements: readonly Element[]): ClusterGroup[] {
  const container = commonContainer(elements);
  if (!container) return elements[0] ? [{ container: elements[0], elements }] : [];
  const groups = new Map<Element, Element[]>();
  for (const element of elements) {
    const line = [element, ...ancestors(element)];
    const branch = line[line.indexOf(container) - 1] ?? element;
    const group = groups.get(branch);
    if (group) group.push(element);
    else groups.set(branch, [element]);
  }
  return groups.size === elements.length ? [{ container, elements }] : [...groups].map(([branch, own]) => ({ container: branch, elements: own }));
}
