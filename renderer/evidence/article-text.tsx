import { useEffect } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { CopyView } from './copy-view.tsx';
import { DifferenceView } from './difference-view.tsx';
import { NO_EVIDENCE, useEvidenceOf, useEvidenceState } from './evidence-state.ts';
import { MarkedText } from './marked-text.tsx';
import type { MarkedTextProps } from './marked-text.tsx';

/** The text of an article as it is now, or what was asked for in its place: a copy, or what changed. */
export function ArticleText({ article, ...rest }: MarkedTextProps & { readonly article: Article }) {
  const { shown } = useEvidenceOf(article.id);
  // Mounted anew for each article.
  useEffect(() => () => useEvidenceState.setState(NO_EVIDENCE), []);
  if (shown?.kind === 'copy') return <CopyView copyId={shown.id} article={article} />;
  if (shown?.kind === 'difference') return <DifferenceView from={shown.from} to={shown.to} article={article} />;
  return <MarkedText article={article} {...rest} />;
}
