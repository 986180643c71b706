import { join } from 'node:path';
import { app, BrowserWindow, crashReporter, dialog, ipcMain, Menu, nativeImage, nativeTheme, net, Notification, powerMonitor, protocol, safeStorage, screen, session, shell, ShareMenu, Tray } from 'electron';
import type { SettingsPlace } from './contract/settings-place.ts';
import { exchangePath, receiveFile } from './core/exchange/exchange-file.ts';
import { imagePath } from './core/offline/image-path.ts';
import { savedFilePath } from './core/saving/saved-file-path.ts';
import { appArgs } from './shell/app-args.ts';
import { chooseFolders } from './shell/app-folders.ts';
import { manageLifetime } from './shell/app-lifetime.ts';
import { APP_SCHEME } from './shell/app-origin.ts';
import { createBundleHandler } from './shell/app-protocol.ts';
import { createAppWindows } from './shell/app-windows.ts';
import { watchForCrashes } from './shell/crash.ts';
import { electronAbilities } from './shell/desktop/abilities.ts';
import { explainTray } from './shell/desktop/explain-tray.ts';
import { listenForLinks, registerLinks } from './shell/desktop/links.ts';
import { isMetered } from './shell/desktop/metered.ts';
import { offerAll } from './shell/desktop/offer-all.ts';
import { createOpenAt } from './shell/desktop/open-at.ts';
import type { OpenRequest } from './shell/desktop/open-request.ts';
import { packageType } from './shell/desktop/package-type.ts';
import { createQuiet } from './shell/desktop/quiet.ts';
import { requestsOfSecondStart } from './shell/desktop/second-start.ts';
import { createShare } from './shell/desktop/share.ts';
import { startDesktop, type Desktop } from './shell/desktop/start-desktop.ts';
import { startsHidden } from './shell/desktop/starts-hidden.ts';
import { limitToReleases, UPDATE_PARTITION } from './shell/desktop/update-session.ts';
import { workAreas } from './shell/desktop/work-areas.ts';
import { broadcast, serveCalls } from './shell/electron-ipc.ts';
import { bridgeToStarting } from './shell/engine-bridge.ts';
import { startInstanceEndpoint, type Activation, type InstanceEndpoint } from './shell/instance-endpoint.ts';
import { withExchange } from './shell/exchange-door.ts';
import { createKeychainSecrets } from './shell/keychain-secrets.ts';
import { menuTemplate } from './shell/menu.ts';
import { keepInPlace } from './shell/navigation-rules.ts';
import { withNextStep } from './shell/next-step.ts';
import { followNotices, type ShownNotice } from './shell/notices.ts';
import { createOpenOutside } from './shell/open-outside.ts';
import { appPaths } from './shell/paths.ts';
import { followPower } from './shell/power.ts';
import { createProblemLog } from './shell/problem-log.ts';
import { rendererSource } from './shell/renderer-url.ts';
import { denyPermissions, limitRequests } from './shell/session-rules.ts';
import { withSavedFiles } from './shell/saved-file-door.ts';
import { createSettingsStore } from './shell/settings-store.ts';
import { shellWords, type ShellWords } from './shell/shell-words.ts';
import { runSmokeTest } from './shell/smoke.ts';
import { startInTurn, type Turn } from './shell/start-in-turn.ts';
import { VERSION } from './shell/version.ts';
import { createWindowCommands } from './shell/window-commands.ts';

// Built to CommonJS without a top-level await: everything here runs before Electron is ready, in this order.

const APP_ID = 'io.github.monazite.monazite';
/** Milliseconds for another holder of the profile: an instance to finish starting, a command to be done. */
const TURN_MS = 10_000;

const args = appArgs(process.argv.slice(1), process.cwd());
const paths = appPaths(import.meta.dirname);
const source = rendererSource(app.isPackaged, process.env['MONAZITE_RENDERER_URL']);
const early: string[] = [];
const profile = chooseFolders(app, args, (message) => early.push(message));
const onProblem = createProblemLog(profile, () => new Date());
early.forEach((message) => onProblem(message));

let words: ShellWords = shellWords('system', 'en');
watchForCrashes({ app, crashReporter, dialog, process, showDialog: !args.smokeTest, title: () => words.failed(app.name), onProblem });

// The lock belongs to the folder just chosen: another profile is another app.
if (app.requestSingleInstanceLock({ args })) start();
else app.quit();

