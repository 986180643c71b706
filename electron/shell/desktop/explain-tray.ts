import type { Dialog } from 'electron';
import type { SettingsStore } from '../../core/settings.ts';
import type { ShellWords } from '../shell-words.ts';

export interface ExplainPorts {
  readonly settings: SettingsStore;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly words: () => ShellWords;
  readonly appName: string;
  readonly quit: () => void;
}

/** Says once where the window went, since a window that closes looks like an app that ends; offers the end. */
export async function explainTray({ settings, dialog, words, appName, quit }: ExplainPorts): Promise<void> {
  const { desktop } = settings.get();
  if (desktop.trayExplained) return;
  await settings.set({ desktop: { ...desktop, trayExplained: true } });
  const { staysTitle, staysDetail, understood, quitPlain } = words();
  const { response } = await dialog.showMessageBox({ type: 'info', message: staysTitle(appName), detail: staysDetail(appName), buttons: [understood, quitPlain], defaultId: 0, cancelId: 0 });
  if (response === 1) quit();
}
