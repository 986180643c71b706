import { refresh } from '../state/list-actions.ts';
import { focusPane, focusPaneSoon, leavePage, visitScope } from '../state/navigate.ts';
import { copyAddress, openAddress } from '../state/article-actions.ts';
import type { Feed } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import { tryAgain } from '../sources/source-actions.ts';
import { moveSource, useSourcesView } from '../state/sources-view.ts';
import { useUi } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import type { CommandId } from '../../electron/contract/command.ts';
import { stepBack } from './step-back.ts';

function chosenFeed(): Feed | undefined {
  const { chosen } = useSourcesView.getState();
  return queryClient.getQueryData<FeedsAnswer>(queryKeys.feeds)?.feeds.find(({ id }) => id === chosen);
}

function withFeed(act: (feed: Feed) => void): void {
  const feed = chosenFeed();
  if (feed) act(feed);
}

/** Gives the keys to the table, where it is not below the details, and moves in it. */
function step(by: 1 | -1): void {
  const { layout, pushed } = useUi.getState();
  if (layout !== 'narrow' || !pushed) focusPane('list');
  moveSource(by);
}

/** Scrolls what has the keys by a page. */
function page(by: 1 | -1): void {
  const { pane } = useUi.getState();
  const scroll = document.querySelector<HTMLElement>(`[data-pane="${pane}"] [data-page-scroll]`);
  scroll?.scrollBy({ top: by * (scroll.clientHeight - 48) });
}

/** The headlines of the chosen source; in the narrow layout its details come first. */
function open(): void {
  const { layout, pushed } = useUi.getState();
  withFeed((feed) => {
    if (layout !== 'narrow' || pushed) visitScope({ kind: 'feed', id: feed.id });
    else {
      useUi.setState({ pushed: true });
      focusPaneSoon('article');
    }
  });
}

/** Closes what is on top, clears the filter, or goes one pane back; at last the page goes and the list comes back. */
function back(): void {
  if (stepBack()) return;
  if (useSourcesView.getState().filter !== '') useSourcesView.setState({ filter: '' });
  else leavePage();
}

/** What the keys of the list and the article do while the sources page stands in their place. The others do nothing there. */
export const SOURCES_KEYS: Readonly<Partial<Record<CommandId, () => void>>> = {
  next: () => step(1),
  previous: () => step(-1),
  pageDown: () => page(1),
  pageUp: () => page(-1),
  open,
  back,
  refreshView: () => {
    const feed = chosenFeed();
    void (feed ? tryAgain(feed) : refresh(null));
  },
  openInBrowser: () => withFeed(({ siteUrl, feedUrl }) => openAddress(siteUrl ?? feedUrl)),
  openInBackground: () => withFeed(({ siteUrl, feedUrl }) => openAddress(siteUrl ?? feedUrl, true)),
  copyLink: () => withFeed(({ feedUrl }) => void copyAddress(feedUrl, () => wordsNow().t('sources.addressCopied'))),
};
