import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';
import { saveSettings, settingsNow } from '../client/queries.ts';
import { Icon } from '../components/icon.tsx';
import layer from '../components/layer.module.css';
import { openModal } from '../components/modals.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import type { FoundEntry } from './palette-entry.ts';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteRow } from './palette-row.tsx';
import { usePalette } from './use-palette.ts';
import styles from './palette.module.css';

/** How many choices are remembered. */
const MOST_RECENT = 20;

/** Remembers a choice as the latest. An article is no choice that is made again. */
function remember(key: string): void {
  if (/^(?:article|everything)/u.test(key)) return;
  const known = settingsNow()?.recentChoices ?? [];
  if (known[0] === key) return;
  // A convenience: a file that cannot be written is said where the person changes a setting.
  saveSettings({ recentChoices: [key, ...known.filter((one) => one !== key)].slice(0, MOST_RECENT) }).catch(() => undefined);
}

/** Does what was chosen, once the window below has the keys again. */
function choose({ key, run }: FoundEntry): void {
  flushSync(closeDialog);
  run();
  remember(key);
}

function isComposing(event: KeyboardEvent): boolean {
  // 229: the key belongs to an input method, also where isComposing is not set yet.
  // oxlint-disable-next-line typescript/no-deprecated
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

function cancel(event: SyntheticEvent): void {
  event.preventDefault();
  closeDialog();
}

/** Goes to, runs or searches for whatever is typed. */
export function PaletteDialog() {
  const { t } = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const groups = usePalette(text).filter(({ rows }) => rows.length > 0);
  const rows = groups.flatMap((group) => group.rows);
  const active = Math.min(chosen, rows.length - 1);
  const everything = rows.find(({ key }) => key === 'everything');

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const opener = document.activeElement;
    const close = openModal(dialog);
    dialog.querySelector('input')?.focus();
    return () => {
      close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const entry = event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? everything : rows[active];
    if (event.key === 'Enter' && entry) choose(entry);
    else if (event.key === 'ArrowDown' && rows.length > 0) setChosen((active + 1) % rows.length);
    else if (event.key === 'ArrowUp' && rows.length > 0) setChosen((active - 1 + rows.length) % rows.length);
    else if (event.key === 'Tab') event.preventDefault();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a click beside it closes it, as Esc does
    <dialog ref={ref} className={`${layer.modal} ${styles.palette}`} aria-label={t('palette.title')} aria-modal="true" onCancel={cancel} onClose={closeDialog} onClick={(event) => (event.target === ref.current ? closeDialog() : undefined)}>
      <div className={layer.frame}>
        <div className={styles.field}>
          <Icon name="search" />
          <input
            className={styles.input}
            type="text"
            role="combobox"
            aria-label={t('palette.field')}
            aria-expanded={rows.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
            placeholder={t('palette.field')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={200}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setChosen(0);
            }}
            onKeyDown={keyDown}
          />
        </div>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- its options hold drawings and keys; the field has the focus */}
        <div ref={listRef} id={`${id}-list`} role="listbox" className={styles.list} aria-label={t('palette.title')}>
          {groups.map(({ group, rows: own }) => (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no other names a part of a listbox
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <h3 id={`${id}-${group}`} className={styles.head} role="presentation">
                {t(`palette.groups.${group}`)}
              </h3>
              {own.map((entry) => {
                const at = rows.indexOf(entry);
                return <PaletteRow key={entry.key} id={`${id}-${at}`} entry={entry} active={at === active} keys={entry === everything ? 'Mod+Enter' : undefined} onPoint={() => setChosen(at)} onChoose={() => choose(entry)} />;
              })}
            </div>
          ))}
        </div>
        <output className={styles.none}>{rows.length === 0 ? t('palette.none') : null}</output>
        <PaletteFoot />
      </div>
    </dialog>
  );
}
