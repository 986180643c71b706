// One more start of the built app, for the boot smoke: `node second-run.mjs <main> smoke-test|second-instance|held-profile [profile]`.
import { createContext, runInContext } from 'node:vm';
import { app } from '../fakes/electron-parts/app.ts';
import { fake } from '../fakes/electron.ts';
import { BrowserWindow } from '../fakes/electron-parts/window.ts';
import { runMain, until } from './run-main.ts';
import { runPreload } from './run-preload.ts';

const [, , main = '', mode = '', profile = ''] = process.argv;
let quit = false;
app.once('quit', () => { quit = true; });

if (mode === 'smoke-test') {
  // A page that has drawn itself, around the real preload.
  app.on('web-contents-created', (_event, contents) => {
    contents.evaluate = (/** @type {string} */ code) => {
      const preload = BrowserWindow.getAllWindows()[0]?.options.webPreferences?.preload ?? '';
      const page = createContext({ window: runPreload(preload, contents), document: { readyState: 'complete', body: { innerText: 'drawn' } } });
      return runInContext(code, page);
    };
  });
  runMain(main, ['--smoke-test']);
  fake.ready();
} else if (mode === 'held-profile') {
  runMain(main, ['--profile', profile]);
  fake.ready();
} else {
  fake.app.lockTaken = true;
  runMain(main, ['--profile', profile]);
}

await until('the app to quit', () => quit);
if (mode === 'held-profile') console.log(JSON.stringify(fake.shown.opened.map(({ url }) => url)));
if (mode !== 'held-profile' && BrowserWindow.getAllWindows().some((window) => window.visible)) throw new Error('a window was shown');
process.exit(fake.app.exitCode ?? 0);
