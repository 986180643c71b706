import type { Session } from 'electron';

/** The name that electron-updater gives its session. */
export const UPDATE_PARTITION = 'electron-updater';

/** Where releases are looked for, and where their files are redirected to. */
export function mayAskForUpdates(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'https:' || port !== '') return false;
  return hostname === 'github.com' || hostname === 'api.github.com' || hostname.endsWith('.githubusercontent.com');
}

/** Every session of ours asks nobody; the updater's may ask where releases are, and still nobody else. It takes the place of the session's filter. */
export function limitToReleases(session: { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !mayAskForUpdates(url) }));
}
