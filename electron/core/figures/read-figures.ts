import type { EntityId, EntityMention } from '../../contract/gazetteer.ts';
import type { Figure } from '../../contract/lens.ts';
import { bareText } from '../../contract/text-quote.ts';
import { periodSpan } from '../lens/day/period-span.ts';
import { priceRows } from '../lens/price-rows.ts';
import { readLens } from '../lens/read-lens.ts';
import { inflateBody } from '../normalize/body.ts';
import { htmlBlocks } from '../query/html-blocks.ts';
import { applyCorrections } from './apply-corrections.ts';
import { figureText } from './figure-text.ts';
import { figureRows } from './figure-rows.ts';
import { packFigures } from './pack-figures.ts';
import { QuotedProducts, type ProductNames } from './quoted-product.ts';
import type { FiguresJob, FiguresResult, StoredFigures } from './stored-figure.ts';

/** Who knows the names of a text. */
export interface FigureNames extends ProductNames {
  mentions(text: { readonly title: string; readonly text: string; readonly publishedAt: number | null }): EntityMention[];
}

/** Which paragraph a place of the text is in, from 1: a heading is told by the paragraph below it. Places come in their order. */
function paragraphs(html: string, text: string): (start: number) => number {
  const ends: number[] = [];
  let length = 0;
  for (const { kind, text: block } of htmlBlocks(html)) {
    if (kind === 'image') continue;
    length += bareText(block).length;
    if (kind === 'text') ends.push(length);
  }
  let seen = 0;
  let bare = 0;
  let at = 0;
  return (start) => {
    bare += bareText(text.slice(seen, start)).length;
    seen = start;
    while (at < ends.length - 1 && bare >= (ends[at] ?? 0)) at += 1;
    return at + 1;
  };
}

export interface FiguresOf extends Omit<FiguresJob, 'body'> {
  readonly html: string;
}

/** The figures of an article, corrected as its person said. Pure and total. */
export function figuresOf({ title, html, summary, publishedAt, corrections }: FiguresOf, names: FigureNames): StoredFigures {
  const text = figureText(html, summary);
  const mentions = names.mentions({ title, text, publishedAt });
  const read = readLens({ title, text, publishedAt, mentions });
  const nameWords = (words: string): EntityId[] => [...new Set(names.mentions({ title: words, text: '', publishedAt }).map(({ entityId }) => entityId))];
  const { figures, lost } = applyCorrections(read.figures, { texts: { title, text }, corrections, nameWords });
  const paragraphOf = paragraphs(html, text);
  const stored = figures.map(({ figure, correction }) => ({
    ...figure, correction,
    sentenceText: (figure.sentence.field === 'title' ? title : text).slice(figure.sentence.start, figure.sentence.end),
    paragraph: figure.place.field === 'title' ? 0 : paragraphOf(figure.place.start),
    span: figure.period === null ? null : periodSpan(figure.period, publishedAt),
    issuers: figure.kind === 'notice' ? issuersOf(figure, mentions) : [],
  }));
  const products = new QuotedProducts(names, { title, text, mentions });
  const figureOf = new Map(stored.map((figure) => [figure.id, figure]));
  const prices = (corrections.length === 0 ? read.prices : priceRows(stored, publishedAt, text)).map((price) => {
    const figure = figureOf.get(price.figureId);
    const product = figure ? products.of(price.product, figure.place) : null;
    return product === null || price.product.entityIds.includes(product) ? price : { ...price, product: { ...price.product, entityIds: [product, ...price.product.entityIds] } };
  });
  return { figures: stored, prices, lost };
}

function issuersOf({ sentence }: Figure, mentions: readonly EntityMention[]): EntityId[] {
  return [...new Set(mentions.filter(({ entityId, field, start, end }) => field === sentence.field && start >= sentence.start && end <= sentence.end && entityId.startsWith('agency:')).map(({ entityId }) => entityId))];
}

/** The same as it is stored. A body whose bytes are damaged says nothing. */
export function readFigures({ body, ...job }: FiguresJob, names: FigureNames): FiguresResult {
  const figures = figuresOf({ ...job, html: readable(body) }, names);
  // A window on a larger buffer would take all of that along to another thread.
  return { id: job.id, packed: new Uint8Array(packFigures(figures)), rows: figureRows(figures, (id) => names.partsOf(id)) };
}

function readable(body: Uint8Array): string {
  try {
    return inflateBody(body);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
