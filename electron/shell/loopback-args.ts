import { parseArgs } from 'node:util';
import { ReaderError } from '../contract/errors.ts';
import { requestsOfWords, type OpenRequest } from './desktop/open-request.ts';

/** What the person asked the loopback door for. */
export interface LoopbackArgs {
  /** 0: any free one. */
  readonly port: number;
  readonly window: boolean;
  /** Links and subscription lists to open. */
  readonly open: readonly OpenRequest[];
}

/** Throws `invalid-argument` for what the door does not know. */
export function loopbackArgs(argv: readonly string[], cwd = process.cwd()): LoopbackArgs {
  const { values, positionals } = parse(argv);
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ReaderError('invalid-argument', `--port needs a number from 0 to 65535, not ${values.port}`, { path: 'port' });
  const open = requestsOfWords(positionals, cwd);
  if (open.length < positionals.length) throw new ReaderError('invalid-argument', 'Beside its options, only feed: and monazite: links and .opml files can be opened', { path: 'open' });
  return { port, window: !values['no-window'], open };
}

function parse(argv: readonly string[]): { values: { port?: string; 'no-window'?: boolean }; positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: { profile: { type: 'string' }, port: { type: 'string' }, 'no-window': { type: 'boolean' } } });
  } catch (error) {
    throw new ReaderError('invalid-argument', error instanceof Error ? error.message : String(error), { path: '' }, { cause: error });
  }
}

/** Whether a window can be seen at all; Windows and macOS always have a desktop. */
export function hasDisplay(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
