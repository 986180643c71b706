import { spawn } from 'node:child_process';

/** An opener that has not failed by now has handed the address over; some stay until the browser that they started ends. */
const HANDED_OVER_MS = 1500;

/** The program that opens an address as the person's own choice has it, without a shell that would read the address again. */
export function systemOpener(platform: NodeJS.Platform = process.platform): { readonly program: string; readonly args: readonly string[] } {
  switch (platform) {
    case 'darwin':
      return { program: '/usr/bin/open', args: [] };
    case 'win32':
      return { program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler'] };
    default:
      return { program: 'xdg-open', args: [] };
  }
}

/**
 * Opens an address in the person's own browser or mail program, which outlives this process. To be asked with what
 * `externalUrl` answers, and nothing else. Rejects where it could not be handed over.
 */
export function openWithSystem(url: string, { program, args } = systemOpener()): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true, windowsHide: true });
    const timer = setTimeout(resolve, HANDED_OVER_MS);
    const settle = (failure: Error | null): void => {
      clearTimeout(timer);
      if (failure) reject(failure);
      else resolve();
    };
    child.on('error', settle);
    child.on('exit', (code, signal) => settle(code === 0 ? null : new Error(`${program} ended with ${code === null ? signal : `code ${code}`}`)));
    child.unref();
  });
}
