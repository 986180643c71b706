/**
 * Kills a working engine at random points and looks at what is left: `npm run bench:kill [-- --kills 100 --seed 1]`. Ends with
 * code 1 where anything acknowledged was lost, a library was not sound, or nothing of a kind was acknowledged.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withLoadServer } from '../node-child.ts';
import { killRounds } from './rounds.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } } });
const profile = mkdtempSync(join(tmpdir(), 'monazite-kill-'));
try {
  const { kills, acknowledged, problems } = await withLoadServer(12, 40, (port) => killRounds({ profile, port, kills: Number(values.kills), seed: Number(values.seed), onRound: (line) => console.log(line) }));
  const all = Object.entries(acknowledged).map(([verb, count]) => `${count} ${verb}`);
  console.log(`\n${kills} kills, seed ${values.seed}; acknowledged: ${all.join(', ')}.`);
  // A run in which nothing was acknowledged shows nothing.
  const empty = Object.entries(acknowledged).flatMap(([verb, count]) => (count === 0 ? [`nothing was acknowledged as ${verb}: more kills, or a machine with less to do, are needed`] : []));
  const wrong = [...problems, ...empty];
  console.log(wrong.length === 0 ? 'Each library was sound and held all of it.' : wrong.join('\n'));
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(profile, { recursive: true, force: true });
}
