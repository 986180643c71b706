import { closeSync, ftruncateSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Backup } from '../../../electron/contract/backup.ts';
import { ReaderError } from '../../../electron/contract/errors.ts';
import { createCopyKeeper } from '../../../electron/core/copy-keeper.ts';
import type { Timers } from '../../../electron/core/pace/timers.ts';
import { keptBackups } from '../../../electron/core/store/backup-files.ts';
import { changeBackupState } from '../../../electron/core/store/backup-state.ts';
import { obeyOrder, type Copied, type CopyOrder } from '../../../electron/core/store/copy-library.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { DAY, HOUR, NOON, documentOf, failureOf, follow, incoming, temporaryProfile, testStore } from './library.ts';

const MINUTE = 60_000;

function aLibrary(): { store: Store; ids: readonly number[] } {
  const store = testStore();
  const ids = storeDocument(store, follow(store).id, documentOf([incoming({ guid: '1', title: 'One', text: '<p>One</p>' }), incoming({ guid: '2', title: 'Two' })]), NOON).added;
  return { store, ids };
}

const copiesOf = (profile: string): string[] => readdirSync(join(profile, 'library', 'backups')).filter((name) => name.endsWith('.db')).sort();

/** What the keeper does with an order: does it, and remembers how the library looked. */
function copy(profile: string, at: number, as: 'daily' | 'asked' = 'daily'): Backup | null {
  const { backup, seen } = obeyOrder({ kind: 'copy', profile, as, at });
  changeBackupState(profile, { lastAt: at, seen });
  return backup;
}

describe('a copy of the library', () => {
  test('holds what the log holds too, while the library stays open', () => {
    const { store, ids } = aLibrary();
    setRead(store, ids, true);
    const made = copy(store.profile, NOON);
    expect(made).toMatchObject({ kind: 'daily', at: NOON });
    const db = new DatabaseSync(join(store.profile, 'library', 'backups', made?.name ?? ''), { readOnly: true });
    expect(db.prepare('SELECT count(*) AS n FROM statuses WHERE read = 1').get()).toEqual({ n: 2 });
    db.close();
    setRead(store, ids, false);
  });

  test('is not made again where nothing changed, be it across a restart, and is where anything did', () => {
    const { store, ids } = aLibrary();
    const { profile } = store;
    expect(copy(profile, NOON)).not.toBeNull();
    expect(copy(profile, NOON + DAY)).toBeNull();
    store.close();
    const again = testStore({ profile });
    expect(copy(profile, NOON + 2 * DAY)).toBeNull();
    setRead(again, ids.slice(1), true);
    expect(copy(profile, NOON + 3 * DAY)).not.toBeNull();
    // One that a person asks for is made.
    expect(copy(profile, NOON + 3 * DAY + 1, 'asked')).not.toBeNull();
    expect(copiesOf(profile)).toHaveLength(3);
  });

  test('is not begun where the disk has no room for it, and it is said how much it takes', () => {
    const { store } = aLibrary();
    const { profile } = store;
    store.close();
    // A log of four terabytes that takes no room itself.
    const log = openSync(join(profile, 'library', 'monazite.db-wal'), 'w');
    ftruncateSync(log, 4 * 2 ** 40);
    closeSync(log);
    const { code, detail } = failureOf(() => obeyOrder({ kind: 'copy', profile, as: 'asked', at: NOON }));
    expect({ code, path: detail['path'] }).toEqual({ code: 'disk-full', path: join(profile, 'library', 'backups') });
    expect(Number(detail['needed'])).toBeGreaterThan(Number(detail['free']));
    expect(copiesOf(profile)).toEqual([]);
  });

  test('that was changed since is found unsound', () => {
    const { store } = aLibrary();
    const made = copy(store.profile, NOON);
    const path = join(store.profile, 'library', 'backups', made?.name ?? '');
    expect(obeyOrder({ kind: 'check', profile: store.profile, path, version: made?.version ?? 0 })).toEqual({ backup: null, seen: null });
    writeFileSync(path, 'spoilt');
    expect(failureOf(() => obeyOrder({ kind: 'check', profile: store.profile, path, version: made?.version ?? 0 })).code).toBe('backup-unsound');
  });
});

