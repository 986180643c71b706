import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type Electron from 'electron';
import { ElectronMisuse, mustBeReady } from './phase.ts';

const trays = new Set<Tray>();

interface FakeMenu {
  readonly template: Electron.MenuItemConstructorOptions[];
}

function mustExist(picture: string): void {
  // Electron shows an empty image in its place, and nobody sees why.
  if (!existsSync(picture)) throw new ElectronMisuse(`no picture at ${picture}`);
}

/** What is in the tray; one that was destroyed answers nothing any more. */
export class Tray extends EventEmitter implements Pick<Electron.Tray, 'setToolTip' | 'setTitle' | 'destroy' | 'isDestroyed'> {
  picture: string;
  toolTip = '';
  title = '';
  menu: FakeMenu | null = null;
  #destroyed = false;

  constructor(picture: string) {
    mustBeReady('new Tray()');
    super();
    mustExist(picture);
    this.picture = picture;
    trays.add(this);
  }

  #mustLive(what: string): void {
    if (this.#destroyed) throw new TypeError(`Tray.${what}: Object has been destroyed`);
  }
  setImage(picture: string): void {
    this.#mustLive('setImage');
    mustExist(picture);
    this.picture = picture;
  }
  setToolTip(toolTip: string): void {
    this.#mustLive('setToolTip');
    this.toolTip = toolTip;
  }
  setTitle(title: string): void {
    this.#mustLive('setTitle');
    this.title = title;
  }
  setContextMenu(menu: unknown): void {
    this.#mustLive('setContextMenu');
    this.menu = menu as FakeMenu;
  }
  isDestroyed(): boolean { return this.#destroyed; }
  destroy(): void {
    this.#destroyed = true;
    trays.delete(this);
  }

  /** The person chooses an item of the menu. */
  choose(label: string): void {
    const item = this.menu?.template.find((one) => one.label === label);
    if (!item || item.enabled === false) throw new ElectronMisuse(`the tray offers no '${label}'`);
    (item.click as (() => void) | undefined)?.();
  }
}

export function shownTrays(): readonly Tray[] {
  return [...trays];
}

export function resetTrays(): void {
  trays.clear();
}

export const nativeImage = {
  createFromPath(path: string) {
    mustExist(path);
    return { path, isEmpty: () => false } as unknown as Electron.NativeImage;
  },
} satisfies Partial<typeof Electron.nativeImage>;
