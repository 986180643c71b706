import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCheckpointer } from '../../../electron/core/store/checkpointer.ts';
import { openStore } from '../../../electron/core/store/open-store.ts';
import type { Store } from '../../../electron/core/store/store.ts';

describe('the log on its way into the database', () => {
  let profile: string;
  let store: Store;
  let writes: number;

  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'monazite-log-'));
    writes = 0;
    store = openStore({ profile, now: Date.now, onWrite: () => (writes += 1) });
    store.db.exec('CREATE TABLE filler (bytes BLOB) STRICT');
  });

  afterEach(() => {
    store.close();
    rmSync(profile, { recursive: true, force: true });
  });

  const database = (): string => join(profile, 'library', 'monazite.db');
  const fill = (megabytes: number): void => {
    for (let n = 0; n < megabytes; n++) store.transaction(() => store.run('INSERT INTO filler (bytes) VALUES (zeroblob(1000000))'));
  };

  test('stays where it is until another thread moves it, and each write is told', () => {
    const before = statSync(database()).size;
    fill(10);
    expect(writes).toBe(10);
    expect(statSync(database()).size).toBe(before);
  });

  test('is moved by the second connection while the first is open, and nothing is lost', () => {
    fill(10);
    const checkpointer = createCheckpointer(profile);
    checkpointer.check('quiet');
    expect(statSync(database()).size).toBeGreaterThan(10_000_000);
    // The writer goes on in the log that has been moved.
    fill(1);
    expect(store.get('SELECT count(*) AS n FROM filler')).toEqual({ n: 11 });
    checkpointer.close();
  });

  test('is left alone in the midst of writes until it is very large', () => {
    const before = statSync(database()).size;
    fill(10);
    const checkpointer = createCheckpointer(profile);
    checkpointer.check('busy');
    checkpointer.close();
    expect(statSync(database()).size).toBe(before);
  });

  test('is left alone while it is small', () => {
    const before = statSync(database()).size;
    fill(2);
    const checkpointer = createCheckpointer(profile);
    checkpointer.check('quiet');
    checkpointer.close();
    expect(statSync(database()).size).toBe(before);
  });
});
