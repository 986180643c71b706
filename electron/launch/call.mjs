import { requireNode } from './node-version.mjs';

await requireNode();
const { useCompileCache } = await import('./compile-cache.mjs');
useCompileCache();
const { ensureBuilt } = await import('../build/build.mjs');
try {
  await ensureBuilt({ what: 'node', quiet: true });
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.log(JSON.stringify({ error: { code: 'internal', message: `The engine could not be built from its sources: ${reason}`, detail: { reason } } }));
  process.exit(1);
}
const { runBuilt } = await import('./run-built.mjs');
await runBuilt('call', process.argv.slice(2));
