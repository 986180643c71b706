import { KEY_MAP } from './key-map.ts';
import type { ActionId } from './key-map.ts';

const byKeys = new Map<string, ActionId>(KEY_MAP.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));
const starts = new Set([...byKeys.keys()].filter((keys) => /^\S+ \S+$/u.test(keys)).map((keys) => keys.slice(0, keys.indexOf(' '))));

export type KeyMatch = { readonly kind: 'action'; readonly action: ActionId } | { readonly kind: 'start'; readonly name: string } | { readonly kind: 'none' };

/** What a key does, after the first key of a pair where one was pressed before. */
export function matchKey(name: string, before: string | null): KeyMatch {
  const pair = before === null ? undefined : byKeys.get(`${before} ${name}`);
  if (pair) return { kind: 'action', action: pair };
  if (starts.has(name)) return { kind: 'start', name };
  const action = byKeys.get(name);
  return action ? { kind: 'action', action } : { kind: 'none' };
}
