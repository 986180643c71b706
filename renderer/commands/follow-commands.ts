import { onEvent } from '../client/transport.ts';
import { useUi } from '../state/ui.ts';
import { isAvailable, runCommand } from './run-command.ts';

/** Does what the application menu asks of this window; while a dialog is open nothing takes its place. Returns the way to stop. */
export function followCommands(): () => void {
  return onEvent((event) => {
    if (event.kind === 'command' && useUi.getState().dialog === null && isAvailable(event.command)) runCommand(event.command);
  });
}
