import type { App } from 'electron';
import { LINK_SCHEMES, requestOfFile, requestOfLink, type OpenRequest } from './open-request.ts';

export interface LinksOptions {
  readonly app: Pick<App, 'on' | 'setAsDefaultProtocolClient' | 'isDefaultProtocolClient'>;
  /** An installed copy; what runs from its sources would leave the system a program that is gone tomorrow. */
  readonly installed: boolean;
  readonly open: (requests: readonly OpenRequest[]) => void;
}

/**
 * Listens for what macOS hands over as events, which come before `ready` where they start the app: to be called at once.
 * Other systems put it on the command line.
 */
export function listenForLinks({ app, open }: Pick<LinksOptions, 'app' | 'open'>): void {
  const take = (event: Pick<Electron.Event, 'preventDefault'>, request: OpenRequest | null): void => {
    event.preventDefault();
    if (request) open([request]);
  };
  app.on('open-url', (event, url) => take(event, requestOfLink(url)));
  app.on('open-file', (event, path) => take(event, requestOfFile(path, '/')));
}

/** Tells the system which links are ours. `feed:` is left to another reader that has it. */
export function registerLinks({ app, installed, defaultFeedReader }: Pick<LinksOptions, 'app' | 'installed'> & { readonly defaultFeedReader: () => string }): void {
  if (!installed) return;
  for (const scheme of LINK_SCHEMES) {
    const taken = scheme === 'feed' && defaultFeedReader() !== '';
    if (!taken && !app.isDefaultProtocolClient(scheme)) app.setAsDefaultProtocolClient(scheme);
  }
}
