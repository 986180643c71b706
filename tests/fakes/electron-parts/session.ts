import type Electron from 'electron';
import { app } from './app.ts';
import { ElectronMisuse, mustBeReady, mustNotBeReady } from './phase.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void;

/** One session's rules, as the app set them. */
export class FakeSession {
  readonly handlers = new Map<string, Handler>();
  permissionRequest: ((...args: unknown[]) => void) | null = null;
  permissionCheck: ((...args: unknown[]) => boolean) | null = null;
  devicePermission: ((...args: unknown[]) => boolean) | null = null;
  displayMedia: ((...args: unknown[]) => void) | null = null;
  beforeRequest: BeforeRequest | null = null;
  /** What the system's settings say, and for which addresses they were asked. */
  proxy = 'DIRECT';
  readonly proxyAsked: string[] = [];

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null) => { this.beforeRequest = listener; },
  };

  readonly protocol = {
    handle: (scheme: string, handler: Handler) => {
      mustBeReady('protocol.handle()');
      if (this.handlers.has(scheme)) throw new ElectronMisuse(`the protocol ${scheme} is handled already`);
      if (!schemes.has(scheme)) throw new ElectronMisuse(`the scheme ${scheme} was never registered as privileged`);
      this.handlers.set(scheme, handler);
    },
    isProtocolHandled: (scheme: string) => this.handlers.has(scheme),
  };

  setPermissionRequestHandler(handler: ((...args: never[]) => void) | null): void {
    this.permissionRequest = handler as typeof this.permissionRequest;
  }
  setPermissionCheckHandler(handler: ((...args: never[]) => boolean) | null): void {
    this.permissionCheck = handler as typeof this.permissionCheck;
  }
  setDevicePermissionHandler(handler: ((...args: never[]) => boolean) | null): void {
    this.devicePermission = handler as typeof this.devicePermission;
  }
  setDisplayMediaRequestHandler(handler: ((...args: never[]) => void) | null): void {
    this.displayMedia = handler as typeof this.displayMedia;
  }

  async resolveProxy(url: string): Promise<string> {
    mustBeReady('session.resolveProxy()');
    if (!URL.canParse(url)) throw new ElectronMisuse(`session.resolveProxy() of what is no address: ${url}`);
    this.proxyAsked.push(url);
    return this.proxy;
  }

  /** As Electron does for every request of a page: the filter first, then the scheme's handler. */
  async fetch(input: string | Request): Promise<Response> {
    mustBeReady('a request');
    const request = typeof input === 'string' ? new Request(input) : input;
    let cancelled = false;
    this.beforeRequest?.({ url: request.url }, ({ cancel }) => { cancelled = cancel === true; });
    if (cancelled) throw new Error('net::ERR_BLOCKED_BY_CLIENT');
    const handler = this.handlers.get(new URL(request.url).protocol.slice(0, -1));
    if (!handler) throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
    return handler(request);
  }
}

export const schemes = new Map<string, Electron.Privileges>();
const sessions = new Map<string, FakeSession>();

function sessionFor(partition: string): FakeSession {
  mustBeReady('a session');
  let found = sessions.get(partition);
  if (!found) {
    found = new FakeSession();
    sessions.set(partition, found);
    app.emit('session-created', found);
  }
  return found;
}

export function defaultSession(): FakeSession {
  return sessionFor('');
}

export function resetSessions(): void {
  sessions.clear();
  schemes.clear();
}

export const session = {
  get defaultSession() { return defaultSession(); },
  fromPartition: (partition: string) => sessionFor(partition),
};

let registered = false;

export const protocol = {
  registerSchemesAsPrivileged(list) {
    mustNotBeReady('protocol.registerSchemesAsPrivileged()');
    if (registered && schemes.size > 0) throw new ElectronMisuse('protocol.registerSchemesAsPrivileged() twice: the second call replaces the first');
    registered = true;
    for (const { scheme, privileges } of list) schemes.set(scheme, privileges ?? {});
  },
  handle: (scheme, handler) => defaultSession().protocol.handle(scheme, handler),
  isProtocolHandled: (scheme) => defaultSession().protocol.isProtocolHandled(scheme),
} satisfies Partial<Electron.Protocol>;

export const net = {
  fetch: (input) => defaultSession().fetch(input),
  isOnline: () => true,
} satisfies Partial<Electron.Net>;
