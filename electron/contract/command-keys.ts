import { COMMANDS } from './command.ts';
import type { Command, CommandId } from './command.ts';

/** What a person changed of the keys. */
export interface KeySettings {
  /** False turns off every letter, digit and sign that does something by itself (WCAG 2.2, 2.1.4). */
  readonly singleKeys: boolean;
  /** By command: the keys that it has in place of its usual ones; none turns them off. Commands of other versions are left as they are. */
  readonly own: Readonly<Record<string, readonly string[]>>;
}

export const DEFAULT_KEYS: KeySettings = { singleKeys: true, own: {} };

/** One press: an optional Mod, an optional Shift, then a key. */
const STROKE = /^(?:Mod\+)?(?:Shift\+)?(?:[^\s]|[A-Z][A-Za-z0-9]{1,15})$/u;

/** Whether `keys` is one press, or two one after the other of which neither has Mod. */
export function isBinding(keys: string): boolean {
  const strokes = keys.split(' ');
  if (strokes.length === 1) return STROKE.test(keys);
  return strokes.length === 2 && strokes.every((stroke) => STROKE.test(stroke) && !stroke.startsWith('Mod+'));
}

/** Whether some of its presses is a letter, digit or sign without Mod. */
export function isSingle(keys: string): boolean {
  return keys.split(' ').some((stroke) => /^(?:Shift\+)?\S$/u.test(stroke));
}

/** Whether pressing one is, or begins, pressing the other. */
function collide(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/**
 * Which keys each command has now. What a person chose goes before what is usual: a usual key that was given to another command
 * is that one's. Single keys are left out where they are turned off.
 */
export function keysNow({ singleKeys, own }: KeySettings): ReadonlyMap<CommandId, readonly string[]> {
  const chosen = COMMANDS.flatMap(({ id }) => own[id] ?? []);
  return new Map(
    COMMANDS.map(({ id, keys }: Command) => {
      const mine = own[id] ?? keys.filter((key) => !chosen.some((taken) => collide(taken, key)));
      return [id, mine.filter((key) => singleKeys || !isSingle(key))];
    }),
  );
}

/** The command that has `keys`, or keys that begin so or that they begin with; null where they are free. `except` is not asked. */
export function keeperOf(keys: string, settings: KeySettings, except: CommandId): CommandId | null {
  for (const [id, bound] of keysNow({ ...settings, singleKeys: true })) if (id !== except && bound.some((one) => collide(one, keys))) return id;
  return null;
}

/** The first of a command's keys that works everywhere, for the application menu; null where it has none. */
export function menuKey(command: CommandId, settings: KeySettings): string | null {
  return keysNow(settings).get(command)?.find((keys) => keys.startsWith('Mod+')) ?? null;
}
