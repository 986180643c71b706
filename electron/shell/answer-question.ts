import type { SettingsPlace } from '../contract/settings-place.ts';
import type { SecretStore } from '../core/secrets.ts';
import type { ShellAnswer, ShellQuestion } from './engine-protocol.ts';

export interface ShellServices {
  readonly secrets: SecretStore;
  readonly proxyFor: ((url: string) => Promise<string>) | undefined;
  readonly isQuiet: (() => Promise<boolean>) | undefined;
  /** Shows the system's menu for sharing; answers whether it has one. */
  readonly share: ((link: { readonly url: string; readonly title: string }) => boolean) | undefined;
  /** Shows the settings in a window of their own; answers whether it did. */
  readonly showSettings: ((place: SettingsPlace) => boolean) | undefined;
}

/** What the door answers its engine. Never rejects: a keychain or a network setting that fails is one that is not there. */
export async function answerQuestion(question: ShellQuestion, { secrets, proxyFor, isQuiet, share, showSettings }: ShellServices): Promise<ShellAnswer> {
  try {
    switch (question.about) {
      case 'secret':
        return await secrets.get(question.name);
      case 'keep-secret':
        return (await secrets.set(question.name, question.secret)).lasting;
      case 'lasting':
        return await secrets.isLasting();
      case 'proxy':
        return (await proxyFor?.(question.url)) ?? null;
      case 'quiet':
        return (await isQuiet?.()) ?? false;
      case 'share':
        return share?.(question) ?? false;
      case 'settings':
        return showSettings?.(question.place) ?? false;
      default:
        return question satisfies never;
    }
  } catch {
    // What failed may hold the secret in its message.
    return null;
  }
}
