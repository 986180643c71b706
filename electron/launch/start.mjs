import { requireNode } from './node-version.mjs';

await requireNode();
const { endWithNpm } = await import('./end-with-npm.mjs');
endWithNpm();
const { doorFromArgs } = await import('./door-args.mjs');
const { openApp } = await import('./open-app.mjs');
const code = await openApp(doorFromArgs(process.argv.slice(2)));
if (code !== null) process.exit(code);
