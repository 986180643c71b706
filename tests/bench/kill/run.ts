/**
 * Kills a working engine at random points and looks at what is left: `npm run bench:kill [-- --kills 100 --seed 1]`. Ends with
 * code 1 where anything acknowledged was lost or a library was not sound.
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
  console.log(problems.length === 0 ? 'Each library was sound and held all of it.' : problems.join('\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(profile, { recursive: true, force: true });
}
