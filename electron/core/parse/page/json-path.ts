/** A value of a JSON text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const LONGEST = 300;
const MOST_STEPS = 24;
const MOST_VALUES = 2000;
const STEP = /(?:^|\.)([^.[\]{}"']+)|\[(\d{1,6}|\*|)\]|\["((?:[^"\\]|\\.){1,100})"\]/y;

/** The steps of a path such as `data.rows[*]`, `payload.0.items` or `a["odd.name"]`; null where it is none. `*` is every element. */
export function pathSteps(path: string): readonly string[] | null {
  const text = path.trim().replace(/^\$\.?/, '');
  if (text.length > LONGEST) return null;
  const steps: string[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (!match || steps.length >= MOST_STEPS) return null;
    steps.push(match[1]?.trim() ?? match[3]?.replace(/\\(.)/g, '$1') ?? (match[2] === '' ? '*' : (match[2] ?? '*')));
  }
  return steps;
}

/** A step as a path writes it. */
export function pathStep(name: string): string {
  return /^[^.[\]{}"'\\\s]+$/.test(name) ? name : `["${name.replace(/["\\]/g, '\\$&')}"]`;
}

export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').reduce((path, part) => (path === '' || part.startsWith('[') ? path + part : `${path}.${part}`), '');
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stepInto(value: Json, step: string): readonly Json[] {
  if (step === '*') return Array.isArray(value) ? (value as readonly Json[]) : (isObject(value) ? Object.values(value) : []);
  if (Array.isArray(value)) {
    const element = /^\d+$/.test(step) ? (value as readonly Json[])[Number(step)] : undefined;
    return element === undefined ? [] : [element];
  }
  return isObject(value) && Object.hasOwn(value, step) && value[step] !== undefined ? [value[step]] : [];
}

/** Every value at a path, at most 2,000. An unreadable path gives none. */
export function valuesAt(root: Json, path: string): readonly Json[] {
  let values: readonly Json[] = [root];
  for (const step of pathSteps(path) ?? ['\u0000']) values = values.flatMap((value) => stepInto(value, step)).slice(0, MOST_VALUES);
  return values;
}

/** The text or number at a path within an element as text, or null. */
export function scalarAt(value: Json, path: string): string | null {
  const [found] = valuesAt(value, path);
  if (typeof found === 'string') return found;
  return typeof found === 'number' ? String(found) : null;
}

/** The elements of the list at a path: of an array, or the values of an object whose names are ids. */
export function listAt(root: Json, path: string): readonly Json[] {
  const values = valuesAt(root, path);
  const [only] = values;
  if (values.length !== 1 || only === undefined) return values;
  if (Array.isArray(only)) return (only as readonly Json[]).slice(0, MOST_VALUES);
  return isObject(only) && Object.values(only).every(isObject) ? Object.values(only).slice(0, MOST_VALUES) : [];
}

const FIELD = /\{([^{}]{1,200})\}/g;

/** Fills the fields of a template such as `/news/{id}`; null where one is missing. */
export function fillTemplate(template: string, value: Json): string | null {
  let missing = false;
  const text = template.replace(FIELD, (_, path: string) => {
    const found = scalarAt(value, path);
    if (found === null || found === '') missing = true;
    return encodeURIComponent(found ?? '').replaceAll('%2F', '/').replaceAll('%3A', ':');
  });
  return missing ? null : text;
}

export function isTemplate(link: string): boolean {
  return link.search(FIELD) !== -1;
}
