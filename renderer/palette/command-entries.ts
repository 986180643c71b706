import { COMMANDS } from '../../electron/contract/command.ts';
import type { CommandId } from '../../electron/contract/command.ts';
import type { Scope } from '../../electron/contract/model.ts';
import { COMMAND_ICON } from '../commands/command-icon.ts';
import { isAvailable, runCommand } from '../commands/run-command.ts';
import { markAllRead, refresh } from '../state/list-actions.ts';
import { bothLanguages } from '../words/both-languages.ts';
import type { Words } from '../words/use-words.ts';
import type { TFunction } from 'i18next';
import type { FoundEntry, PaletteEntry } from './palette-entry.ts';

/** What a person who has chosen nothing yet is likely to want. */
const FIRST: readonly CommandId[] = ['refreshAll', 'markAllRead', 'addSource'];

/** What else a person may call a command. */
const ALSO: Readonly<Partial<Record<CommandId, (t: TFunction) => string>>> = { addWatch: (t) => t('search.save') };

function place(id: CommandId): number {
  const at = FIRST.indexOf(id);
  return at === -1 ? FIRST.length : at;
}

/** Every command that does something where the person is. Those that lead somewhere stand with the places, but where commands alone are asked for. */
export function commandEntries(withPlaces: boolean): readonly PaletteEntry[] {
  const available = COMMANDS.filter(({ id }) => id !== 'palette' && (withPlaces || !/^go[A-Z]/u.test(id)) && isAvailable(id));
  return (withPlaces ? available : available.toSorted((one, other) => place(one.id) - place(other.id))).map(({ id }) => ({
    key: `command:${id}`,
    names: [...bothLanguages((t) => t(`shortcuts.actions.${id}`)), ...(ALSO[id] ? bothLanguages(ALSO[id]) : [])],
    mark: { kind: 'icon', icon: COMMAND_ICON[id] },
    hint: '',
    command: id,
    run: () => runCommand(id),
  }));
}

function mayRefresh(scope: Scope): boolean {
  return scope.kind === 'feed' || scope.kind === 'folder';
}

/** What can be done with the place that was found first, without going there. */
export function placeCommands(place: FoundEntry | undefined, { t }: Words): readonly FoundEntry[] {
  const scope = place?.scope;
  if (!place || !scope) return [];
  const title = place.names[0] ?? '';
  const own = (key: string, name: string, icon: 'check-all' | 'refresh', run: () => void): FoundEntry => ({ key: `${key}:${place.key}`, names: [name], mark: { kind: 'icon', icon }, hint: '', run, spans: [], found: null });
  return [
    own('read', t('palette.markAllOf', { title }), 'check-all', () => void markAllRead(scope)),
    ...(mayRefresh(scope) ? [own('refresh', t('palette.refreshOf', { title }), 'refresh', () => void refresh(scope))] : []),
  ];
}
