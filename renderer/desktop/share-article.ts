import type { DesktopAbilities } from '../../electron/contract/desktop.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';

/** Whether the system has a menu for sharing: by the app's own door, or by the browser that the window is one of. */
export function canShare(desktop: DesktopAbilities | undefined): boolean {
  return desktop?.share === 'works' || (desktop?.share === 'browser' && typeof navigator.share === 'function');
}

/** Opens that menu with an article's link. A person who closes it has changed their mind, which is no failure. */
export async function shareArticle(articleId: ArticleId, link: { readonly url: string; readonly title: string }, desktop: DesktopAbilities): Promise<void> {
  if (desktop.share === 'works') {
    await call('shareArticle', { articleId });
    return;
  }
  try {
    await navigator.share(link);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}
