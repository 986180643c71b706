import type { KeyboardEvent } from 'react';
import type { Rule } from '../../electron/contract/rules.ts';
import { Checkbox } from '../components/checkbox.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import type { MenuItem } from '../components/menu-item.ts';
import { openDialog } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { moveRule, removeRule, runRule, showMuted, turnRule } from './rule-actions.ts';
import { ruleWords, type KnownSources } from './rule-words.ts';
import rowButton from '../components/row-button.module.css';
import styles from './rules.module.css';

/** What can be done with one rule, of `of`. */
export function ruleMenu(rule: Rule, of: number, { t }: Words): readonly MenuItem[] {
  const muted: readonly MenuItem[] = rule.muted > 0 ? [{ label: t('rules.showMuted', { count: rule.muted }), icon: 'eye', onSelect: () => void showMuted(rule) }] : [];
  return [
    { label: t('rules.edit'), icon: 'rename', keys: 'F2', onSelect: () => openDialog({ kind: 'rule', ruleId: rule.id }) },
    { label: t('rules.run'), icon: 'resume', onSelect: () => void runRule(rule) },
    ...muted,
    { kind: 'line' },
    { label: t('rules.moveUp'), icon: 'chevron-up', keys: 'Alt+↑', disabled: rule.position === 0, onSelect: () => void moveRule(rule, rule.position - 1) },
    { label: t('rules.moveDown'), icon: 'chevron-down', keys: 'Alt+↓', disabled: rule.position === of - 1, onSelect: () => void moveRule(rule, rule.position + 1) },
    { label: t('rules.remove'), icon: 'trash', keys: 'Del', danger: true, onSelect: () => void removeRule(rule) },
  ];
}

export interface RuleRowProps {
  readonly rule: Rule;
  readonly of: number;
  readonly known: KnownSources;
  readonly reachable: boolean;
  readonly onFocus: () => void;
  readonly onMenu: (rule: Rule, anchor: HTMLElement) => void;
}

/** A rule: on or off, what it does, what it did, and what is wrong with it. */
export function RuleRow({ rule, of, known, reachable, onFocus, onMenu }: RuleRowProps) {
  const words = useWords();
  const { t } = words;
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const acts: Record<string, () => void> = event.altKey
      ? { ArrowUp: () => void (rule.position > 0 && moveRule(rule, rule.position - 1)), ArrowDown: () => void (rule.position < of - 1 && moveRule(rule, rule.position + 1)) }
      : { F2: () => openDialog({ kind: 'rule', ruleId: rule.id }), Delete: () => void removeRule(rule) };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the buttons inside
    <li className={rule.enabled ? styles.row : `${styles.row} ${styles.off}`} onKeyDown={keyDown}>
      <Checkbox label={t('rules.enabled', { title: rule.title })} labelHidden checked={rule.enabled} onChange={(on) => void turnRule(rule, on)} />
      <button type="button" className={`${rowButton.listed} ${styles.text}`} tabIndex={reachable ? 0 : -1} data-rule={rule.id} data-pane-focus={reachable ? '' : undefined} onFocus={onFocus} onClick={() => openDialog({ kind: 'rule', ruleId: rule.id })}>
        <span className={styles.title} dir="auto">
          {rule.title}
        </span>
        <span className={styles.does} dir="auto">
          {ruleWords(rule, known, words)}
        </span>
        {rule.failure ? (
          <span className={styles.failing}>
            <Icon name="broken" size={14} />
            {t('rules.failing', { reason: errorWords(rule.failure, words).title })}
          </span>
        ) : rule.acted > 0 ? (
          <span className={styles.acted}>{t('rules.acted', { count: rule.acted })}</span>
        ) : null}
      </button>
      <IconButton icon="more" label={t('rules.menuOf', { title: rule.title })} aria-haspopup="menu" onClick={(event) => onMenu(rule, event.currentTarget)} />
    </li>
  );
}
