// One more start of the built app, for the boot smoke: `node second-run.mjs <main> smoke-test|second-instance|held-profile|updates [profile]`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { app } from '../fakes/electron-parts/app.ts';
import { fake, session } from '../fakes/electron.ts';
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
} else if (mode === 'updates') {
  process.env['APPIMAGE'] = '/opt/Monazite.AppImage';
  Object.assign(process, { resourcesPath: profile });
  runMain(main, ['--profile', profile]);
  fake.ready();
  const log = join(profile, 'monazite.log');
  await until('the look for a new version', () => existsSync(log) && readFileSync(log, 'utf8').includes('updates: '));
  app.quit();
} else if (mode === 'held-profile') {
  runMain(main, ['--profile', profile]);
  fake.ready();
} else {
  fake.app.lockTaken = true;
  runMain(main, ['--profile', profile]);
}

await until('the app to quit', () => quit);
if (mode === 'held-profile') console.log(JSON.stringify(fake.shown.opened.map(({ url }) => url)));
if (mode === 'updates') {
  /** @type {Record<string, boolean>} */
  const allowed = {};
  for (const url of ['https://github.com/monazite/monazite/releases.atom', 'https://tracker.example/']) {
    session.fromPartition('electron-updater').beforeRequest?.({ url }, ({ cancel }) => { allowed[url] = cancel !== true; });
  }
  console.log(JSON.stringify({ log: readFileSync(join(profile, 'monazite.log'), 'utf8'), allowed }));
}
if (mode !== 'held-profile' && mode !== 'updates' && BrowserWindow.getAllWindows().some((window) => window.visible)) throw new Error('a window was shown');
process.exit(fake.app.exitCode ?? 0);
