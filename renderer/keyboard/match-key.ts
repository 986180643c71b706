import type { CommandId } from '../../electron/contract/command.ts';
import type { KeyMap } from './key-map.ts';

export type KeyMatch = { readonly kind: 'command'; readonly command: CommandId } | { readonly kind: 'start'; readonly name: string } | { readonly kind: 'none' };

/** What a key does, after the first key of a pair where one was pressed before. */
export function matchKey(name: string, before: string | null, { commandOf, starts }: KeyMap): KeyMatch {
  const pair = before === null ? undefined : commandOf.get(`${before} ${name}`);
  if (pair) return { kind: 'command', command: pair };
  if (starts.has(name)) return { kind: 'start', name };
  const command = commandOf.get(name);
  return command ? { kind: 'command', command } : { kind: 'none' };
}
