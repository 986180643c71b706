import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { app, onQuitCloseWindows, preventable } from './app.ts';
import { invoke } from './ipc.ts';
import { acrossProcesses, ElectronMisuse, mustBeReady } from './phase.ts';
import { defaultSession, type FakeSession } from './session.ts';

export class FakeWebContents extends EventEmitter {
  readonly session: FakeSession = defaultSession();
  readonly sent: { channel: string; args: unknown[] }[] = [];
  url = '';
  destroyed = false;
  loading = false;
  openHandler: ((details: { url: string; disposition: string }) => { action: string }) | null = null;
  /** Answers scripts that the app runs in its page. */
  evaluate: (code: string) => unknown = (code) => { throw new Error(`the fake page cannot run: ${code}`); };

  isDestroyed(): boolean { return this.destroyed; }
  isLoading(): boolean { return this.loading; }
  getURL(): string { return this.url; }

  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    const message = { channel, args: acrossProcesses(args, `send on ${channel}`) };
    this.sent.push(message);
    this.emit('sent', message);
  }

  setWindowOpenHandler(handler: (details: never) => { action: string }): void {
    this.openHandler = handler as typeof this.openHandler;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return acrossProcesses(await this.evaluate(code), 'executeJavaScript');
  }

  /** The page follows a link or a script's `location`: true where nobody prevented it. */
  navigate(url: string, kind: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' = 'will-navigate', isMainFrame = true): boolean {
    const event = Object.assign(preventable(), { url, isMainFrame, isSameDocument: false });
    this.emit(kind, event, url);
    return !event.defaultPrevented;
  }

  /** The page calls `window.open` or a link has a target. */
  open(url: string, disposition = 'foreground-tab'): string {
    return this.openHandler ? this.openHandler({ url, disposition }).action : 'allow';
  }

  /** A call from this page's top frame, as its preload makes it. */
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return invoke({ url: this.url, parent: null }, channel, ...args);
  }
}

const windows = new Set<BrowserWindow>();

export class BrowserWindow
  extends EventEmitter
  implements Pick<Electron.BrowserWindow, 'show' | 'focus' | 'isFocused' | 'close' | 'destroy' | 'isMinimized' | 'restore' | 'isDestroyed' | 'isVisible' | 'setBackgroundColor' | 'setTitleBarOverlay' | 'isMaximized' | 'isFullScreen' | 'getBounds' | 'setBounds'>
{
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: FakeWebContents;
  readonly calls: string[] = [];
  visible: boolean;
  minimized = false;
  maximized = false;
  /** Has the keys: one window at most. */
  focused = false;
  bounds: Electron.Rectangle = { x: 100, y: 100, width: 1280, height: 820 };
  /** What lies over the window's icon in Windows' task bar, and its words. */
  overlayIcon: { readonly image: unknown; readonly words: string } | null = null;
  backgroundColor: string;
  overlay: Electron.TitleBarOverlayOptions | null = null;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    mustBeReady('new BrowserWindow()');
    super();
    if (options.windowStatePersistence && !options.name) throw new ElectronMisuse('windowStatePersistence needs a name');
    if (options.name && [...windows].some((window) => window.options.name === options.name)) throw new ElectronMisuse(`Window name '${options.name}' is already in use`);
    if ((options.x === undefined) !== (options.y === undefined)) throw new ElectronMisuse('a window is placed by x and y, or by neither');
    this.options = options;
    this.visible = options.show !== false;
    this.backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.webContents = new FakeWebContents();
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows(): BrowserWindow[] { return [...windows]; }

  /** What every call of a window that is gone ends with. */
  #mustBeThere(): void {
    if (this.webContents.destroyed) throw new TypeError('Object has been destroyed');
  }

  async loadURL(url: string): Promise<void> {
    this.#mustBeThere();
    this.webContents.url = url;
    this.webContents.loading = true;
    try {
      const response = await this.webContents.session.fetch(url);
      if (!response.ok) throw new Error(`status ${response.status}`);
    } catch (error) {
      this.webContents.loading = false;
      this.webContents.emit('did-fail-load', {}, -2, String(error), url, true);
      throw error;
    }
    if (this.webContents.destroyed) return;
    this.webContents.loading = false;
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  show(): void { this.#mustBeThere(); this.calls.push('show'); this.visible = true; }
  focus(): void {
    this.#mustBeThere();
    this.calls.push('focus');
    for (const window of windows) window.focused = window === this;
  }
  isFocused(): boolean { this.#mustBeThere(); return this.focused; }
  restore(): void { this.#mustBeThere(); this.calls.push('restore'); this.minimized = false; }
  isMinimized(): boolean { this.#mustBeThere(); return this.minimized; }
  isMaximized(): boolean { this.#mustBeThere(); return this.maximized; }
  isFullScreen(): boolean { this.#mustBeThere(); return false; }
  getBounds(): Electron.Rectangle { this.#mustBeThere(); return { ...this.bounds }; }
  setBounds(bounds: Partial<Electron.Rectangle>): void { this.#mustBeThere(); Object.assign(this.bounds, bounds); }
  setOverlayIcon(image: unknown, words: string): void {
    if (image !== null && words === '') throw new ElectronMisuse('an overlay without words says nothing to a screen reader');
    this.overlayIcon = image === null ? null : { image, words };
  }
  isVisible(): boolean { return this.visible; }
  isDestroyed(): boolean { return this.webContents.destroyed; }
  setTitleBarOverlay(overlay: Electron.TitleBarOverlayOptions): void {
    if (!this.options.titleBarOverlay) throw new ElectronMisuse('setTitleBarOverlay() on a window without an overlay');
    this.overlay = overlay;
  }
  setBackgroundColor(color: string): void { this.#mustBeThere(); this.backgroundColor = color; }

  /** The person closes it; the last one ends with `window-all-closed`, once, unless the app is quitting. */
  close(): void {
    this.#mustBeThere();
    const others = windows.size > 1;
    this.destroy();
    // Where closing it closed the last of the others, that one told of it.
    if (!others) app.emit('window-all-closed');
  }

  destroy(): void {
    if (!windows.delete(this)) return;
    this.webContents.destroyed = true;
    this.emit('closed');
  }
}

onQuitCloseWindows(() => {
  for (const window of windows) window.destroy();
  return true;
});

export function resetWindows(): void {
  windows.clear();
}
