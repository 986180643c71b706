import { create } from 'zustand';
import { COMMANDS } from '../../electron/contract/command.ts';
import type { Command, CommandId } from '../../electron/contract/command.ts';
import { DEFAULT_KEYS, keysNow } from '../../electron/contract/command-keys.ts';
import type { KeySettings } from '../../electron/contract/command-keys.ts';

export interface KeyMap {
  readonly keysOf: ReadonlyMap<CommandId, readonly string[]>;
  readonly commandOf: ReadonlyMap<string, CommandId>;
  /** First keys of pairs. */
  readonly starts: ReadonlySet<string>;
}

/** Every key that does something, both ways. */
export function keyMapOf(settings: KeySettings): KeyMap {
  const keysOf = keysNow(settings);
  const commandOf = new Map([...keysOf].flatMap(([id, keys]) => keys.map((key) => [key, id] as const)));
  const pairs = [...commandOf.keys()].filter((keys) => keys.includes(' '));
  return { keysOf, commandOf, starts: new Set(pairs.map((keys) => keys.slice(0, keys.indexOf(' ')))) };
}

/** The keys as the person has set them. */
export const useKeyMap = create<KeyMap>()(() => keyMapOf(DEFAULT_KEYS));

let drawn: KeySettings = DEFAULT_KEYS;

/** Has the keys follow the settings. */
export function setKeys(settings: KeySettings): void {
  if (settings === drawn) return;
  drawn = settings;
  useKeyMap.setState(keyMapOf(settings));
}

/** The key that a command usually has; undefined where it has none. */
export function usualKey(command: CommandId): string | undefined {
  return COMMANDS.find(({ id }) => id === command)?.keys[0];
}

const BY_USUAL: ReadonlyMap<string, CommandId> = new Map(COMMANDS.flatMap(({ id, keys }: Command) => keys.map((key) => [key.toLowerCase(), id] as const)));

/**
 * The key that a command has now, in place of the usual one by which a button or a menu names it ("Shift+R", "G A"). What is
 * no command's stays as it is; undefined where the command has no key any more.
 */
export function keyInPlaceOf(usual: string, { keysOf }: KeyMap): string | undefined {
  const command = BY_USUAL.get(usual.toLowerCase());
  if (command === undefined) return usual;
  const keys = keysOf.get(command) ?? [];
  return keys.find((key) => key.toLowerCase() === usual.toLowerCase()) ?? keys[0];
}