const every = (kind: Backup['kind'], count: number, step: number): Backup[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${kind}-${index}`, kind, at: NOON - index * step, bytes: 1, version: 1 }));

test('of daily copies the last of seven days and of four weeks before stay, and other kinds keep their own number', () => {
  const all = [...every('daily', 120, DAY / 2), ...every('update', 7, DAY), ...every('asked', 7, HOUR), ...every('replaced', 7, HOUR)].sort((a, b) => b.at - a.at);
  const kept = [...keptBackups(all)];
  const daysBack = all.filter(({ name, kind }) => kind === 'daily' && kept.includes(name)).map(({ at }) => Math.floor(NOON / DAY) - Math.floor(at / DAY));
  expect(daysBack.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(daysBack).toHaveLength(11);
  const weeks = daysBack.slice(7);
  expect(weeks.slice(1).map((back, index) => back - (weeks[index] ?? 0))).toEqual([expect.any(Number), 7, 7]);
  expect(['update', 'asked', 'replaced'].map((kind) => kept.filter((name) => name.startsWith(kind)).length)).toEqual([5, 5, 2]);
});

/** A keeper with a clock of its own and a thread that does as told. */
function aKeeper({ now = NOON, mayCopy = () => true }: { now?: number; mayCopy?: () => boolean } = {}) {
  let time = now;
  let pending: { run: () => void; at: number } | null = null;
  const timers: Timers = { set: (run, ms) => (pending = { run, at: time + ms }), clear: () => (pending = null) };
  const profile = testStore({ profile: temporaryProfile() }).profile;
  const made: number[] = [];
  const faults: unknown[] = [];
  let damages = 0;
  let fails: ReaderError | null = null;
  const keeper = createCopyKeeper({
    profile, timers, mayCopy, unattended: true, now: () => time, onChange: () => undefined, onDamage: () => (damages += 1), onFault: (fault) => faults.push(fault),
    thread: {
      async obey(order: CopyOrder): Promise<Copied> {
        if (fails) throw fails;
        if (order.kind === 'copy') made.push(order.at);
        return { backup: null, seen: null };
      },
      close: async () => undefined,
    },
  });
  return {
    keeper, made, faults,
    get damages() { return damages; },
    fail(error: ReaderError | null) { fails = error; },
    /** Lets the timers go on until then. */
    async until(end: number) {
      while (pending && pending.at <= end) {
        const due: { run: () => void; at: number } = pending;
        pending = null;
        time = due.at;
        due.run();
        await new Promise((resolve) => setImmediate(resolve));
      }
      time = end;
    },
  };
}

describe('copies by themselves', () => {
  test('are made soon after the first start and then once a day', async () => {
    const clock = aKeeper();
    await clock.until(NOON + MINUTE);
    expect(clock.made).toEqual([]);
    await clock.until(NOON + 3 * DAY);
    expect(clock.made).toHaveLength(3);
    expect(clock.keeper.report()).toMatchObject({ failure: null, nextAt: (clock.made.at(-1) ?? 0) + DAY });
    await clock.keeper.close();
  });

  test('wait for a refresh to be done', async () => {
    let busy = true;
    const clock = aKeeper({ mayCopy: () => !busy });
    await clock.until(NOON + HOUR);
    expect(clock.made).toEqual([]);
    busy = false;
    await clock.until(NOON + 2 * HOUR);
    expect(clock.made).toHaveLength(1);
    await clock.keeper.close();
  });

  test('that fail are said so with a code, tried again after an hour, and good again once one is made', async () => {
    const clock = aKeeper();
    clock.fail(new ReaderError('disk-full', 'no room', { path: '/p' }));
    await clock.until(NOON + HOUR / 2);
    const { failure, nextAt, lastAt } = clock.keeper.report();
    expect(failure).toMatchObject({ code: 'disk-full', detail: { path: '/p' } });
    expect({ nextAt, lastAt }).toEqual({ nextAt: (failure?.at ?? 0) + HOUR, lastAt: null });
    expect(clock.faults).toHaveLength(1);
    clock.fail(null);
    await clock.until(NOON + 2 * HOUR);
    expect(clock.made).toHaveLength(1);
    expect(clock.keeper.report().failure).toBeNull();
    await clock.keeper.close();
  });

  test('that meet damage in the library say so', async () => {
    const clock = aKeeper();
    clock.fail(new ReaderError('database-damaged', 'a page is not a page'));
    await clock.until(NOON + HOUR / 2);
    expect(clock.damages).toBe(1);
    await clock.keeper.close();
  });
});
