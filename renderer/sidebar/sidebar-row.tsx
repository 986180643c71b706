import type { MouseEvent, ReactNode } from 'react';
import styles from './sidebar.module.css';

export interface SidebarRowProps {
  /** The scope's key: found again by it when the keys move. */
  readonly id: string;
  /** Pixels left free before it, for rows that are not drawn. */
  readonly room?: number;
  /** The whole name for assistive technology. */
  readonly name: string;
  readonly label: string;
  /** The language of the label, where it is not that of the interface. */
  readonly labelLang?: string;
  readonly lead: ReactNode;
  /** Count or mark at the end. */
  readonly end: ReactNode;
  readonly chosen: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  readonly level?: number;
  readonly place?: number;
  readonly of?: number;
  /** Set on folders. */
  readonly open?: boolean | undefined;
  readonly className?: string | undefined;
  /** Set where it can be dragged to another place. */
  readonly drag?: { readonly place: number; readonly onStart: () => void; readonly onEnd: () => void };
  readonly onChoose: () => void;
  readonly onMenu?: (event: MouseEvent<HTMLElement>) => void;
}

const INDENT = 20;

/** A row of the sidebar: a view, a folder or a source. */
export function SidebarRow({ id, room = 0, name, label, labelLang, lead, end, chosen, reachable, level = 1, place, of, open, className, drag, onChoose, onMenu }: SidebarRowProps) {
  const classes = [styles.row, chosen ? styles.chosen : '', className].filter(Boolean).join(' ');
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it hears the keys
    <li
      className={classes}
      style={level > 1 || room > 0 ? { paddingInlineStart: level > 1 ? 8 + (level - 1) * INDENT : undefined, marginBlockStart: room > 0 ? room : undefined } : undefined}
      role="treeitem"
      aria-label={name}
      aria-level={level}
      aria-setsize={of}
      aria-posinset={place}
      aria-expanded={open}
      aria-selected={chosen}
      tabIndex={reachable ? 0 : -1}
      data-row={id}
      data-place={drag?.place}
      draggable={drag !== undefined}
      onDragStart={drag?.onStart}
      onDragEnd={drag?.onEnd}
      data-pane-focus={reachable ? '' : undefined}
      onClick={onChoose}
      onContextMenu={onMenu}
    >
      {lead}
      <span className={styles.label} dir="auto" lang={labelLang} title={label}>
        {label}
      </span>
      {end}
    </li>
  );
}
