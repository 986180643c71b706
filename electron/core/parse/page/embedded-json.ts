import type { Element } from 'domhandler';
import { Text } from 'domhandler';
import type { Json } from './json-path.ts';
import { readJson } from './json-text.ts';
import type { LoadedPage } from './load-page.ts';
import { isStreamed, scriptValues, streamedRows, unflattened } from './script-values.ts';

/** Attributes in which a program leaves the state that it draws from. */
const STATE = /^(?:data-(?:page|props|state|react-props|initial-state|initial|json|config|model)|:?(?:items|list|initial-[\w-]{1,30})|v-bind:[\w-]{1,30})$/;
const SHORTEST = 200;

function textOf(script: Element): string {
  return script.children.map((child) => (child instanceof Text ? child.data : '')).join('');
}

const isScript = ({ name }: Element): boolean => name === 'script';
const isJson = ({ attribs }: Element): boolean => /json/i.test(attribs['type'] ?? '');

function stateNames(element: Element): string[] {
  return Object.keys(element.attribs).filter((name) => STATE.test(name) && (element.attribs[name]?.length ?? 0) >= SHORTEST && /^\s*[[{]/.test(element.attribs[name] ?? ''));
}

/** The JSON that an element holds: a script its text or the values that it names, anything else what its attributes say. */
export function embeddedJson(page: LoadedPage, element: Element): Json | null {
  if (!isScript(element)) {
    const values = stateNames(element).flatMap((name) => {
      const value = readJson(element.attribs[name] ?? '');
      return value === null ? [] : [[name, value] as const];
    });
    return values.length === 0 ? null : Object.fromEntries(values);
  }
  const text = textOf(element);
  if (isJson(element)) {
    const value = readJson(text);
    return value !== null && element.attribs['id'] === '__NUXT_DATA__' ? unflattened(value) : value;
  }
  if (!isStreamed(text)) return scriptValues(text);
  // Its pieces are one text, which the first script stands for.
  const first = page.elements.find((other) => isScript(other) && !isJson(other) && isStreamed(textOf(other)));
  return first && text === textOf(first) ? streamedRows(page.elements.filter((other) => isScript(other) && !isJson(other)).map(textOf)) : null;
}

/** Every element that may hold JSON from which a browser draws, with a selector that names it. */
export function embedding(page: LoadedPage): { readonly element: Element; readonly selector: string }[] {
  return page.elements.flatMap((element) => {
    const id = element.attribs['id'];
    const named = id !== undefined && /^[A-Za-z_][\w-]{0,60}$/.test(id);
    if (isScript(element)) {
      if (named) return [{ element, selector: `script#${id}` }];
      if (!isJson(element)) return [{ element, selector: 'script' }];
      return [{ element, selector: `script[type="${(element.attribs['type'] ?? '').replace(/["\\]/g, '')}"]` }];
    }
    const [state] = stateNames(element);
    if (state === undefined) return [];
    return [{ element, selector: named ? `#${id}` : `${element.name}[${state.replaceAll(':', String.raw`\:`)}]` }];
  });
}
