import type { ReactNode } from 'react';
import type { Span } from '../../electron/contract/search/match-text.ts';
import stroke from '../evidence/stroke.module.css';

/** A text with a marker's stroke under what a search found in it. `spans` come in order, none over another. */
export function Stroked({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    parts.push(
      text.slice(at, from),
      <mark key={from} className={stroke.stroke}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
