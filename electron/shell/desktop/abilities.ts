import { NO_DESKTOP, type DesktopAbilities } from '../../contract/desktop.ts';

export interface Installed {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  /** The AppImage that runs, as its launcher says (`$APPIMAGE`). */
  readonly appImage: string | undefined;
  /** `deb` or `rpm`, as the package says in its `resources/package-type`. */
  readonly packageType: string | null;
}

/** What an Electron app reaches, by how it came to this machine. */
export function electronAbilities({ platform, packaged, appImage, packageType }: Installed): DesktopAbilities {
  const installed = packaged ? 'works' : 'unpackaged';
  const linux = platform === 'linux';
  return {
    tray: 'works',
    startAtLogin: installed,
    badge: 'works',
    links: linux && packaged && appImage !== undefined ? 'appimage' : installed,
    updates: packaged && packageType !== null ? 'package' : packaged && linux && appImage === undefined ? 'unpackaged' : installed,
    battery: 'works',
    metered: linux ? 'works' : 'system',
    share: platform === 'darwin' ? 'works' : 'system',
  };
}

/** What a window of a browser reaches: what its engine can ask the system itself. */
export function browserAbilities(platform: NodeJS.Platform): DesktopAbilities {
  return { ...NO_DESKTOP, battery: platform === 'linux' || platform === 'darwin' ? 'works' : 'system', metered: platform === 'linux' ? 'works' : 'system' };
}
