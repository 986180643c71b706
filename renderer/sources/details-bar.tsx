import type { ReactNode } from 'react';
import { DetailsBar as Bar } from '../layout/details-bar.tsx';
import { useWords } from '../words/use-words.ts';

/** The bar over the details, which knows the page that they lie over. */
export function DetailsBar({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  const { t } = useWords();
  return (
    <Bar page={t('sources.title')} backLabel={t('sources.back')} title={title}>
      {children}
    </Bar>
  );
}
