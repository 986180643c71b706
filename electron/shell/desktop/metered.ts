import { execFile } from 'node:child_process';

const ASK_MS = 3000;

/** The output of a program, or null where it is not there, fails or takes too long. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string | null>;

export const runProgram: RunProgram = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: ASK_MS, windowsHide: true, encoding: 'utf8' }, (error, stdout) => resolve(error ? null : stdout));
  });

/** NetworkManager's own words for it: a property of its bus name, `u 1` yes, `u 2` no, `u 3` and `u 4` guessed, `u 0` unknown. */
const ASK_NETWORK_MANAGER = ['--system', 'get-property', 'org.freedesktop.NetworkManager', '/org/freedesktop/NetworkManager', 'org.freedesktop.NetworkManager', 'Metered'] as const;

/**
 * Whether the connection in use is metered; null where nobody says. Only NetworkManager is asked: neither Electron nor Chromium
 * tells it of Windows and macOS.
 */
export async function isMetered(platform: NodeJS.Platform = process.platform, run: RunProgram = runProgram): Promise<boolean | null> {
  if (platform !== 'linux') return null;
  const answer = /^u ([0-4])\s*$/.exec((await run('busctl', ASK_NETWORK_MANAGER)) ?? '')?.[1];
  if (answer === undefined || answer === '0') return null;
  return answer === '1' || answer === '3';
}
