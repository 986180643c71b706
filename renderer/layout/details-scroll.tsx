import type { ReactNode, Ref } from 'react';
import styles from './details-scroll.module.css';

export interface DetailsScrollProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** Details that are read from top to bottom: the keys of the pane rest on them and scroll. */
export function DetailsScroll({ label, className, ref, children }: DetailsScrollProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and a keyboard must reach that
    <section ref={ref} className={`${styles.scroll} ${className}`} aria-label={label} tabIndex={0} data-pane-focus="" data-pane-edge="" data-own-arrows="" data-page-scroll="">
      {children}
    </section>
  );
}
