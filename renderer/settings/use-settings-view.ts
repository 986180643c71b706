import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { SettingSection, SettingsPlace } from '../../electron/contract/settings-place.ts';
import { useSettings } from '../client/queries.ts';
import { useWords } from '../words/use-words.ts';
import { findSettings } from './find-settings.ts';
import { focusSetting } from './focus-setting.ts';
import { SETTING_LIST } from './setting-list.ts';
import type { SettingEntry } from './setting-list.ts';

export interface SettingsView {
  readonly section: SettingSection;
  /** What is looked for. */
  readonly typed: string;
  /** Those that answer to it; null where nothing is looked for. */
  readonly found: readonly SettingEntry[] | null;
  readonly tabsRef: RefObject<HTMLDivElement | null>;
  readonly panelRef: RefObject<HTMLDivElement | null>;
  readonly type: (typed: string) => void;
  readonly open: (section: SettingSection) => void;
  /** Opens a setting in its section, with the keys on it. */
  readonly show: (entry: SettingEntry) => void;
  /** Goes where the settings were asked for. */
  readonly goTo: (place: SettingsPlace) => void;
}

const entryOf = (name: string | undefined): SettingEntry | undefined => SETTING_LIST.find(({ id }) => id === name);

/** What of the settings is on the screen, beginning at `first`. */
export function useSettingsView(first: SettingsPlace): SettingsView {
  const { t } = useWords();
  const isDrawn = useSettings().data !== undefined;
  const [section, setSection] = useState<SettingSection>(first.section ?? entryOf(first.setting)?.section ?? 'general');
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<SettingEntry | undefined>(() => entryOf(first.setting));
  const panelRef = useRef<HTMLDivElement>(null);
  const tabsRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!wanted || !isDrawn || !panelRef.current) return;
    if (!focusSetting(panelRef.current, wanted.name(t))) tabsRef.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    setWanted(undefined);
  }, [wanted, isDrawn, t]);

  const open = useCallback((next: SettingSection) => {
    setSection(next);
    setTyped('');
  }, []);
  const show = useCallback((entry: SettingEntry) => {
    open(entry.section);
    setWanted(entry);
  }, [open]);
  const goTo = useCallback((place: SettingsPlace) => {
    const entry = entryOf(place.setting);
    if (entry) show(entry);
    else if (place.section) open(place.section);
  }, [open, show]);

  return { section, typed, found: typed.trim() === '' ? null : findSettings(typed), tabsRef, panelRef, type: setTyped, open, show, goTo };
}
