import { requireNode } from './node-version.mjs';

await requireNode();
const { useCompileCache } = await import('./compile-cache.mjs');
useCompileCache();
const { ensureBuilt } = await import('../build/build.mjs');
try {
  await ensureBuilt({ what: 'node', quiet: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(JSON.stringify({ error: { code: 'internal', message: 'The engine could not be built from its sources', detail: {} } }));
  process.exit(1);
}
const { runBuilt } = await import('./run-built.mjs');
await runBuilt('call', process.argv.slice(2));
