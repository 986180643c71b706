import { statfsSync } from 'node:fs';

export interface DiskSpace {
  readonly free: number;
  readonly total: number;
}

export type DiskShortage = 'images' | 'texts' | null;

const FEW = 2_000_000_000;
const FEWEST = 500_000_000;
const LASTS_MS = 5_000;

/** Bytes of the disk that holds a folder, as this account may use them; null where the system does not tell. */
export function diskSpace(folder: string): DiskSpace | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}

/** What is given up, in this order, where little is free: images that nobody asked for, then such texts. */
export function shortageOf(space: DiskSpace | null): DiskShortage {
  if (space === null || space.free >= FEW) return null;
  return space.free >= FEWEST ? 'images' : 'texts';
}

/** What must be free for nothing to be given up, bytes. */
export const ROOM = FEW;

export interface DiskWatch {
  space(): DiskSpace | null;
  shortage(): DiskShortage;
}

/** Looks at the disk, at most once in five seconds for `shortage`, which is asked before each fetch. `now` is epoch milliseconds. */
export function watchDisk(folder: string, now: () => number, look: (folder: string) => DiskSpace | null = diskSpace): DiskWatch {
  let last: { readonly at: number; readonly shortage: DiskShortage } | null = null;
  return {
    space: () => look(folder),
    shortage() {
      const at = now();
      if (last === null || at - last.at > LASTS_MS || at < last.at) last = { at, shortage: shortageOf(look(folder)) };
      return last.shortage;
    },
  };
}
