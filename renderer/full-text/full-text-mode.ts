import type { FullTextMode } from '../../electron/contract/full-text.ts';
import type { Feed } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { doing } from '../state/doing.ts';
import { wordsNow } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';

const MODES = { feed: 'fullText.modeFeed', opened: 'fullText.modeOpened', always: 'fullText.modeAlways' } as const satisfies Record<FullTextMode, string>;

/** The three ways to read a source, in words. */
export function modeOptions({ t }: Words): readonly { readonly value: FullTextMode; readonly label: string }[] {
  return (Object.keys(MODES) as FullTextMode[]).map((value) => ({ value, label: t(MODES[value]) }));
}

async function set(feed: Feed, mode: FullTextMode): Promise<void> {
  await call('setFullText', { feedId: feed.id, mode });
  await queryClient.invalidateQueries({ queryKey: queryKeys.feeds });
}

/** Reads a source another way from now on; can be undone. */
export async function setMode(feed: Feed, mode: FullTextMode): Promise<void> {
  if (feed.fullText === mode) return;
  await doing(async () => {
    await set(feed, mode);
    return { said: () => wordsNow().t('fullText.modeSet', { title: feed.title, mode: wordsNow().t(MODES[mode]) }), undo: () => set(feed, feed.fullText) };
  });
}

/** The same as rows of a source's menu. */
export function modeItems(feed: Feed, words: Words): readonly MenuItem[] {
  return [{ kind: 'line' }, ...modeOptions(words).map(({ value, label }) => ({ label, checked: feed.fullText === value, onSelect: () => void setMode(feed, value) })), { kind: 'line' }];
}
