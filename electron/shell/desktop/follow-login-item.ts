import type { SettingsStore } from '../../core/settings.ts';
import type { LoginItem } from './login-item.ts';

/**
 * Keeps the system's list and the setting alike: what the person changed in the system's settings since is taken over at the
 * start, what is changed in ours is told to the system, and what it refuses is taken back. Returns the way to stop.
 */
export function followLoginItem(item: LoginItem, settings: SettingsStore, onProblem: (message: string) => void): () => void {
  const wanted = (): boolean => settings.get().desktop.startAtLogin;
  const keep = async (startAtLogin: boolean): Promise<void> => {
    if (wanted() !== startAtLogin) await settings.set({ desktop: { ...settings.get().desktop, startAtLogin } });
  };
  const guarded = (work: () => Promise<void>): void => {
    void (async () => {
      try {
        await work();
      } catch (error) {
        onProblem(`start at login: ${String(error)}`);
      }
    })();
  };

  let told: boolean | null = null;
  const apply = (): void => {
    if (wanted() === told) return;
    told = wanted();
    guarded(async () => {
      try {
        item.set(wanted());
      } catch (error) {
        told = !wanted();
        await keep(told);
        throw error;
      }
    });
  };

  guarded(async () => {
    told = item.isOn();
    await keep(told);
    // The program may lie elsewhere than when it was told last.
    if (told) item.set(true);
  });
  return settings.onChange(apply);
}
