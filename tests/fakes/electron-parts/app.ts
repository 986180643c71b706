import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type Electron from 'electron';
import { acrossProcesses, currentPhase, ElectronMisuse, mustBeReady, mustNotBeReady, setPhase } from './phase.ts';

interface AppRecord {
  paths: Record<string, string>;
  sandboxed: boolean;
  gpuDisabled: boolean;
  appUserModelId: string | null;
  lock: 'not-asked' | 'ours' | 'taken';
  /** Set before the app asks: another instance holds the lock. */
  lockTaken: boolean;
  lockData: unknown;
  packaged: boolean;
  locale: string;
  exitCode: number | null;
  quits: number;
  about: unknown;
  crashReporter: unknown;
  badge: number;
  /** The system's list of what starts at login, by its words; `systemOff`: turned off in the system's own settings. */
  login: { on: boolean; args: readonly string[]; atLogin: boolean; systemOff: boolean };
  protocols: string[];
  /** The name of the program that has a scheme. */
  handlers: Record<string, string>;
}

function fresh(): AppRecord {
  const userData = join(tmpdir(), `monazite-fake-electron-${process.pid}`);
  return {
    paths: { userData, sessionData: userData, appData: join(userData, 'config'), temp: tmpdir(), logs: join(userData, 'logs') },
    sandboxed: false,
    gpuDisabled: false,
    appUserModelId: null,
    lock: 'not-asked',
    lockTaken: false,
    lockData: undefined,
    packaged: true,
    locale: 'en-GB',
    exitCode: null,
    quits: 0,
    about: null,
    crashReporter: null,
    badge: 0,
    login: { on: false, args: [], atLogin: false, systemOff: false },
    protocols: [],
    handlers: {},
  };
}

export const appRecord: AppRecord = fresh();

/** Closes every window before `will-quit`; set by the window part, which knows them. */
let closeWindows: () => boolean = () => true;

export function onQuitCloseWindows(close: () => boolean): void {
  closeWindows = close;
}

export function resetApp(): void {
  Object.assign(appRecord, fresh());
  app.removeAllListeners();
}

export function preventable(): { preventDefault: () => void; readonly defaultPrevented: boolean } {
  let defaultPrevented = false;
  return {
    preventDefault() { defaultPrevented = true; },
    get defaultPrevented() { return defaultPrevented; },
  };
}

const methods = {
  name: 'Monazite',
  get isPackaged() { return appRecord.packaged; },
  getVersion: () => '0.1.0',
  getLocale: () => appRecord.locale,
  isReady: () => currentPhase() === 'ready',
  getPath(name: string) {
    const path = appRecord.paths[name];
    if (!path) throw new ElectronMisuse(`Failed to get '${name}' path`);
    return path;
  },
  setPath(name: string, path: string) {
    if (!(name in appRecord.paths)) throw new ElectronMisuse(`Failed to set path '${name}': no such path`);
    if (!isAbsolute(path) || !existsSync(path)) throw new ElectronMisuse(`Failed to set path '${name}': no such folder: ${path}`);
    if (name === 'userData' && appRecord.lock !== 'not-asked') throw new ElectronMisuse('userData moved after the single-instance lock was taken in it');
    if (name === 'sessionData') mustNotBeReady("app.setPath('sessionData')");
    appRecord.paths[name] = path;
  },
  enableSandbox() {
    mustNotBeReady('app.enableSandbox()');
    appRecord.sandboxed = true;
  },
  disableHardwareAcceleration() {
    mustNotBeReady('app.disableHardwareAcceleration()');
    appRecord.gpuDisabled = true;
  },
  setAppUserModelId(id: string) { appRecord.appUserModelId = id; },
  setAboutPanelOptions(options: Electron.AboutPanelOptionsOptions) { appRecord.about = options; },
  requestSingleInstanceLock(data?: Record<string, unknown>) {
    appRecord.lockData = acrossProcesses(data, 'requestSingleInstanceLock');
    appRecord.lock = appRecord.lockTaken ? 'taken' : 'ours';
    return appRecord.lock === 'ours';
  },
  setBadgeCount(count?: number) {
    mustBeReady('app.setBadgeCount()');
    if (count === undefined || !Number.isSafeInteger(count) || count < 0) throw new ElectronMisuse(`app.setBadgeCount(${count})`);
    appRecord.badge = count;
    return true;
  },
  setLoginItemSettings({ openAtLogin, args = [] }: Electron.Settings) {
    mustBeReady('app.setLoginItemSettings()');
    Object.assign(appRecord.login, { on: openAtLogin === true, args, systemOff: false });
  },
  getLoginItemSettings({ args = [] }: Electron.LoginItemSettingsOptions = {}) {
    mustBeReady('app.getLoginItemSettings()');
    const { on, args: words, atLogin, systemOff } = appRecord.login;
    const same = args.join(' ') === words.join(' ');
    return { openAtLogin: on && same, executableWillLaunchAtLogin: on && !systemOff, wasOpenedAtLogin: atLogin } as Electron.LoginItemSettings;
  },
  isDefaultProtocolClient: (scheme: string) => appRecord.protocols.includes(scheme),
  setAsDefaultProtocolClient(scheme: string) {
    mustBeReady('app.setAsDefaultProtocolClient()');
    if (!/^[a-z][a-z0-9+.-]*$/.test(scheme)) throw new ElectronMisuse(`a scheme is written without its colon: ${scheme}`);
    appRecord.protocols.push(scheme);
    return true;
  },
  getApplicationNameForProtocol(url: string) {
    if (!url.includes('://')) throw new ElectronMisuse(`app.getApplicationNameForProtocol() takes an address: ${url}`);
    return appRecord.handlers[url.split(':')[0] ?? ''] ?? '';
  },
  async whenReady(): Promise<void> {
    if (currentPhase() === 'starting') await new Promise<void>((resolve) => { app.once('ready', () => resolve()); });
  },
  quit(): void {
    if (currentPhase() === 'quit') return;
    appRecord.quits++;
    const before = preventable();
    app.emit('before-quit', before);
    if (before.defaultPrevented || !closeWindows()) return;
    const last = preventable();
    app.emit('will-quit', last);
    if (last.defaultPrevented) return;
    setPhase('quit');
    app.emit('quit', {}, 0);
  },
  exit(code = 0): void {
    closeWindows();
    appRecord.exitCode = code;
    setPhase('quit');
    app.emit('quit', {}, code);
  },
} satisfies Partial<Electron.App>;

/** Object.assign would read `isPackaged` once; descriptors keep it a question. */
export const app: EventEmitter & typeof methods = Object.defineProperties(new EventEmitter(), Object.getOwnPropertyDescriptors(methods)) as EventEmitter & typeof methods;

export const crashReporter = {
  start(options) {
    mustNotBeReady('crashReporter.start()');
    appRecord.crashReporter = options;
  },
} satisfies Partial<Electron.CrashReporter>;