function start(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  if (args.disableGpu) app.disableHardwareAcceleration();
  app.on('session-created', (created) => {
    denyPermissions(created, source.origin);
    limitRequests(created, source.origin, source.dev);
  });
  app.on('web-contents-created', (_event, contents) => {
    keepInPlace(contents, {
      origin: source.origin,
      openOutside: (url, background) => void openOutside(url, background),
    });
  });

  const openOutside = createOpenOutside({ shell, origin: source.origin, fileAt: (sha256) => savedFilePath(profile, sha256), onProblem });

  const settings = createSettingsStore({ cwd: profile, onProblem: (problem) => onProblem(`settings: ${JSON.stringify(problem)}`) });
  const ready = app.whenReady();
  const secrets = createKeychainSecrets({ path: join(profile, 'secrets.json'), keychain: safeStorage, platform: process.platform, ready, onProblem });
  const proxyFor = async (url: string): Promise<string> => {
    await ready;
    return session.defaultSession.resolveProxy(url);
  };
  const share = createShare(process.platform, (item) => new ShareMenu(item));
  const windows = createAppWindows({
    paths,
    source,
    platform: process.platform,
    dark: () => nativeTheme.shouldUseDarkColors,
    titles: () => ({ reader: app.name, settings: words.settingsTitle }),
    show: !args.smokeTest,
    workAreas: () => workAreas(screen),
    onGivenUp: (retry) => void offerRetry(retry),
    onReader: () => desktop?.redraw(),
    onProblem,
  });
  let desktop: Desktop | null = null;
  // Its thread opens the store while Electron itself is still starting; calls wait for it.
  const abilities = electronAbilities({ platform: process.platform, packaged: app.isPackaged, appImage: process.env['APPIMAGE'], packageType: packageType(process.resourcesPath) });
  const info = { version: VERSION, door: 'electron', platform: process.platform, profile, desktop: abilities } as const;
  const isQuiet = createQuiet({ wish: () => settings.get().desktop, onBattery: () => app.isReady() && powerMonitor.isOnBatteryPower(), isMetered });
  const stop = new AbortController();
  const turn = startInTurn({ enginePath: paths.engine, data: { profile, info, unattended: !args.smokeTest }, settings, secrets, proxyFor, isQuiet, share, showSettings }, { waitMs: TURN_MS, stop: stop.signal });
  const engine = turn.then((taken) => taken.engine);
  const reader = bridgeToStarting(engine);
  reader.onEvent((event) => broadcast(BrowserWindow.getAllWindows(), event));
  const openRequests = (requests: readonly OpenRequest[]): void => {
    if (requests.length > 0) void offerAll(requests, reader, onProblem);
    if (app.isReady()) windows.bringForward();
  };
  listenForLinks({ app, open: openRequests });
  app.on('second-instance', (_event, _argv, _cwd, data) => void offerAll(requestsOfSecondStart(data), reader, onProblem));
  void turn.then(({ other }) => (other ? undefined : offerAll(args.open, reader, onProblem)));
  const endpoint = joinProfile(turn).catch((error: unknown) => {
    onProblem(`the command line will not reach this instance: ${String(error)}`);
    return null;
  });

  /** Whoever holds the profile answers for it: we, or another door that is then shown in our place. */
  async function joinProfile(taking: Promise<Turn>): Promise<InstanceEndpoint | null> {
    const { engine: client, other } = await taking;
    const { openError } = client;
    if (other) {
      await app.whenReady();
      await offerAll(args.open, other, onProblem);
      const { address } = await other.activate();
      if (address !== null) await openOutside(address);
      app.quit();
      return null;
    }
    if (openError) onProblem(`${openError.code}: ${withNextStep(openError).message}`);
    if (openError?.code === 'profile-in-use') return null;
    return startInstanceEndpoint({ profile, call: (method, callArgs) => client.call(method, callArgs), activate });
  }

  async function activate(): Promise<Activation> {
    if (app.isReady()) windows.bringForward();
    return { door: 'electron', address: null };
  }

  function showSettings(place: SettingsPlace): boolean {
    if (!app.isReady()) return false;
    windows.showSettings(place);
    return true;
  }

  async function offerRetry(retry: () => void): Promise<void> {
    if (args.smokeTest) return;
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: words.crashed,
      detail: words.crashedDetail,
      buttons: [words.openAgain, words.quitPlain],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) retry();
    else app.quit();
  }

  async function closeEngine(): Promise<void> {
    stop.abort();
    await (await endpoint)?.close();
    await (await engine).close();
  }

  async function smokeTest(): Promise<void> {
    const { electron, chrome, node } = process.versions;
    const report = await runSmokeTest({ window: windows.openReader(), net, reader, versions: { app: VERSION, electron, chrome, node } });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    await closeEngine().catch((error: unknown) => onProblem(String(error)));
    app.exit(report.ok ? 0 : 1);
  }

  function logged(work: Promise<unknown>): void {
    work.catch((error: unknown) => onProblem(String(error)));
  }

  function notify({ title, body, onClick }: ShownNotice): void {
    const notification = new Notification({ title, body });
    notification.on('click', onClick);
    // macOS shows none of an unsigned app.
    notification.on('failed', (_event, reason) => onProblem(`a notification could not be shown: ${reason}`));
    notification.show();
  }

  const openAt = createOpenAt({ settings, windows: () => windows.readers().length, bringForward: windows.bringForward, tell: (event) => broadcast(windows.readers(), event) });

  async function showLibrary(): Promise<void> {
    const failed = await shell.openPath(profile);
    if (failed !== '') onProblem(`the library's folder could not be shown: ${failed}`);
  }

  const command = createWindowCommands(windows);

  function applyTheme(): void {
    nativeTheme.themeSource = settings.get().theme;
  }

  function applyLanguage(): void {
    words = shellWords(settings.get().language, app.getLocale());
    const actions = { refreshAll: () => void reader.call('refresh', {}), command, showLibrary: () => void showLibrary() };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, appName: app.name, words, dev: !app.isPackaged, keys: settings.get().keys, actions })));
    desktop?.redraw();
  }

  const openFirst = manageLifetime({
    app,
    platform: process.platform,
    windows: () => windows.readers().length,
    openWindow: () => void (args.smokeTest ? smokeTest() : windows.openReader()),
    showWindow: windows.bringForward,
    startsHidden: () => startsHidden({ platform: process.platform, atLogin: args.atLogin, app, wish: settings.get().desktop }),
    staysInTray: () => !args.smokeTest && desktop?.staysInTray() === true,
    onStay: () => logged(explainTray({ settings, dialog, words: () => words, appName: app.name, quit: () => app.quit() })),
    closeEngine,
    onProblem,
  });

  app.once('ready', () => {
    protocol.handle(APP_SCHEME, withExchange({ receive: (body) => receiveFile(profile, body), path: (file) => exchangePath(profile, file) }, withSavedFiles((sha256) => savedFilePath(profile, sha256), createBundleHandler({ rendererDir: paths.rendererDir, imageFile: (key) => imagePath(profile, key) }))));
    serveCalls({ ipcMain, origin: source.origin, reader, onProblem });
    followNotices({
      reader,
      wanted: () => settings.get().alerts.notify && Notification.isSupported(),
      words: () => words,
      show: notify,
      open: (articleId) => logged(openAt.article(articleId)),
      onProblem,
    });
    if (!args.smokeTest) {
      registerLinks({ app, installed: abilities.links === 'works', defaultFeedReader: () => app.getApplicationNameForProtocol('feed://') });
      desktop = startDesktop({
        app,
        appId: APP_ID,
        platform: process.platform,
        abilities,
        paths,
        settings,
        reader,
        words: () => words,
        windows: windows.readers,
        darkBar: () => nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
        createTray: (picture) => new Tray(picture),
        readImage: (path) => nativeImage.createFromPath(path),
        buildMenu: (template) => Menu.buildFromTemplate(template),
        loadUpdater: async () => {
          limitToReleases(session.fromPartition(UPDATE_PARTITION, { cache: false }));
          return (await import('electron-updater')).autoUpdater;
        },
        configDir: () => app.getPath('appData'),
        program: process.env['APPIMAGE'] ?? process.execPath,
        openWindow: windows.bringForward,
        openUnread: () => logged(openAt.unread()),
        tellUpdate: (version) => notify({ title: words.updateReady(app.name, version), body: words.updateDetail, onClick: windows.bringForward }),
        onProblem,
      });
    }
    followPower(powerMonitor, (state) => void engine.then((client) => client.power(state)));
    app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: VERSION, iconPath: paths.icon });
    applyTheme();
    applyLanguage();
    let { theme, language, keys } = settings.get();
    settings.onChange((next) => {
      if (next.theme !== theme) applyTheme();
      // The menu shows words and keys.
      if (next.language !== language || next.keys !== keys) applyLanguage();
      ({ theme, language, keys } = next);
    });
    nativeTheme.on('updated', () => {
      desktop?.redraw();
      windows.recolor();
    });
    openFirst();
  });
}
