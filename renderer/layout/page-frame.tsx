import type { KeyboardEvent, ReactNode } from 'react';
import { NarrowFoot } from '../sidebar/narrow-foot.tsx';
import { useUi } from '../state/ui.ts';
import { PAGE_SEARCH_ID } from './page-search.tsx';
import styles from './page-frame.module.css';

/** `/` goes to the search of the page. */
function toSearch(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
  event.preventDefault();
  document.getElementById(PAGE_SEARCH_ID)?.focus();
}

export interface PageFrameProps {
  readonly label: string;
  readonly detailsLabel: string;
  /** Sets `--details` (the width of the details), `--main` and `--beside` (their grounds) and `--inset` (where the words of the main part begin). */
  readonly className: string | undefined;
  readonly details: ReactNode;
  readonly toast: ReactNode;
  readonly children: ReactNode;
}

/** What takes the place of list and article: a main part, and details beside it or, in the narrow layout, over it. */
export function PageFrame({ label, detailsLabel, className, details, toast, children }: PageFrameProps) {
  const narrow = useUi((state) => state.layout === 'narrow');
  const pushed = useUi((state) => state.pushed);
  const drawer = useUi((state) => state.drawer);
  const covered = narrow && pushed;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears a key of what is inside
    <div className={`${styles.page} ${className}`} onKeyDown={toSearch}>
      <section className={covered ? `${styles.main} ${styles.away}` : styles.main} aria-label={label} data-pane="list" inert={narrow && (pushed || drawer)}>
        {children}
        {narrow ? <NarrowFoot className={styles.foot} /> : null}
        {covered ? null : toast}
      </section>
      {narrow && !pushed ? null : (
        <section className={styles.details} aria-label={detailsLabel} data-pane="article" inert={narrow && drawer}>
          {details}
          {narrow ? toast : null}
        </section>
      )}
    </div>
  );
}
