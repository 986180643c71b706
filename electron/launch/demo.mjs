import { requireNode } from './node-version.mjs';

await requireNode();
const { endWithNpm } = await import('./end-with-npm.mjs');
endWithNpm();
const { prepareDemo } = await import('./prepare-demo.mjs');
const { openApp } = await import('./open-app.mjs');

// Until the door looks after signals itself: ending by one must end the newsroom too.
const end = () => process.exit(1);
process.on('SIGINT', end).on('SIGTERM', end);
const prepared = await prepareDemo(process.argv.slice(2)).catch((/** @type {Error} */ error) => {
  console.error(`The demo could not start: ${error.message}`);
  process.exit(1);
});
process.off('SIGINT', end).off('SIGTERM', end);

const code = await openApp(prepared);
if (code !== null) process.exit(code);
