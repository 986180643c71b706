import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRounds } from '../../bench/kill/rounds.ts';
import { withLoadServer } from '../../bench/node-child.ts';

test('behaviour 8: killed five times while everything goes on at once, the library is sound and holds every acknowledged bookmark, note, highlight and read mark', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-kill-'));
  try {
    const { problems, acknowledged } = await withLoadServer(12, 20, (port) => killRounds({ profile, port, kills: 5, seed: 4 }));
    expect(problems).toEqual([]);
    for (const count of Object.values(acknowledged)) expect(count).toBeGreaterThan(0);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}, 120_000);
