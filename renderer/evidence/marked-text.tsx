import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Highlight, HighlightId, PlacedHighlight, QuotePlace } from '../../electron/contract/bookmark.ts';
import type { Article } from '../../electron/contract/model.ts';
import { ArticleBody } from '../article/article-body.tsx';
import { useWords } from '../words/use-words.ts';
import { absent } from './absent.ts';
import { drawHighlights } from './draw-highlights.ts';
import { edit, useEvidenceOf } from './evidence-state.ts';
import { HighlightCard } from './highlight-card.tsx';
import { LostHighlights } from './lost-highlights.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useEvidence } from './use-evidence.ts';
import { useSelectionKeys } from './use-selection-keys.ts';
import styles from './marks.module.css';

const NONE: readonly PlacedHighlight[] = [];
const NAME_LENGTH = 80;

export interface MarkedTextProps {
  readonly article: Article;
  readonly offline: boolean;
  readonly onReady: () => void;
}

function idOf(event: Event): HighlightId | null {
  const target = event.target instanceof Element ? event.target : null;
  // A link in a highlight leads where it leads.
  if (!target || target.closest('a[href]')) return null;
  const marked = target.closest<HTMLElement>('[data-reference], mark[data-highlight]');
  const id = marked?.dataset['reference'] ?? marked?.dataset['highlight'];
  return id === undefined ? null : Number(id);
}

/** The text of an article with its highlights drawn in it, and what can be done with a selected passage. */
export function MarkedText({ article, offline, onReady }: MarkedTextProps) {
  const { t } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const { data } = useEvidence(article.id);
  const { editing } = useEvidenceOf(article.id);
  const [filled, setFilled] = useState(0);
  const [places, setPlaces] = useState<ReadonlyMap<HighlightId, QuotePlace>>(new Map());
  const highlights = data?.highlights ?? NONE;
  useSelectionKeys();

  const key = useMemo(() => JSON.stringify(highlights.map(({ id, note, start }) => [id, note, start])), [highlights]);
  const draw = useEffectEvent(() => {
    const text = ref.current?.querySelector('[data-article-text]');
    if (!text) return;
    const look = {
      mark: styles.mark ?? '',
      moved: styles.moved ?? '',
      reference: styles.reference ?? '',
      silent: styles.silent ?? '',
      name: (highlight: Highlight, number: number | null) =>
        number === null ? t('evidence.highlightName', { quote: highlight.quote.slice(0, NAME_LENGTH) }) : t('evidence.noteName', { number, note: highlight.note.slice(0, NAME_LENGTH) }),
    };
    setPlaces(drawHighlights(text, highlights, look));
  });
  // Drawn again for another text and for other highlights; drawing at other times would take a selection away.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what it reads
  useLayoutEffect(() => draw(), [key, filled, t]);

  const open = useEffectEvent((event: Event) => {
    const id = idOf(event);
    if (id === null || getSelection()?.isCollapsed === false) return;
    edit(article.id, { kind: 'highlight', id });
  });
  useEffect(() => {
    const holder = ref.current;
    if (!holder) return undefined;
    const clicked = (event: Event) => open(event);
    holder.addEventListener('click', clicked);
    return () => holder.removeEventListener('click', clicked);
  }, []);

  const opened = editing?.kind === 'highlight' ? highlights.find(({ id }) => id === editing.id) : undefined;
  const { elsewhere, lost } = absent(highlights, places, article);
  return (
    <>
      <div ref={ref} className={styles.holder}>
        <ArticleBody
          article={article}
          offline={offline}
          onReady={() => {
            setFilled((times) => times + 1);
            onReady();
          }}
        />
        <SelectionBar articleId={article.id} />
        {/* Where it stands is known once it is drawn. */}
        {opened && places.has(opened.id) ? <HighlightCard key={opened.id} highlight={opened} moved={places.get(opened.id) === 'moved'} /> : null}
      </div>
      {elsewhere.length > 0 ? <LostHighlights highlights={elsewhere} elsewhere /> : null}
      {lost.length > 0 ? <LostHighlights highlights={lost} /> : null}
    </>
  );
}
