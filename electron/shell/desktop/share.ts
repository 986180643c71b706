import type { SharingItem } from 'electron';

/** The system's menu for sharing a link, which macOS alone has; answers whether it was shown. */
export function createShare(platform: NodeJS.Platform, menu: (item: SharingItem) => { popup(): void }): (link: { readonly url: string; readonly title: string }) => boolean {
  return ({ url, title }) => {
    if (platform !== 'darwin') return false;
    menu({ urls: [url], texts: [title] }).popup();
    return true;
  };
}
