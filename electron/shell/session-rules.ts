import type { Session } from 'electron';
import { isWithin } from './app-origin.ts';

/** What the window itself may ask for: to write what was copied, and to fill the screen. */
const ALLOWED = new Set(['clipboard-sanitized-write', 'fullscreen']);

export function permits(permission: string, requester: string, origin: string): boolean {
  return ALLOWED.has(permission) && isWithin(origin, requester);
}

/** Electron grants everything by default: a session without these rules would hand out camera, location and devices. */
export function denyPermissions(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(details.isMainFrame && permits(permission, details.requestingUrl, origin));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => permits(permission, requestingOrigin, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}

/**
 * Whether the window's session may ask for an address: our origin, the developer tools, what the page holds itself,
 * and the dev server's socket where one is in use.
 */
export function requestAllowed(address: string, origin: string, dev: boolean): boolean {
  if (isWithin(origin, address)) return true;
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  if (protocol === 'devtools:' || protocol === 'data:') return true;
  if (protocol === 'blob:') return address.startsWith(`blob:${origin}/`);
  return dev && protocol === 'ws:' && host === new URL(origin).host;
}

/** Cancels every request of the window's session that is not the app's own. Feeds are fetched elsewhere, in a worker. */
export function limitRequests(session: Session, origin: string, dev: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !requestAllowed(url, origin, dev) }));
}
