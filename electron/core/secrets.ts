/** Where secrets live: the system's keychain where there is one, else this process's memory until it ends. Never a file in plain text. */
export interface SecretStore {
  /** The secret of a name, or null where there is none, or where it can no longer be read. */
  get(name: string): Promise<string | null>;
  /** Keeps a secret, or forgets it (null). Answers whether it will be there after a restart; never rejects for lack of a keychain. */
  set(name: string, secret: string | null): Promise<{ readonly lasting: boolean }>;
  /** Whether what is kept now would be there after a restart. */
  isLasting(): Promise<boolean>;
}

/** Secrets for as long as this process runs. */
export function createMemorySecrets(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    get: async (name) => secrets.get(name) ?? null,
    async set(name, secret) {
      if (secret === null) secrets.delete(name);
      else secrets.set(name, secret);
      return { lasting: false };
    },
    isLasting: async () => false,
  };
}
