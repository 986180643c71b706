import { APP_ORIGIN, APP_URL } from './app-origin.ts';

/** Where the window's page comes from. */
export interface RendererSource {
  readonly url: string;
  /** What senders of calls and navigations are compared with. */
  readonly origin: string;
  readonly dev: boolean;
}

/**
 * The bundled page, or while developing the page of a local dev server named in the environment.
 * A packaged app never listens to the environment, and no address but this machine's own is taken.
 */
export function rendererSource(isPackaged: boolean, devUrl: string | undefined): RendererSource {
  const bundled = { url: APP_URL, origin: APP_ORIGIN, dev: false };
  if (isPackaged || !devUrl || !URL.canParse(devUrl)) return bundled;
  const { protocol, hostname, origin, href } = new URL(devUrl);
  if (protocol !== 'http:' || (hostname !== 'localhost' && hostname !== '127.0.0.1')) return bundled;
  return { url: href, origin, dev: true };
}
