import type { KeyboardEvent } from 'react';
import { SETTING_SECTIONS } from '../../electron/contract/settings-place.ts';
import { useWords } from '../words/use-words.ts';
import type { SettingsView } from './use-settings-view.ts';
import styles from './settings.module.css';

/** The sections, one under the other; `id` begins the ids of the tabs and of the panel. */
export function SectionTabs({ id, view, className = '' }: { readonly id: string; readonly view: SettingsView; readonly className?: string }) {
  const { t } = useWords();
  const { section, found, tabsRef, open } = view;

  const move = (event: KeyboardEvent) => {
    const at = SETTING_SECTIONS.indexOf(section);
    const aims: Record<string, number> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: SETTING_SECTIONS.length - 1 };
    const aim = aims[event.key];
    if (aim === undefined) return;
    event.preventDefault();
    const next = SETTING_SECTIONS[(aim + SETTING_SECTIONS.length) % SETTING_SECTIONS.length] ?? 'general';
    open(next);
    tabsRef.current?.querySelector<HTMLElement>(`[data-section="${next}"]`)?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs inside take the focus
    <div className={`${styles.tabs} ${className}`} ref={tabsRef} role="tablist" aria-orientation="vertical" aria-label={t('settings.sections')} onKeyDown={move}>
      {SETTING_SECTIONS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`${id}-${each}`}
          className={styles.tab}
          data-section={each}
          // What is found is of any section.
          aria-selected={each === section && !found}
          aria-controls={`${id}-panel`}
          tabIndex={each === section ? 0 : -1}
          onClick={() => open(each)}
        >
          {t(`settings.${each}`)}
        </button>
      ))}
    </div>
  );
}
