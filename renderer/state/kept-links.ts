import { create } from 'zustand';
import { mayOpenUnasked, openOutside } from '../client/open-outside.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import type { RefreshProgress } from '../../electron/contract/model.ts';
import { wordsNow } from '../words/use-words.ts';
import { openAddress } from './article-actions.ts';
import { showToast } from './ui.ts';

export interface KeptLinksState {
  /** Addresses that open when the network is back, in the order in which they were pressed. */
  readonly urls: readonly string[];
}

export const useKeptLinks = create<KeptLinksState>()(() => ({ urls: [] }));

function letGo(url: string): void {
  useKeptLinks.setState(({ urls }) => ({ urls: urls.filter((one) => one !== url) }));
}

/** Opens an address outside the app. Offline it is kept, and opens later: a browser would show that it cannot be reached. */
export function followLink(url: string, background = false): void {
  const offline = (queryClient.getQueryData<RefreshProgress>(queryKeys.progress)?.offlineSince ?? null) !== null;
  if (!offline || !/^https?:/iu.test(url)) {
    openAddress(url, background);
    return;
  }
  useKeptLinks.setState(({ urls }) => ({ urls: urls.includes(url) ? urls : [...urls, url] }));
  showToast({ text: () => wordsNow().t('links.kept'), undo: () => letGo(url) });
}

/** Opens what was kept, now that the network is back. A browser opens nothing that nobody presses: there a toast offers it. */
export function openKeptLinks(): void {
  const { urls } = useKeptLinks.getState();
  if (urls.length === 0) return;
  const open = () => {
    useKeptLinks.setState({ urls: [] });
    for (const url of urls) void openOutside(url, true);
  };
  if (mayOpenUnasked()) open();
  else showToast({ text: () => wordsNow().t('links.ready', { count: urls.length }), action: { label: () => wordsNow().t('links.open'), run: open } });
}
