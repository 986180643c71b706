import type { Tag } from '../../electron/contract/bookmark.ts';
import type { CommandId } from '../../electron/contract/command.ts';
import type { Entity } from '../../electron/contract/gazetteer.ts';
import type { Counts, Feed, Folder } from '../../electron/contract/model.ts';
import type { Watch } from '../../electron/contract/watch.ts';
import { COMMAND_ICON } from '../commands/command-icon.ts';
import { runCommand } from '../commands/run-command.ts';
import { showSettings } from '../desktop/show-settings.ts';
import { SETTING_LIST } from '../settings/setting-list.ts';
import { narrow, NO_CHOICE } from '../state/bookmarks-view.ts';
import { focusPane, openPage, visitScope } from '../state/navigate.ts';
import { watchName } from '../watch/watch-name.ts';
import { bothLanguages } from '../words/both-languages.ts';
import { sourceTitle } from '../words/source-title.ts';
import type { Words } from '../words/use-words.ts';
import type { TFunction } from 'i18next';
import type { PaletteEntry } from './palette-entry.ts';

export interface Places {
  readonly feeds: readonly Feed[];
  readonly folders: readonly Folder[];
  readonly watches: readonly Watch[];
  readonly tags: readonly Tag[];
  readonly entities: ReadonlyMap<string, Entity> | undefined;
  readonly counts: Counts | undefined;
}

const VIEWS: readonly { readonly command: CommandId; readonly name: (t: TFunction) => string }[] = [
  { command: 'goToday', name: (t) => t('scopes.today') },
  { command: 'goUnread', name: (t) => t('scopes.unread') },
  { command: 'goBookmarks', name: (t) => t('scopes.bookmarks') },
  { command: 'goOffline', name: (t) => t('scopes.offline') },
  { command: 'goSources', name: (t) => t('sources.title') },
  { command: 'goAlerts', name: (t) => t('alerts.title') },
  { command: 'goRules', name: (t) => t('alerts.rules') },
  { command: 'goPrices', name: (t) => t('prices.title') },
  { command: 'goFigures', name: (t) => t('figures.title') },
  { command: 'goCalendar', name: (t) => t('calendar.title') },
];

/** Gives the keys to the list that was gone to. */
function goTo(scope: Parameters<typeof visitScope>[0]): void {
  visitScope(scope);
  focusPane('list');
}

function views({ t }: Words): readonly PaletteEntry[] {
  return VIEWS.map(({ command, name }) => ({
    key: `command:${command}`,
    names: bothLanguages(name),
    mark: { kind: 'icon', icon: COMMAND_ICON[command] },
    hint: t('palette.view'),
    command,
    run: () => runCommand(command),
  }));
}

function watchEntry(watch: Watch, entities: Places['entities'], words: Words): PaletteEntry {
  const { t } = words;
  const entity = watch.watched.kind === 'entity' ? entities?.get(watch.watched.entityId) : undefined;
  const others = entity ? [...(entity.symbol === undefined ? [] : [entity.symbol]), ...Object.values(entity.names)] : [];
  const kind = watch.mark === 'search' ? t('palette.savedSearch') : t('palette.watchlist');
  return {
    key: `watch:${watch.id}`,
    names: [...new Set([watchName(watch, words), ...others])],
    mark: { kind: 'watch', watch },
    hint: watch.unread > 0 ? t('palette.unread', { what: kind, count: watch.unread }) : kind,
    scope: { kind: 'watch', id: watch.id },
    run: () => goTo({ kind: 'watch', id: watch.id }),
  };
}

/** Everything that can be gone to: views, watchlists, saved searches, folders, sources, tags and settings. */
export function goEntries({ feeds, folders, watches, tags, entities, counts }: Places, words: Words): readonly PaletteEntry[] {
  const { t } = words;
  const folderTitle = new Map(folders.map(({ id, title }) => [id, title]));
  const unread = (what: string, count: number | undefined): string => (count ? t('palette.unread', { what, count }) : what);
  return [
    ...views(words),
    ...watches.map((watch) => watchEntry(watch, entities, words)),
    ...folders.map((folder): PaletteEntry => ({
      key: `folder:${folder.id}`,
      names: [folder.title],
      mark: { kind: 'icon', icon: 'folder' },
      hint: unread(t('palette.folder'), counts?.folders[folder.id]),
      scope: { kind: 'folder', id: folder.id },
      run: () => goTo({ kind: 'folder', id: folder.id }),
    })),
    ...feeds.map((feed): PaletteEntry => {
      const folder = feed.folderId === null ? undefined : folderTitle.get(feed.folderId);
      const title = sourceTitle(feed, words);
      return {
        key: `feed:${feed.id}`,
        names: [title],
        mark: { kind: 'tile', title, icon: feed.icon },
        hint: folder === undefined ? t('palette.source') : t('palette.sourceIn', { folder }),
        scope: { kind: 'feed', id: feed.id },
        run: () => goTo({ kind: 'feed', id: feed.id }),
      };
    }),
    ...tags.map((tag): PaletteEntry => ({
      key: `tag:${tag.id}`,
      names: [tag.title],
      mark: { kind: 'icon', icon: 'tag' },
      hint: t('palette.tag', { count: tag.count }),
      run: () => {
        narrow({ ...NO_CHOICE, tagIds: [tag.id] });
        openPage('bookmarks', true);
      },
    })),
    ...SETTING_LIST.map(({ id, section, name, also }): PaletteEntry => ({
      key: `setting:${id}`,
      names: [...bothLanguages(name), ...(also ? bothLanguages(also) : [])],
      mark: { kind: 'icon', icon: 'settings' },
      hint: t('palette.settingIn', { section: t(`settings.${section}`) }),
      run: () => showSettings({ section, setting: id }),
    })),
  ];
}
