import { onEvent } from '../client/transport.ts';
import { runCommand } from './run-command.ts';

/** Does what the application menu asks of this window. Returns the way to stop. */
export function followCommands(): () => void {
  return onEvent((event) => {
    if (event.kind === 'command') runCommand(event.command);
  });
}
