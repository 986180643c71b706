import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Another reader of feeds, where it is installed: what refreshing the same server takes it. */
export interface Newsboat {
  /** Refreshes every feed once and ends; CPU seconds of the whole process, user and system. `home` keeps its cache from round to round. */
  refresh(port: number, feeds: number, home: string): Promise<number>;
}

function programOf(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this one.
    }
  }
  return null;
}

/** What a shell's `times` prints of its children, as seconds. */
function childSeconds(times: string): number {
  const [user, system] = [...(times.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
  if (user === undefined || system === undefined) throw new Error(`No times in: ${times}`);
  return user + system;
}

/** Null where it is not installed. */
export function findNewsboat(): Newsboat | null {
  const program = process.platform === 'win32' ? null : programOf('newsboat');
  if (program === null) return null;
  return {
    async refresh(port, feeds, home) {
      mkdirSync(home, { recursive: true });
      const [urls, config, cache] = [join(home, 'urls'), join(home, 'config'), join(home, 'cache.db')];
      writeFileSync(urls, Array.from({ length: feeds }, (_, feed) => `http://127.0.0.1:${port}/feed/${feed}\n`).join(''));
      writeFileSync(config, '');
      const script = '"$@" >/dev/null && times';
      const { stdout } = await promisify(execFile)('sh', ['-c', script, 'sh', program, '-r', '-u', urls, '-c', cache, '-C', config, '-x', 'reload'], { env: { ...process.env, HOME: home }, timeout: 600_000 });
      return childSeconds(stdout);
    },
  };
}
