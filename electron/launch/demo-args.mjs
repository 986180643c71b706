import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { doorFromArgs } from './door-args.mjs';

/**
 * Takes the demo's own words out of a command line: the profile (its own unless named), and how often the newsroom
 * publishes (`--every <minutes>`).
 * @param {readonly string[]} argv
 */
export function demoArgs(argv) {
  const { door, args } = doorFromArgs(argv);
  const { values, tokens } = parseArgs({ args, strict: false, tokens: true, options: { profile: { type: 'string' }, every: { type: 'string' } } });
  const ours = new Set(
    tokens.flatMap((token) => (token.kind === 'option' && (token.name === 'profile' || token.name === 'every') ? [token.index, ...(token.inlineValue ? [] : [token.index + 1])] : [])),
  );
  return {
    door,
    profile: typeof values.profile === 'string' ? resolve(values.profile) : demoProfile(),
    every: typeof values.every === 'string' ? values.every : null,
    args: args.filter((_, index) => !ours.has(index)),
  };
}

/** Beside the person's own profile, in the folder where each system keeps those. */
function demoProfile() {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Monazite-demo');
    case 'win32':
      return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Monazite-demo');
    default:
      return join(process.env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Monazite-demo');
  }
}
