import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Feed } from '../../electron/contract/model.ts';
import type { SearchHit } from '../../electron/contract/search.ts';
import { showArticle } from '../alerts/alert-actions.ts';
import { useCounts, useFeeds, useSettings } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { useEntities, useWatches } from '../client/watch-queries.ts';
import { useTags } from '../evidence/use-evidence.ts';
import { searchFor } from '../search/search-commands.ts';
import { showFailure } from '../state/show-failure.ts';
import { useWords } from '../words/use-words.ts';
import { commandEntries, placeCommands } from './command-entries.ts';
import { findEntries } from './find-entries.ts';
import { goEntries } from './go-entries.ts';
import type { FoundEntry } from './palette-entry.ts';
import { useSpelling } from './use-spelling.ts';
import { warmNames } from './warm-names.ts';
import { titleQuery } from './title-query.ts';

export type PaletteGroup = 'go' | 'commands' | 'articles';

export interface PaletteRows {
  readonly group: PaletteGroup;
  readonly rows: readonly FoundEntry[];
}

const MOST = { go: 3, commands: 3, articles: 2 } as const;

function articleEntry({ id, title, titleSpans, feedId, feedTitle }: SearchHit, feeds: readonly Feed[]): FoundEntry {
  return {
    key: `article:${id}`,
    names: [title],
    mark: { kind: 'tile', title: feedTitle, icon: feeds.find((feed) => feed.id === feedId)?.icon ?? null },
    hint: feedTitle,
    spans: titleSpans,
    found: null,
    run: () => void showArticle(id, null).catch(showFailure),
  };
}

/** Articles whose titles hold the words; none while the answer fails or a newer one is asked for. */
function useTitles(typed: string): readonly SearchHit[] {
  const query = titleQuery(typed);
  const { data } = useQuery({
    queryKey: ['paletteTitles', query],
    queryFn: () => call('search', { query, limit: MOST.articles, order: 'rank' }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 10_000,
    retry: false,
  });
  return query === '' ? [] : (data?.articles ?? []);
}

/** The row below all others: the same words, searched for in everything that is stored. */
function useEverything(typed: string): readonly FoundEntry[] {
  const { t } = useWords();
  const counts = useCounts().data;
  const feeds = useFeeds().data?.feeds.length ?? 0;
  if (typed === '') return [];
  const reach = counts ? t('palette.reach', { sources: t('common.sources', { count: feeds }), articles: t('common.counted', { count: counts.all }) }) : '';
  return [{ key: 'everything', names: [t('palette.everything', { words: typed })], mark: { kind: 'icon', icon: 'search' }, hint: reach, spans: [], found: null, run: () => searchFor(typed) }];
}

/** What the palette offers for what was typed: places, commands, articles, in that order. After `>`, commands alone. */
export function usePalette(text: string): readonly PaletteRows[] {
  const words = useWords();
  const spell = useSpelling();
  const { data: known } = useFeeds();
  const { data: watches } = useWatches();
  const { data: entities } = useEntities();
  const { data: tags } = useTags();
  const { data: settings } = useSettings();
  const { data: counts } = useCounts();

  const isCommands = /^\s*[>＞]/u.test(text);
  const typed = (isCommands ? text.replace(/^\s*[>＞]/u, '') : text).trim();
  const titles = useTitles(isCommands ? '' : typed);
  const everything = useEverything(isCommands ? '' : typed);
  const recent = settings?.recentChoices ?? [];

  const places = useMemo(
    () => goEntries({ feeds: known?.feeds ?? [], folders: known?.folders ?? [], watches: watches?.watches ?? [], tags: tags ?? [], entities, counts }, words),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the words change with the language, which `words.t` stands for
    [known, watches, tags, entities, counts, words.t],
  );
  useEffect(() => warmNames(places, spell), [places, spell]);
  const commands = commandEntries(isCommands);

  if (isCommands) return [{ group: 'commands', rows: findEntries(commands, { typed, recent, most: Infinity, spell }) }];
  const go = findEntries(places, { typed, recent, most: MOST.go, spell });
  const run = findEntries(commands, { typed, recent, most: MOST.commands, spell });
  const ofPlace = typed === '' ? [] : placeCommands(go[0], words);
  return [
    { group: 'go', rows: go },
    { group: 'commands', rows: [...run, ...ofPlace].slice(0, MOST.commands) },
    { group: 'articles', rows: [...titles.map((hit) => articleEntry(hit, known?.feeds ?? [])), ...everything] },
  ];
}
