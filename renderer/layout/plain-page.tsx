import type { ReactNode } from 'react';
import { NarrowFoot } from '../sidebar/narrow-foot.tsx';
import { useUi } from '../state/ui.ts';
import styles from './plain-page.module.css';

export interface PlainPageProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly toast: ReactNode;
  readonly children: ReactNode;
}

/** What takes the place of list and article and is of one part. It sets `--inset`, where its words begin; what lies in it goes by its width, as the container `page`. */
export function PlainPage({ label, className, toast, children }: PlainPageProps) {
  const narrow = useUi((state) => state.layout === 'narrow');
  const drawer = useUi((state) => state.drawer);
  return (
    <section className={[styles.page, className].filter(Boolean).join(' ')} aria-label={label} data-pane="list" inert={narrow && drawer}>
      {children}
      {narrow ? <NarrowFoot className={styles.foot} /> : null}
      {toast}
    </section>
  );
}
