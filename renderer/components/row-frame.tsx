import type { MouseEvent, ReactNode } from 'react';
import { dragLink } from '../desktop/drag-link.ts';

export interface RowFrameProps {
  readonly id: string;
  /** Those that do not hold are empty. */
  readonly classes: readonly (string | undefined)[];
  /** 1-based place in the whole listing, and how long that is. */
  readonly place: number;
  readonly of: number;
  readonly selected: boolean;
  readonly label: string;
  readonly articleId: number;
  /** One of several that report a story. */
  readonly report?: boolean;
  /** What is dragged out of the window with it. */
  readonly link: { readonly url: string; readonly title: string } | null;
  /** The list has the keys by then. */
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onDoubleClick?: () => void;
  /** The pointer has come to it, or left it. */
  readonly onPointed?: (pointed: boolean) => void;
  readonly onMenu: (event: MouseEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

function keepFocus(event: MouseEvent, draggable: boolean): void {
  // A press that may become a drag must not be prevented.
  if (!draggable || event.button !== 0) event.preventDefault();
}

/** The option that a row of any list of articles is: the list around it keeps the keys, whatever is clicked. */
export function RowFrame({ id, classes, place, of, selected, label, articleId, report, link, onClick, onDoubleClick, onPointed, onMenu, children }: RowFrameProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the listbox around it hears the keys
    <div
      id={id}
      className={classes.filter(Boolean).join(' ')}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element cannot hold more than words
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-setsize={of}
      aria-posinset={place}
      aria-label={label}
      data-article={articleId}
      data-report={report ? '' : undefined}
      draggable={link !== null}
      onDragStart={({ dataTransfer }) => {
        if (link) dragLink(dataTransfer, link);
      }}
      onDragEnd={({ currentTarget }) => currentTarget.closest<HTMLElement>('[data-pane-focus]')?.focus({ preventScroll: true })}
      onMouseDown={(event) => keepFocus(event, link !== null)}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[data-pane-focus]')?.focus({ preventScroll: true });
        onClick(event);
      }}
      onDoubleClick={onDoubleClick}
      onPointerEnter={onPointed && (() => onPointed(true))}
      onPointerLeave={onPointed && (() => onPointed(false))}
      onContextMenu={onMenu}
    >
      {children}
    </div>
  );
}
