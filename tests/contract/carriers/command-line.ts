import { commandAnswer, runCommand } from '../command-process.ts';
import type { Carrier } from './carrier.ts';

/** `npm run -s call`: a process and an engine for each question. */
export const commandLine: Carrier = {
  name: 'command line',
  open: async (profile) => ({
    call: async (method, args) => commandAnswer(await runCommand([method, '-', '--profile', profile], JSON.stringify(args))),
    onEvent: null,
    close: async () => {},
  }),
};
