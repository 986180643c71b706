import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { NODE_ENTRIES, isPartOf } from '../../electron/build/entries.mjs';
import { LINK_SCHEMES } from '../../electron/shell/desktop/open-request.ts';
import { checkIcons } from './icons.ts';
import { createChecks, type Checks } from './checks.ts';
import { makeFakeDist } from './fake-dist.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** A fuse's byte in the binary. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

/** Returns the number of failures. */
export async function packageSmoke(): Promise<number> {
  const checks = createChecks(240_000);
  const work = mkdtempSync(join(tmpdir(), 'monazite-package-'));
  try {
    await checkConfig(checks.check);
    const built = await checks.check('the app is built', () => assert.ok(existsSync(join(ROOT, 'out/main.cjs')), 'out/ is missing: run the build first'));
    if (built) await checkPackage(work, checks.check);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
  return checks.end();
}

type Check = Checks['check'];

async function checkConfig(check: Check): Promise<void> {
  // The builder's own check of its configuration; it has no public entry.
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as { validateConfiguration: (config: unknown, log: unknown) => Promise<void> };
  const { DebugLogger } = require('builder-util') as { DebugLogger: new (on: boolean) => unknown };
  const { load } = require('js-yaml') as { load: (text: string) => unknown };
  const read = (): Record<string, unknown> => load(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>;

  await check('electron-builder.yml fits the schema', () => validateConfiguration(read(), new DebugLogger(false)));
  await check('a misspelt key would not', () => assert.rejects(validateConfiguration({ ...read(), appid: 'x' }, new DebugLogger(false))));
  await check('what it names is there', () => {
    const config = read() as { linux: { icon: string; extraFiles: { from: string }[] }; win: { icon: string }; mac: { icon: string; entitlements: string }; deb: { fpm: string[] }; rpm: { fpm: string[] } };
    const installed = [...config.deb.fpm, ...config.rpm.fpm].map((line) => line.split('=')[0] ?? '');
    for (const path of [config.linux.icon, config.win.icon, config.mac.icon, config.mac.entitlements, ...config.linux.extraFiles.map(({ from }) => from), ...installed]) assert.ok(existsSync(join(ROOT, path)), path);
  });
  await check('the system is told of the links and files that the app opens', () => {
    const { protocols, fileAssociations } = read() as { protocols: { schemes: string[] }[]; fileAssociations: { ext: string; mimeType: string }[] };
    assert.deepEqual(protocols.flatMap(({ schemes }) => schemes), [...LINK_SCHEMES]);
    assert.deepEqual(fileAssociations.map(({ ext, mimeType }) => [ext, mimeType]), [['opml', 'text/x-opml']]);
  });
  await check('every system has its kinds of package', () => {
    const config = read() as Record<'linux' | 'win' | 'mac', { target: (string | { target: string })[] }>;
    const kinds = (system: 'linux' | 'win' | 'mac'): string[] => config[system].target.map((target) => (typeof target === 'string' ? target : target.target));
    assert.deepEqual([kinds('linux'), kinds('win'), kinds('mac')], [['AppImage', 'deb', 'rpm'], ['nsis'], ['dmg', 'zip']]);
  });
  await checkIcons(check);
  await check('software centres and the desktop know the app by one name', () => {
    const { desktopName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { desktopName: string };
    const { appId, linux } = read() as { appId: string; linux: { syncDesktopName: boolean; desktop: { entry: { StartupWMClass: string } } } };
    assert.equal(desktopName, `${appId}.desktop`);
    assert.equal(linux.desktop.entry.StartupWMClass, appId);
    assert.equal(linux.syncDesktopName, true);
    const metadata = readFileSync(join(ROOT, `assets/linux/${appId}.metainfo.xml`), 'utf8');
    assert.ok(metadata.includes(`<id>${appId}</id>`) && metadata.includes(`<launchable type="desktop-id">${desktopName}</launchable>`));
    for (const scheme of LINK_SCHEMES) assert.ok(metadata.includes(`<mediatype>x-scheme-handler/${scheme}</mediatype>`), scheme);
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    assert.ok(metadata.includes(`<release version="${version}"`), `the metadata have no release ${version}`);
  });
  const validator = spawnSync('appstreamcli', ['validate', '--no-net', join(ROOT, 'assets/linux/io.github.monazite.monazite.metainfo.xml')], { encoding: 'utf8' });
  if (validator.error === undefined) await check('the AppStream metadata are valid', () => assert.equal(validator.status, 0, validator.stdout));
  await check('the AppImage starts with its sandbox', () => {
    assert.deepEqual((read()['toolsets'] as { appimage: string }).appimage, '1.0.3');
  });
}


async function checkPackage(work: string, check: Check): Promise<void> {
  const dist = join(work, 'electron-dist');
  const output = join(work, 'output');
  const { version } = require('electron/package.json') as { version: string };
  makeFakeDist(dist, version);

  const packaged = await check('electron-builder packages it, asking nothing of the network', async () => {
    await run(
      process.execPath,
      [
        require.resolve('electron-builder/cli.js'),
        '--linux',
        'dir',
        '--x64',
        '--publish',
        'never',
        `-c.electronDist=${dist}`,
        `-c.electronVersion=${version}`,
        `-c.directories.output=${output}`,
      ],
      ROOT,
    );
  });
  if (!packaged) return;
  const app = join(output, 'linux-unpacked');
  const asar = join(app, 'resources/app.asar');

  await check('the archive holds what the app runs, and nothing else', () => {
    const files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
    const entries = NODE_ENTRIES.filter((name) => name !== 'loopback' && name !== 'call').flatMap((name) => [`${name}.cjs`, ...readdirSync(join(ROOT, 'out')).filter((file) => isPartOf(name, file))]).map((file) => `/out/${file}`);
    const page = readdirSync(join(ROOT, 'out/renderer'), { recursive: true }).map((path) => `/out/renderer/${String(path).replaceAll('\\', '/')}`);
    const wanted = ['/package.json', '/assets', '/assets/icon.png', '/assets/tray', ...readdirSync(join(ROOT, 'assets/tray')).map((file) => `/assets/tray/${file}`), '/out', ...entries, '/out/renderer', ...page];
    assert.deepEqual(files.toSorted(), wanted.toSorted());
  });
  await check('of package.json, the archive holds what Electron reads', () => {
    const packed = JSON.parse(extractFile(asar, 'package.json').toString()) as Record<string, unknown>;
    assert.equal(packed['main'], 'out/main.cjs');
    assert.equal(packed['desktopName'], 'io.github.monazite.monazite.desktop');
    for (const unused of ['scripts', 'devDependencies', 'build']) assert.equal(packed[unused], undefined, unused);
  });
  await check('it knows where new versions are, and holds what software centres read', () => {
    assert.match(readFileSync(join(app, 'resources/app-update.yml'), 'utf8'), /^owner: monazite\nrepo: monazite\nprovider: github\n/m);
    assert.ok(existsSync(join(app, 'usr/share/metainfo/io.github.monazite.monazite.metainfo.xml')));
  });
  await check('the fuses are set as the security list asks', async () => {
    const wire = await getCurrentFuseWire(join(app, 'monazite'));
    const wanted: readonly (readonly [FuseV1Options, number])[] = [
      [FuseV1Options.RunAsNode, OFF],
      [FuseV1Options.EnableCookieEncryption, OFF],
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
      [FuseV1Options.EnableNodeCliInspectArguments, OFF],
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ON],
      [FuseV1Options.OnlyLoadAppFromAsar, ON],
      [FuseV1Options.GrantFileProtocolExtraPrivileges, OFF],
    ];
    for (const [fuse, state] of wanted) assert.equal(wire[fuse], state, FuseV1Options[fuse]);
  });
  await check('what is in the archive boots by itself, outside the checkout', async () => {
    const extracted = join(work, 'extracted');
    mkdirSync(extracted);
    extractAll(asar, extracted);
    const text = await run(process.execPath, [join(ROOT, 'tests/smoke/boot.mjs'), extracted], work);
    assert.match(text.trimEnd(), /\n[1-9]\d* passed, 0 failed$/);
  });
}

/** Resolves to the output; rejects with it where the command fails or takes over two minutes. */
function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000, killSignal: 'SIGKILL' });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(text);
      else reject(new Error(`${args[0]} ended with ${code ?? signal}\n${text.slice(-4000)}`));
    });
  });
}
