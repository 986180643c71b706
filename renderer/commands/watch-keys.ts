import { seeAll } from '../alerts/alert-actions.ts';
import { leavePage } from '../state/navigate.ts';
import type { CommandId } from '../../electron/contract/command.ts';
import { stepBack } from './step-back.ts';

function back(): void {
  if (!stepBack()) leavePage();
}

/** Gives the keys to the first row of the page, whose own keys go on from there. */
function toRows(): void {
  document.querySelector<HTMLElement>('[data-pane="list"] [data-pane-focus]')?.focus();
}

/** What the keys of the list do while the alerts stand in its place. */
export const ALERTS_KEYS: Readonly<Partial<Record<CommandId, () => void>>> = { back, next: toRows, previous: toRows, markAllRead: () => void seeAll() };

/** The same while a page of rows does. */
export const ROWS_KEYS: Readonly<Partial<Record<CommandId, () => void>>> = { back, next: toRows, previous: toRows };

/** The same while the rules do. */
export const RULES_KEYS = ROWS_KEYS;
