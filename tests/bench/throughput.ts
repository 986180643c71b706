import { nodeChild } from './node-child.ts';
import { formatTable, type Line } from './stats.ts';

interface Throughput {
  readonly cpuMs: Readonly<Record<string, number>>;
  readonly kb: number;
  readonly peakMb: number;
}

const NAMES: Readonly<Record<string, string>> = { whole: 'our whole path', parseFeed: 'our parseFeed alone' };

/** CPU of our path from bytes to normal articles, and of its parser alone, beside parsers that stop at what the document says. */
export async function benchThroughput(): Promise<void> {
  const lines: Line[] = [];
  for (const items of [50, 1000]) {
    for (const kind of ['rss', 'atom']) {
      const run = async (only?: string): Promise<Throughput> => JSON.parse(await nodeChild('throughput-child.ts', kind, items, ...(only === undefined ? [] : [only]))) as Throughput;
      const { cpuMs, kb } = await run();
      const title = `${kind === 'rss' ? 'RSS' : 'Atom'}, ${items} items, ${kb.toFixed(0)} kB`;
      for (const [ours, name] of Object.entries(NAMES)) {
        for (const peer of ['rss-parser', 'feedsmith']) lines.push({ what: `${title}: ${name}`, unit: 'ms', value: cpuMs[ours]!, against: { what: peer, value: cpuMs[peer]! } });
      }
      if (items < 1000) continue;
      const [ours, bare] = [await run('whole'), await run('rss-parser')];
      lines.push({ what: `${title}: peak memory of our whole path`, unit: 'MB', value: ours.peakMb, against: { what: 'rss-parser', value: bare.peakMb } });
    }
  }
  console.log(formatTable('CPU a document. Our whole path: bytes decoded, parsed (by rss-parser among others), sanitized, named and deflated for the store. The peers: text parsed, nothing else.', lines));
}
