import { parseArgs } from 'node:util';
import { startNewsroom } from './newsroom.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4780' }, seed: { type: 'string', default: '1' }, every: { type: 'string', default: '0' } } });

const newsroom = await startNewsroom({ port: Number(values.port), seed: Number(values.seed) });

/** With --every, an outlet publishes its next story each so many minutes, in turn. */
const minutes = Number(values.every);
const turn = ['oxide-alloy', 'xitu-zaobao', 'critical-metals-wire', 'magnet-monitor', 'cicai-zhoukan', 'western-minerals', 'kuangye-cankao'];
let next = 0;
const timer =
  minutes > 0
    ? setInterval(() => {
        newsroom.publish(turn[next % turn.length] ?? 'oxide-alloy');
        next += 1;
      }, minutes * 60_000)
    : null;

async function stop(): Promise<void> {
  if (timer) clearInterval(timer);
  await newsroom.stop();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
console.log(`Newsroom is ready at ${newsroom.url}`);
