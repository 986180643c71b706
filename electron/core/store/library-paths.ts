import { join } from 'node:path';

export interface LibraryPaths {
  readonly folder: string;
  readonly database: string;
  readonly backups: string;
  readonly lock: string;
  /** Tells whoever opens the folder what it is, and us that a library has been here. */
  readonly about: string;
}

/** Where a profile keeps its library. */
export function libraryPaths(profile: string): LibraryPaths {
  const folder = join(profile, 'library');
  return {
    folder,
    database: join(folder, 'monazite.db'),
    backups: join(folder, 'backups'),
    lock: join(folder, 'lock.db'),
    about: join(folder, 'about.txt'),
  };
}
