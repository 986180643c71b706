import type { Watch } from '../../electron/contract/watch.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { showSettings } from '../desktop/show-settings.ts';
import { markAllRead } from '../state/list-actions.ts';
import { openPage } from '../state/navigate.ts';
import { openDialog } from '../state/ui.ts';
import type { Words } from '../words/use-words.ts';
import { moveWatch, removeWatch, setAlert } from './watch-actions.ts';

/** When a watchlist alerts. */
export function alertItems(watch: Watch, { t }: Words): readonly MenuItem[] {
  const item = (mode: Watch['alert'], label: string): MenuItem => ({ label, checked: watch.alert === mode, onSelect: () => void setAlert(watch, mode) });
  return [item('off', t('watch.alertOff')), item('notify', t('watch.alertNotify')), item('digest', t('watch.alertDigest'))];
}

/** What can be done with one watchlist, of `of`. */
export function watchMenu(watch: Watch, of: number, words: Words): readonly MenuItem[] {
  const { t } = words;
  const { id, position } = watch;
  return [
    { label: t('sidebar.markAllRead'), icon: 'check-all', onSelect: () => void markAllRead({ kind: 'watch', id }) },
    { kind: 'line' },
    ...alertItems(watch, words),
    { kind: 'line' },
    { label: t('watch.edit'), icon: 'rename', keys: 'F2', onSelect: () => openDialog({ kind: 'watch', watchId: id }) },
    { label: t('watch.moveUp'), icon: 'chevron-up', keys: 'Alt+↑', disabled: position === 0, onSelect: () => void moveWatch(watch, position - 1) },
    { label: t('watch.moveDown'), icon: 'chevron-down', keys: 'Alt+↓', disabled: position === of - 1, onSelect: () => void moveWatch(watch, position + 1) },
    { label: t('watch.remove'), icon: 'trash', keys: 'Del', danger: true, onSelect: () => void removeWatch(watch) },
  ];
}

/** What can be done with all of them. */
export function watchesMenu({ t }: Words): readonly MenuItem[] {
  return [
    { label: t('watch.add'), icon: 'plus', keys: 'W', onSelect: () => openDialog({ kind: 'watch' }) },
    { kind: 'line' },
    { label: t('alerts.title'), icon: 'bell', keys: 'G A', onSelect: () => openPage('alerts') },
    { label: t('alerts.rules'), icon: 'rules', keys: 'G R', onSelect: () => openPage('rules') },
    { kind: 'line' },
    { label: t('prices.title'), icon: 'chart', keys: 'G P', onSelect: () => openPage('prices') },
    { label: t('figures.title'), icon: 'table', keys: 'G F', onSelect: () => openPage('figures') },
    { label: t('calendar.title'), icon: 'calendar', keys: 'G C', onSelect: () => openPage('calendar') },
    { kind: 'line' },
    { label: t('sidebar.settings'), icon: 'settings', onSelect: () => showSettings({ section: 'watch' }) },
  ];
}
