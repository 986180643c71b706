import { deflateBody, inflateBody } from '../normalize/body.ts';
import type { StoredFigure, StoredFigures } from './stored-figure.ts';

/** What most figures have; left out where it is so. */
const USUAL = { currency: null, per: null, basis: null, role: null, repaired: null, period: null, span: null, unit: null, correction: null, qualifiers: [], doubts: [], issuers: [], subject: { words: '', entityIds: [] } } as const;

/** Of the fields that `USUAL` names. */
function isUsual(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function unusual(figure: Omit<StoredFigure, 'sentenceText'>): Partial<StoredFigure> {
  const kept = Object.entries(figure).filter(([key, value]) => !(key in USUAL && isUsual(value)) && !(key === 'subject' && figure.subject.words === '' && figure.subject.entityIds.length === 0));
  return Object.fromEntries(kept) as Partial<StoredFigure>;
}

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
    figures: figures.map(({ sentenceText, ...figure }) => ({ said: places.get(sentenceText) ?? 0, ...unusual(figure) })),
  };
  return deflateBody(JSON.stringify(packed));
}

/** As it was packed. Throws where the bytes are damaged. */
export function unpackFigures(bytes: Uint8Array): StoredFigures {
  if (bytes.length === 0) return { figures: [], prices: [], lost: [] };
  const { sentences, figures, prices, lost } = JSON.parse(inflateBody(bytes)) as Packed;
  return { prices, lost, figures: figures.map(({ said, ...figure }) => ({ ...USUAL, ...figure, sentenceText: sentences[said] ?? '' }) as StoredFigure) };
}
