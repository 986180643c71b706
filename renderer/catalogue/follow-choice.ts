import { CATALOGUE_KINDS } from '../../electron/contract/catalogue.ts';
import type { Watched } from '../../electron/contract/watch.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys, saveSettings, settingsNow } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { wordsNow } from '../words/use-words.ts';

export interface Choice {
  readonly sources: readonly string[];
  readonly watched: readonly Watched[];
  /** Keep what is unread of the last days on this device; null leaves the setting as it is. */
  readonly offline: boolean | null;
}

/** Days that are kept where the person wants them kept. */
export const OFFLINE_DAYS = 7;

/** Follows what was chosen, in folders by kind. How many pages are still to be looked at for a list. */
export async function followChoice({ sources, watched, offline }: Choice): Promise<{ readonly added: number; readonly pages: number }> {
  const { t } = wordsNow();
  const folders = Object.fromEntries(CATALOGUE_KINDS.map((kind) => [kind, t(`firstRun.kinds.${kind}`)]));
  const { added, pages } = sources.length > 0 ? await call('followCatalogue', { ids: sources, folders }) : { added: 0, pages: 0 };
  for (const one of watched) await call('addWatch', { watched: one });
  const now = settingsNow()?.offline;
  await saveSettings({ welcomed: true, ...(offline === null || !now ? {} : { offline: { ...now, unreadDays: offline ? now.unreadDays || OFFLINE_DAYS : 0 } }) });
  await Promise.all([queryKeys.feeds, queryKeys.watches].map((queryKey) => queryClient.refetchQueries({ queryKey, exact: true })));
  return { added, pages };
}
