import type { Credentials, CredentialsKind } from '../contract/credentials.ts';
import type { FeedId } from '../contract/model.ts';
import { lacksScheme, normalizeAddress } from './fetch/address.ts';
import type { Login } from './fetch/login.ts';
import { publicAddress, splitAddress } from './secret-address.ts';
import type { SecretStore } from './secrets.ts';

/** An address as a person gave it, parted into what may be stored and what signs in there. */
export interface SignedAddress {
  readonly address: string;
  /** For a discovery: as written where nothing in it is secret; without a scheme where it was written so. */
  readonly written: string;
  readonly login: Login | null;
}

/** Throws `invalid-address` or `unsupported-scheme`. Credentials given beside the address win over a user and password in it. */
export function signedAddress(written: string, credentials: Credentials | null): SignedAddress {
  const normalized = normalizeAddress(written);
  const { address, parts, login } = splitAddress(normalized);
  const given = credentials ?? (login ? { kind: 'basic' as const, ...login } : null);
  const isPlain = login === null && Object.keys(parts).length === 0;
  return {
    address,
    written: isPlain ? written : lacksScheme(written) ? address.replace(/^https?:\/\//, '') : address,
    login: given === null && isPlain ? null : { origin: new URL(normalized).origin, credentials: given, parts },
  };
}

/** The kind that is shown of a login; what stands in a header comes before keys in the address. */
export function kindOf(login: Login | null): CredentialsKind | null {
  return login === null ? null : (login.credentials?.kind ?? 'url');
}

export interface Logins {
  find(feedId: FeedId): Promise<Login | null>;
  /** Keeps the sign-in of a feed, or forgets it. Answers whether it outlives this run. */
  keep(feedId: FeedId, login: Login | null): Promise<{ readonly lasting: boolean }>;
  isLasting(): Promise<boolean>;
  /** Remembers for a while with what addresses were found, so that following one of them need not ask again. */
  remember(addresses: readonly string[], login: Login): void;
  recall(address: string): Login | null;
}

/** Addresses remembered at most. */
const MOST = 100;

function nameOf(feedId: FeedId): string {
  return `feed:${feedId}`;
}

/** The sign-ins of feeds, over wherever secrets live. */
export function createLogins(secrets: SecretStore): Logins {
  const recent = new Map<string, Login>();
  const read = new Map<FeedId, Login>();

  return {
    async find(feedId) {
      const known = read.get(feedId);
      if (known) return known;
      const text = await secrets.get(nameOf(feedId));
      const login = text === null ? null : toLogin(text);
      if (login) read.set(feedId, login);
      return login;
    },
    async keep(feedId, login) {
      if (login === null) read.delete(feedId);
      else read.set(feedId, login);
      return await secrets.set(nameOf(feedId), login === null ? null : JSON.stringify(login));
    },
    isLasting: () => secrets.isLasting(),
    remember(addresses, login) {
      for (const address of addresses) {
        recent.delete(address);
        recent.set(publicAddress(address), login);
      }
      for (const oldest of [...recent.keys()].slice(0, Math.max(0, recent.size - MOST))) recent.delete(oldest);
    },
    recall: (address) => recent.get(address) ?? null,
  };
}

/** What was kept, or null where it is of a shape that this version does not know. */
function toLogin(text: string): Login | null {
  try {
    const { origin, credentials, parts } = JSON.parse(text) as Login;
    return typeof origin === 'string' && typeof parts === 'object' ? { origin, credentials, parts } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
