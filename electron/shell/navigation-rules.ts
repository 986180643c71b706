import type { WebContents } from 'electron';
import { isWithin } from './app-origin.ts';

export interface NavigationOptions {
  readonly origin: string;
  /** Hands a link to the system; `background` where the person asked to stay here. */
  readonly openOutside: (url: string, background: boolean) => void;
}

/** Keeps a page where it is: it goes nowhere, opens no window and holds no webview. Links that it follows leave the app. */
export function keepInPlace(contents: WebContents, { origin, openOutside }: NavigationOptions): void {
  contents.on('will-navigate', (event) => {
    if (isWithin(origin, event.url)) return;
    event.preventDefault();
    openOutside(event.url, false);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isWithin(origin, event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url, disposition }) => {
    openOutside(url, disposition === 'background-tab');
    return { action: 'deny' };
  });
}
