import type { SettingsPlace } from '../contract/settings-place.ts';
import type { SecretStore } from '../core/secrets.ts';
import type { ShellAnswer, ShellQuestion } from './engine-protocol.ts';

export interface ShellLink {
  readonly secrets: SecretStore;
  readonly proxyFor: (url: string) => Promise<string>;
  readonly isQuiet: () => Promise<boolean>;
  readonly share: (link: { readonly url: string; readonly title: string }) => Promise<boolean>;
  readonly showSettings: (place: SettingsPlace) => Promise<boolean>;
  /** The answer to the `send` of this id. */
  settle(id: number, value: ShellAnswer): void;
}

/** What the door does for the engine, as the engine asks for it. */
export function createShellLink(send: (id: number, question: ShellQuestion) => void): ShellLink {
  const waiting = new Map<number, (value: ShellAnswer) => void>();
  let lastId = 0;

  const ask = (question: ShellQuestion): Promise<ShellAnswer> => {
    lastId += 1;
    const { promise, resolve } = Promise.withResolvers<ShellAnswer>();
    waiting.set(lastId, resolve);
    send(lastId, question);
    return promise;
  };

  return {
    secrets: {
      async get(name) {
        const secret = await ask({ about: 'secret', name });
        return typeof secret === 'string' ? secret : null;
      },
      set: async (name, secret) => ({ lasting: (await ask({ about: 'keep-secret', name, secret })) === true }),
      isLasting: async () => (await ask({ about: 'lasting' })) === true,
    },
    async proxyFor(url) {
      const answer = await ask({ about: 'proxy', url });
      return typeof answer === 'string' ? answer : 'DIRECT';
    },
    isQuiet: async () => (await ask({ about: 'quiet' })) === true,
    share: async ({ url, title }) => (await ask({ about: 'share', url, title })) === true,
    showSettings: async (place) => (await ask({ about: 'settings', place })) === true,
    settle(id, value) {
      waiting.get(id)?.(value);
      waiting.delete(id);
    },
  };
}
