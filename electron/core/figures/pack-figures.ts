import { deflateBody, inflateBody } from '../normalize/body.ts';
import type { StoredFigure, StoredFigures } from './stored-figure.ts';

/** What most figures have; left out where it is so. */
const USUAL = { currency: null, per: null, basis: null, role: null, repaired: null, period: null, span: null, unit: null, correction: null, qualifiers: [], doubts: [], issuers: [], subject: { words: '', entityIds: [] } } as const;
const USUAL_TEXT = new Map<string, string>(Object.entries(USUAL).map(([key, value]) => [key, JSON.stringify(value)]));

interface Packed {
  readonly sentences: readonly string[];
  readonly figures: readonly (Partial<StoredFigure> & { readonly said: number })[];
  readonly prices: StoredFigures['prices'];
  readonly lost: StoredFigures['lost'];
}

/** Sentences stand once; what is as usual is left out. Deflated; empty where there is nothing to keep. */
export function packFigures({ figures, prices, lost }: StoredFigures): Uint8Array {
  if (figures.length === 0 && lost.length === 0) return deflateBody('');
  const sentences = [...new Set(figures.map(({ sentenceText }) => sentenceText))];
  const places = new Map(sentences.map((sentence, at) => [sentence, at]));
  const packed: Packed = {
    sentences, prices, lost,
    figures: figures.map(({ sentenceText, ...figure }) => ({ said: places.get(sentenceText) ?? 0, ...(Object.fromEntries(Object.entries(figure).filter(([key, value]) => USUAL_TEXT.get(key) !== JSON.stringify(value))) as Partial<StoredFigure>) })),
  };
  return deflateBody(JSON.stringify(packed));
}

/** As it was packed. Throws where the bytes are damaged. */
export function unpackFigures(bytes: Uint8Array): StoredFigures {
  if (bytes.length === 0) return { figures: [], prices: [], lost: [] };
  const { sentences, figures, prices, lost } = JSON.parse(inflateBody(bytes)) as Packed;
  return { prices, lost, figures: figures.map(({ said, ...figure }) => ({ ...USUAL, ...figure, sentenceText: sentences[said] ?? '' }) as StoredFigure) };
}
