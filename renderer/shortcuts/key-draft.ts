import type { CommandId } from '../../electron/contract/command.ts';
import { isBinding, keeperOf, keysNow } from '../../electron/contract/command-keys.ts';
import type { KeySettings } from '../../electron/contract/command-keys.ts';

/** What fields, the system or the browser mean by these; and what moves the focus or closes things. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['A', 'C', 'V', 'X', 'Z', 'Q', 'W', 'T', 'N', 'R', 'P', 'H', 'M', 'L', '+', '-', '0', '='].map((key) => `Mod+${key}`),
  'Mod+Shift+Z', 'Mod+Shift+T', 'Mod+Shift+N', 'Mod+Shift+R', 'Escape', 'Enter', 'Tab', 'Shift+Tab', 'Backspace', 'Delete', 'F5', 'F11', 'F12',
]);

/** The keys that are being recorded, with one more press: a second one makes a pair, a third begins anew. */
export function withPress(draft: string, name: string): string {
  const isPair = draft !== '' && !draft.includes(' ') && !draft.startsWith('Mod+') && !name.startsWith('Mod+');
  return isPair ? `${draft} ${name}` : name;
}

export function isReserved(draft: string): boolean {
  return draft.split(' ').some((stroke) => RESERVED.has(stroke));
}

/** Whether a command may have these keys at all. */
export function isAllowed(draft: string): boolean {
  return draft !== '' && isBinding(draft) && !isReserved(draft);
}

/** The settings after a command was given these keys alone; whoever had them, or began so, has its other ones left. */
export function withKeys(settings: KeySettings, command: CommandId, keys: string): KeySettings {
  let own = settings.own;
  for (let keeper = keeperOf(keys, settings, command); keeper !== null; keeper = keeperOf(keys, { ...settings, own }, command)) {
    const left = (keysNow({ singleKeys: true, own }).get(keeper) ?? []).filter((one) => one !== keys && !one.startsWith(`${keys} `) && !keys.startsWith(`${one} `));
    own = { ...own, [keeper]: left };
  }
  return { ...settings, own: { ...own, [command]: [keys] } };
}

/** The settings after a command was given no key, or its usual ones back. */
export function withoutKeys(settings: KeySettings, command: CommandId): KeySettings {
  return { ...settings, own: { ...settings.own, [command]: [] } };
}

export function withUsualKeys(settings: KeySettings, command: CommandId): KeySettings {
  const { [command]: _gone, ...own } = settings.own;
  return { ...settings, own };
}
