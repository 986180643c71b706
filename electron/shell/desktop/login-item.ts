import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';

/** Whether the system starts the app when the person signs in. The system's own settings may change it at any time. */
export interface LoginItem {
  isOn(): boolean;
  /** Throws where the system does not take it. */
  set(on: boolean): void;
}

/** The word by which a start of the system's own is known. */
export const AT_LOGIN = '--at-login';

/** macOS and Windows keep such a list themselves. */
export function systemLoginItem(app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>, platform: NodeJS.Platform): LoginItem {
  // Windows finds the entry by its words again; macOS passes none.
  const words = platform === 'win32' ? { args: [AT_LOGIN] } : {};
  return {
    isOn() {
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(words);
      // Windows keeps an entry that the person turned off in its own settings.
      return platform === 'win32' ? openAtLogin && executableWillLaunchAtLogin : openAtLogin;
    },
    set: (on) => app.setLoginItemSettings({ openAtLogin: on, ...words }),
  };
}

export interface AutostartOptions {
  /** `$XDG_CONFIG_HOME`, or `~/.config`. */
  readonly configDir: string;
  readonly appId: string;
  readonly appName: string;
  /** As packages install it among the system's icons. */
  readonly iconName: string;
  /** The AppImage itself, not what it unpacks while it runs; else the program. Absolute. */
  readonly program: string;
}

/** Where an entry of ours lies (Desktop Application Autostart Specification 0.5). */
export function autostartPath({ configDir, appId }: Pick<AutostartOptions, 'configDir' | 'appId'>): string {
  return join(configDir, 'autostart', `${appId}.desktop`);
}

/** An argument of `Exec`, quoted (Desktop Entry Specification 1.5, "The Exec key"); `%` begins a field code, and the string's own escapes come on top. */
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%');
  return `"${inQuotes.replaceAll('\\', String.raw`\\`)}"`;
}

/** The autostart entry of a Linux desktop. An AppImage that was moved is found again at the next `set`. */
export function autostartItem(options: AutostartOptions): LoginItem {
  const path = autostartPath(options);
  const entry = `[Desktop Entry]\nType=Application\nName=${options.appName}\nExec=${quoted(options.program)} ${AT_LOGIN}\nIcon=${options.iconName}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`;
  return {
    isOn() {
      try {
        const text = readFileSync(path, 'utf8');
        return !/^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(text);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    },
    set(on) {
      if (!on) {
        rmSync(path, { force: true });
        return;
      }
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, entry);
    },
  };
}
