import { signatureOf } from './signature.ts';
import type { SignedNumber, StorySignature, StoryText } from './signature.ts';
import { TOPICS } from './topics.ts';

/**
 * Counted up whenever the same text gives another signature or other keys: articles of the last weeks are then marked anew, a
 * stretch at a time.
 */
export const STORY_VERSION = 4;

/** What an article brings along for finding its story. */
export interface StoryMark {
  /** As text: see readSignature. */
  readonly signature: string;
}

/** What a text names: see ArticleNames. */
export interface NamedEntities {
  readonly found: readonly { readonly id: string; readonly inTitle: boolean; readonly firstAt: number }[];
}

/** What a text names, as a signature takes it: what the title names first. */
export function entityIds({ found }: NamedEntities): readonly string[] {
  return found.toSorted((one, other) => Number(other.inTitle) - Number(one.inTitle) || one.firstAt - other.firstAt).map(({ id }) => id);
}

/** To be made where the text is at hand, in a thread that may take a millisecond. */
export function storyMark(text: StoryText): StoryMark {
  return { signature: writeSignature(signatureOf(text)) };
}

/** In the order in which they are written: a stored signature has no names for its parts. */
type Written = [string, string, string, [string, string | null, number][], string[], string[], string[], string[], string[], string[], number[], number[], string[]];

function bytesOf(values: Uint16Array | Uint32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

/** Aligned, as a view needs it. */
function buffer(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

function writeSignature({ sketch, title, terms, numbers, entities, names, notices, days, asOf, quarters, topics, concepts, sounds }: StorySignature): string {
  const written: Written = [
    sketch ? bytesOf(sketch) : '', bytesOf(Uint32Array.from(title)), bytesOf(Uint32Array.from(terms)),
    numbers.map(({ key, unit, digits }) => [key, unit, digits]),
    [...entities], [...names], [...notices], [...days], [...asOf], [...quarters], topics.map((topic) => TOPICS.indexOf(topic)), [...concepts], [...sounds],
  ];
  return JSON.stringify(written);
}

/** A signature as storyMark wrote it. */
export function readSignature(text: string): StorySignature {
  const [sketch, title, terms, numbers, entities, names, notices, days, asOf, quarters, topics, concepts, sounds] = JSON.parse(text) as Written;
  return {
    sketch: sketch === '' ? null : new Uint16Array(buffer(sketch)),
    title: [...new Uint32Array(buffer(title))], terms: [...new Uint32Array(buffer(terms))],
    numbers: numbers.map(([key, unit, digits]) => ({ key, unit: unit as SignedNumber['unit'], digits })),
    entities, names, notices, days, asOf, quarters, topics: topics.flatMap((at) => TOPICS[at] ?? []), concepts: concepts ?? [], sounds: sounds ?? [],
  };
}
